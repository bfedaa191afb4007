import { z } from "zod";
import { byContract, CONTRACT_NAMES } from "../ledger/contracts.ts";
import { type Hex, isHexOf } from "../ledger/hex.ts";
import { StoreError } from "./errors.ts";
import type { StoreIdentity } from "./reader.ts";

/** The form of what is stored. A store of another version is mirrored anew. */
export const SCHEMA_VERSION = 4;

const hex = (bytes: number) => z.custom<Hex>((value) => typeof value === "string" && isHexOf(value, bytes));

const identitySchema = z.object({
  schemaVersion: z.number().int(),
  chainId: z.number().int(),
  genesisHash: hex(32),
  contracts: z.object(byContract(() => hex(20))),
  deploymentBlock: z.number().int().nonnegative(),
});

/**
 * Reads an identity.
 *
 * @throws {StoreError} DAMAGED when it is not of the form.
 */
export function parseIdentity(content: unknown, place: string): StoreIdentity {
  const parsed = identitySchema.safeParse(content);
  if (parsed.success) return parsed.data;
  const hint = "start again with --rebuild to mirror the ledger anew";
  throw new StoreError("DAMAGED", `${place} does not say which ledger the mirror is of: ${hint}`, {
    cause: parsed.error,
  });
}

/** Whether two stores of these identities would hold the same. */
export function isSameIdentity(one: StoreIdentity, other: StoreIdentity): boolean {
  return describeExactly(one) === describeExactly(other);
}

/** An identity in words. */
function describeIdentity(identity: StoreIdentity): string {
  const contracts = CONTRACT_NAMES.map((name) => `${name} ${identity.contracts[name]}`).join(", ");
  return (
    `chain ${identity.chainId} (genesis ${identity.genesisHash.slice(0, 10)}…), ${contracts}, ` +
    `from block ${identity.deploymentBlock}, schema ${identity.schemaVersion}`
  );
}

/** The error of a store that holds another ledger than the one asked for. */
export function foreignLedger(directory: string, stored: StoreIdentity, expected: StoreIdentity): StoreError {
  return new StoreError(
    "FOREIGN_LEDGER",
    `the mirror in ${directory} is of another ledger. It holds ${describeIdentity(stored)}; ` +
      `asked for is ${describeIdentity(expected)}. ` +
      "Start again with --rebuild to set it aside and mirror the ledger anew, or choose another directory.",
  );
}

function describeExactly({ schemaVersion, chainId, genesisHash, contracts, deploymentBlock }: StoreIdentity): string {
  const addresses = CONTRACT_NAMES.map((name) => contracts[name]);
  return [schemaVersion, chainId, genesisHash, ...addresses, deploymentBlock].join(" ").toLowerCase();
}
