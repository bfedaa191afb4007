import type { AccountRecord, FieldRecord, OrganisationRecord, PauseRecord, RegionRecord } from "./authority-records.ts";
import type { ContractName } from "./contracts.ts";
import type { AnchorRecord, EvidenceRecord } from "./evidence-records.ts";
import type { Address, Hex } from "./hex.ts";
import type { JournalStream } from "./journal.ts";
import type { MilestoneRecord } from "./milestone-records.ts";
import type { PilotRecord, ProgrammeRecord } from "./pilot-records.ts";
import type { Provenance } from "./provenance.ts";
import type {
  BulletinRecord,
  EvaluationRecord,
  FigureRecord,
  GuidanceVisitRecord,
  IndicatorRecord,
  MembershipRecord,
  PoolRecord,
} from "./statistics-records.ts";
import type {
  CaseRecord,
  ComplaintRecord,
  DrawRecord,
  FilingRecord,
  IncidentRecord,
  InspectionRecord,
  RiskRatingRecord,
  SupervisionRecord,
} from "./supervision-records.ts";

/*
 * What the mirror keeps: the ledger's state as the events leave it. All of it is JSON: times are Unix seconds, money is fen in
 * decimal text, shares are basis points, digests and addresses are `0x` text.
 */

/** An event as it is kept for time lines and audits. */
export interface EventRecord {
  readonly contractName: ContractName;
  readonly subject: Hex;
  /** The event's arguments; numbers past 48 bits as decimal text. */
  readonly args: Readonly<Record<string, unknown>>;
  readonly leaf: Hex;
  readonly transactionIndex: number;
  readonly provenance: Provenance;
}

/** An accumulator of a contract's journal, recomputed by the mirror from the logs. */
export interface JournalRecord extends JournalStream {
  readonly contract: Address;
  /** The subject of the stream, or null for the whole contract. */
  readonly subject: Hex | null;
}

/** Every kind of record with its type. */
export interface RecordTypes {
  readonly organisation: OrganisationRecord;
  readonly account: AccountRecord;
  readonly field: FieldRecord;
  readonly region: RegionRecord;
  readonly pause: PauseRecord;
  readonly programme: ProgrammeRecord;
  readonly pilot: PilotRecord;
  readonly milestone: MilestoneRecord;
  readonly evidence: EvidenceRecord;
  readonly anchor: AnchorRecord;
  readonly indicator: IndicatorRecord;
  readonly figure: FigureRecord;
  readonly bulletin: BulletinRecord;
  readonly evaluation: EvaluationRecord;
  readonly guidanceVisit: GuidanceVisitRecord;
  readonly pool: PoolRecord;
  readonly membership: MembershipRecord;
  readonly supervision: SupervisionRecord;
  readonly filing: FilingRecord;
  readonly complaint: ComplaintRecord;
  readonly inspection: InspectionRecord;
  readonly draw: DrawRecord;
  readonly case: CaseRecord;
  readonly riskRating: RiskRatingRecord;
  readonly incident: IncidentRecord;
  readonly event: EventRecord;
  readonly journal: JournalRecord;
}

export type RecordKind = keyof RecordTypes;

/** Names one record. Ids sort as the records should be listed. */
export interface RecordKey<Kind extends RecordKind = RecordKind> {
  readonly kind: Kind;
  readonly id: string;
}

/** A record's new value; undefined when the record is no more. */
export type RecordChange = {
  [Kind in RecordKind]: { readonly kind: Kind; readonly id: string; readonly value: RecordTypes[Kind] | undefined };
}[RecordKind];

/** Reads records; what `reduce` is given. */
export interface RecordReader {
  get<Kind extends RecordKind>(kind: Kind, id: string): RecordTypes[Kind] | undefined;
}
