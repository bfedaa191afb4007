import type { Addressable } from "ethers";
import type { ContractName } from "../../../server/ledger/contracts.ts";
import type { Records } from "../../../test/e2e/rebuild.ts";
import type { ExpectedView } from "../../../test/e2e/views.ts";
import type { Draw } from "../draw.ts";

/** Contracts with a history, and the random acts that go on with it. */
export interface Stage {
  readonly contracts: Partial<Record<ContractName, Addressable>>;
  /** Sends one random act. Rejects when it is refused. */
  readonly act: (draw: Draw) => Promise<unknown>;
  /** The views that tell of several records at once, with the answers the records imply. */
  readonly sums?: (records: Records) => readonly ExpectedView[];
}

/** A part of the ledger on which random sequences are played. */
export interface Scene {
  readonly name: string;
  readonly open: (draw: Draw) => Promise<Stage>;
}
