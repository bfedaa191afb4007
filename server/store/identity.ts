import { z } from "zod";
import { byContract, CONTRACT_NAMES } from "../ledger/contracts.ts";
import { type Hex, isHexOf } from "../ledger/hex.ts";
import { StoreError } from "./errors.ts";
import type { StoreIdentity } from "./reader.ts";

/** The form of what is stored. A store of another version is mirrored anew. */
export const SCHEMA_VERSION = 8;

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
  throw new StoreError("DAMAGED", `${place} does not say which ledger the mirror is of`, { cause: parsed.error });
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

/** What is known of a store's identity whatever version wrote it. */
const versionSchema = z.object({ schemaVersion: z.number().int(), chainId: z.number(), genesisHash: hex(32) });

/**
 * Makes sure that a store was written in this program's form, before any more of its identity is read.
 *
 * @throws {StoreError} OUTDATED, NEWER, or FOREIGN_LEDGER when it is not even of the same chain.
 */
export function requireVersion(content: unknown, directory: string, expected: StoreIdentity): void {
  const { data } = versionSchema.safeParse(content);
  if (data === undefined || data.schemaVersion === expected.schemaVersion) return;
  const { chainId, genesisHash, schemaVersion } = data;
  if (chainId !== expected.chainId || genesisHash !== expected.genesisHash) {
    throw foreignLedger(directory, `chain ${chainId} (genesis ${genesisHash.slice(0, 10)}…)`, expected);
  }
  const versions = `in form ${schemaVersion}, and this program reads form ${expected.schemaVersion}`;
  if (schemaVersion < expected.schemaVersion) {
    throw new StoreError("OUTDATED", `the mirror in ${directory} was written by an earlier version, ${versions}`);
  }
  const hint = "update this program, or choose another directory";
  throw new StoreError("NEWER", `the mirror in ${directory} was written by a later version, ${versions}: ${hint}`);
}

/** @throws {StoreError} FOREIGN_LEDGER when a store holds another ledger than the one asked for. */
export function requireIdentity(directory: string, stored: StoreIdentity, expected: StoreIdentity): void {
  if (!isSameIdentity(stored, expected)) throw foreignLedger(directory, describeIdentity(stored), expected);
}

function foreignLedger(directory: string, held: string, expected: StoreIdentity): StoreError {
  return new StoreError(
    "FOREIGN_LEDGER",
    `the mirror in ${directory} is of another ledger. It holds ${held}; asked for is ${describeIdentity(expected)}. ` +
      "Start again with --rebuild to set it aside and mirror the ledger anew, or choose another directory.",
  );
}

function describeExactly({ schemaVersion, chainId, genesisHash, contracts, deploymentBlock }: StoreIdentity): string {
  const addresses = CONTRACT_NAMES.map((name) => contracts[name]);
  return [schemaVersion, chainId, genesisHash, ...addresses, deploymentBlock].join(" ").toLowerCase();
}
