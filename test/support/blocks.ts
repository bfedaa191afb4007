import type { FieldRecord } from "../../server/ledger/authority-records.ts";
import type { Hex } from "../../server/ledger/hex.ts";
import { eventId } from "../../server/ledger/keys.ts";
import type { PilotRecord } from "../../server/ledger/pilot-records.ts";
import type { Provenance } from "../../server/ledger/provenance.ts";
import type { EventRecord, RecordChange } from "../../server/ledger/records.ts";
import type { BlockChanges } from "../../server/store/block-changes.ts";
import type { StoreIdentity } from "../../server/store/reader.ts";
import { digestOf, LEAD, ORGANISATION, PROGRAMME, pilotCode } from "./acts.ts";
import { CONTRACTS } from "./simulated-chain.ts";

/*
 * Blocks and records for tests of the store alone.
 */

export const IDENTITY: StoreIdentity = {
  schemaVersion: 1,
  chainId: 31337,
  genesisHash: digestOf(99),
  contracts: CONTRACTS,
  deploymentBlock: 1,
};

/** Block `number` of branch `branch`, following the block before it. */
export function blockOf(
  number: number,
  changes: readonly RecordChange[] = [],
  branch = 0,
  parentBranch = branch,
): BlockChanges {
  const hashOf = (height: number, on: number): Hex => digestOf(1_000_000 * (on + 1) + height);
  return {
    block: { number, hash: hashOf(number, branch), parentHash: hashOf(number - 1, parentBranch), time: number },
    // The event that all other records of these tests come from.
    changes: number === 1 ? [eventChange(1), ...changes] : changes,
  };
}

/** An event of a block, the same for the same digest. */
function eventChange(blockNumber: number, leaf = digestOf(1)): RecordChange {
  const provenance = { ...PROVENANCE, blockNumber };
  const value: EventRecord = {
    contractName: "PilotLedger",
    subject: digestOf(2),
    args: {},
    leaf,
    transactionIndex: 0,
    provenance,
  };
  return { kind: "event", id: eventId(provenance), value };
}

const PROVENANCE: Provenance = {
  contract: CONTRACTS.PilotLedger,
  event: "PilotApplied",
  blockNumber: 1,
  blockHash: digestOf(1),
  blockTime: 1,
  transactionHash: digestOf(2),
  logIndex: 0,
  actor: LEAD,
  actorOrganisation: null,
};

/** A small record that is not indexed; undefined takes it away. */
export function fieldChange(code: string, index: number | undefined): RecordChange {
  const name = { zh: code, en: code };
  const value: FieldRecord | undefined =
    index === undefined ? undefined : { code, index, enabled: true, name, created: PROVENANCE, updated: PROVENANCE };
  return { kind: "field", id: code, value };
}

/** A record that is indexed; undefined takes it away. */
export function pilotChange(serial: number, members: Partial<PilotRecord> | undefined): RecordChange {
  const code = pilotCode(serial);
  if (members === undefined) return { kind: "pilot", id: code, value: undefined };
  const value: PilotRecord = {
    code,
    programme: PROGRAMME,
    programmeKind: "PILOT",
    year: 2019,
    region: "330206",
    field: "MFG",
    serial,
    lead: ORGANISATION,
    title: { zh: "汽车零部件质量追溯试点", en: "Traceability of car parts" },
    summary: null,
    platform: null,
    state: "APPLIED",
    stage: "PROTOTYPE",
    filing: "UNDETERMINED",
    filingReason: null,
    budgetFen: "80000000",
    applicationDigest: digestOf(3),
    predecessor: null,
    version: 1,
    returnRounds: 0,
    milestoneCount: 0,
    mandatoryOpen: 0,
    registrar: null,
    parties: [],
    states: [],
    stages: [],
    acceptance: [],
    showcases: [],
    created: PROVENANCE,
    updated: PROVENANCE,
    ...members,
  };
  return { kind: "pilot", id: code, value };
}

/** Everything an iteration gives. */
export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}
