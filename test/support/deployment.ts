import type { Deployment } from "../../server/chain/deployment.ts";
import { byContract } from "../../server/ledger/contracts.ts";
import type { DeployedLedger } from "./deployed-ledger.ts";

/** The manifest of a ledger that a test deployed; the hashes of its contracts' code are not looked at. */
export function deploymentOf({ identity }: DeployedLedger, rpcUrl: string): Deployment {
  const { schemaVersion: _, ...ledger } = identity;
  const codeHash = `0x${"00".repeat(32)}` as const;
  const codeHashes = byContract(() => codeHash);
  return { ...ledger, rpcUrl, province: "ZJ", provinceRegion: "330000", codeHashes };
}
