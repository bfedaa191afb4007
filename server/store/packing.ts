import type { ContractName } from "../ledger/contracts.ts";
import type { EventName } from "../ledger/events.ts";
import type { EvidenceRecord } from "../ledger/evidence-records.ts";
import type { Address, Hex } from "../ledger/hex.ts";
import { eventId } from "../ledger/keys.ts";
import type { Provenance } from "../ledger/provenance.ts";
import type { EventRecord, RecordKind, RecordTypes } from "../ledger/records.ts";
import type { Uscc } from "../ledger/uscc.ts";
import type { StoreIdentity } from "./reader.ts";

/*
 * Records as text. Where a record comes from is said once, with the event; other records name the event by its id, and reading one
 * takes reading its events. An event's text is two lines, so that where it comes from can be read without its arguments.
 */

/** Says where the event of an id comes from. */
export type ResolveProvenance = (id: string) => Provenance;

/** Members of records whose items may say where they come from. */
const LISTS = ["states", "submissions", "attestations", "targets", "reports"] as const;
const MARKS = ["created", "updated", "provenance"] as const;

type Members = Record<string, unknown>;

/** The text that a record is kept as. */
export function packRecord<Kind extends RecordKind>(kind: Kind, record: RecordTypes[Kind]): string {
  if (kind === "event") return packEvent(record as EventRecord);
  if (kind === "evidence") return packAppearance(record as EvidenceRecord);
  return JSON.stringify(withMarks(record as unknown as Members, reference));
}

/** What `packRecord` made of a record other than an event, its marks still being the ids of events. */
export type PackedRecord = Readonly<Members>;

/** Reads the text of a record other than an event. */
export function parseRecord(kind: RecordKind, id: string, text: string): PackedRecord {
  return kind === "evidence" ? parseAppearance(id, JSON.parse(text)) : JSON.parse(text);
}

/** The ids of the events that a packed record names. */
export function* eventsOf(packed: PackedRecord): Generator<string> {
  for (const name of MARKS) {
    const mark = packed[name];
    if (typeof mark === "string") yield mark;
  }
  for (const name of LISTS) {
    const list = packed[name];
    if (!Array.isArray(list)) continue;
    for (const { provenance } of list) if (typeof provenance === "string") yield provenance;
  }
}

/** The record that was packed. */
export function unpackRecord<Kind extends RecordKind>(
  packed: PackedRecord,
  resolve: ResolveProvenance,
): RecordTypes[Kind] {
  const resolved = (mark: unknown) => (typeof mark === "string" ? resolve(mark) : mark);
  return withMarks(packed, resolved) as unknown as RecordTypes[Kind];
}

/** A copy of a record with its marks replaced. */
function withMarks(record: Readonly<Members>, replace: (mark: unknown) => unknown): Members {
  const copy: Members = { ...record };
  for (const name of MARKS) if (copy[name] !== undefined) copy[name] = replace(copy[name]);
  for (const name of LISTS) {
    const list = copy[name];
    if (!Array.isArray(list) || list[0]?.provenance === undefined) continue;
    copy[name] = list.map((item) => ({ ...item, provenance: replace(item.provenance) }));
  }
  return copy;
}

/** An appearance of a digest: its id says the digest and the event. */
type Appearance = readonly [
  use: EvidenceRecord["use"],
  kind: EvidenceRecord["kind"],
  pilot: EvidenceRecord["pilot"],
  milestone: EvidenceRecord["milestone"],
  revision: EvidenceRecord["revision"],
  size: EvidenceRecord["size"],
  statement: EvidenceRecord["statement"],
];

function packAppearance(record: EvidenceRecord): string {
  const { use, kind, pilot, milestone, revision, size, statement } = record;
  const appearance: Appearance = [use, kind, pilot, milestone, revision, size, statement];
  return JSON.stringify(appearance);
}

function parseAppearance(id: string, appearance: Appearance): PackedRecord {
  const [use, kind, pilot, milestone, revision, size, statement] = appearance;
  const [algorithm, digest, place = ""] = id.split("/");
  const provenance = place.slice(0, place.lastIndexOf("."));
  return { pilot, milestone, revision, algorithm, digest, use, kind, size, statement, provenance };
}

function reference(mark: unknown): unknown {
  return eventId(mark as Provenance);
}

/** Its first line, which with its id says where an event comes from. */
type EventOrigin = readonly [
  contractName: ContractName,
  name: EventName,
  blockHash: Hex,
  blockTime: number,
  transactionHash: Hex,
  actor: Address,
  actorOrganisation: Uscc | null,
];

/** Its second line. */
type EventContent = readonly [subject: Hex, leaf: Hex, transactionIndex: number, args: EventRecord["args"]];

function packEvent({ contractName, subject, args, leaf, transactionIndex, provenance }: EventRecord): string {
  const { event, blockHash, blockTime, transactionHash, actor, actorOrganisation } = provenance;
  const origin: EventOrigin = [contractName, event, blockHash, blockTime, transactionHash, actor, actorOrganisation];
  const content: EventContent = [subject, leaf, transactionIndex, args];
  return `${JSON.stringify(origin)}\n${JSON.stringify(content)}`;
}

/** Where the event of an id comes from, by its text. */
export function provenanceIn(id: string, text: string, { contracts }: Pick<StoreIdentity, "contracts">): Provenance {
  return originIn(id, JSON.parse(text.slice(0, text.indexOf("\n"))), contracts);
}

/** The event of an id, by its text. */
export function unpackEvent(id: string, text: string, { contracts }: Pick<StoreIdentity, "contracts">): EventRecord {
  const end = text.indexOf("\n");
  const origin: EventOrigin = JSON.parse(text.slice(0, end));
  const [subject, leaf, transactionIndex, args]: EventContent = JSON.parse(text.slice(end + 1));
  const [contractName] = origin;
  return { contractName, subject, args, leaf, transactionIndex, provenance: originIn(id, origin, contracts) };
}

function originIn(
  id: string,
  [contractName, event, blockHash, blockTime, transactionHash, actor, actorOrganisation]: EventOrigin,
  contracts: StoreIdentity["contracts"],
): Provenance {
  return {
    contract: contracts[contractName],
    event,
    blockNumber: Number(id.slice(0, 12)),
    blockHash,
    blockTime,
    transactionHash,
    logIndex: Number(id.slice(13)),
    actor,
    actorOrganisation,
  };
}
