import type { AnchorRecord } from "../ledger/evidence-records.ts";
import type { MilestoneRecord } from "../ledger/milestone-records.ts";
import type { PilotRecord } from "../ledger/pilot-records.ts";
import type { RecordKind, RecordTypes } from "../ledger/records.ts";
import { searchTerms } from "../ledger/search.ts";
import type { FigureRecord } from "../ledger/statistics-records.ts";
import type {
  CaseRecord,
  ComplaintRecord,
  FilingRecord,
  IncidentRecord,
  InspectionRecord,
  RiskRatingRecord,
} from "../ledger/supervision-records.ts";

/*
 * Which records can be found by what. An entry is (index, value, id of the record); entries follow from the record alone, so that
 * writing a record can take the old entries away and put the new ones in.
 */

/** An index and the value a record is found under. */
export interface IndexEntry {
  readonly index: IndexName;
  readonly value: string;
}

type Indexer<Kind extends RecordKind> = (record: RecordTypes[Kind]) => Readonly<Record<string, readonly string[]>>;

const INDEXERS = {
  pilot: (pilot: PilotRecord) => ({
    "pilot.field": [pilot.field],
    "pilot.region": regionPrefixes(pilot.region),
    "pilot.state": [pilot.state],
    "pilot.stage": [pilot.stage],
    "pilot.everState": once(pilot.states.map((change) => change.state)),
    "pilot.everStage": once(pilot.stages.map((change) => change.stage)),
    "pilot.programme": [pilot.programme],
    "pilot.organisation": once([pilot.lead, ...pilot.parties.map((party) => party.organisation)]),
    "pilot.term": pilotTerms(pilot),
  }),
  milestone: (milestone: MilestoneRecord) => ({
    "milestone.state": [milestone.state],
    "milestone.extension": milestone.extensions.some(({ decision }) => decision === null) ? ["PENDING"] : [],
    "milestone.dueDay": [shanghaiDay(milestone.dueAt)],
  }),
  anchor: (anchor: AnchorRecord) => ({
    // Of disputed evidence only: of all other nobody asks so.
    "anchor.disputed": anchor.disputes.length > 0 ? [anchor.pilot] : [],
  }),
  filing: (filing: FilingRecord) => ({
    "filing.state": [filing.state],
    "filing.number": filing.number === null ? [] : [filing.number],
  }),
  complaint: (complaint: ComplaintRecord) => ({
    "complaint.pilot": [complaint.pilot],
    "complaint.state": [complaint.state],
  }),
  inspection: (inspection: InspectionRecord) => ({
    "inspection.pilot": [inspection.pilot],
    "inspection.draw": inspection.draw === null ? [] : [inspection.draw],
    "inspection.open": inspection.conclusion === null ? ["OPEN"] : [],
  }),
  case: (dossier: CaseRecord) => ({
    "case.pilot": [dossier.pilot],
    "case.state": [dossier.state],
    "case.clause": once([dossier.clause, ...dossier.findings.map(({ clause }) => clause)]),
    "case.order": dossier.orders.length === 0 ? [] : [dossier.order, "ANY"],
  }),
  riskRating: (rating: RiskRatingRecord) => ({
    "riskRating.level": rating.ratings.slice(-1).map(({ level }) => level),
  }),
  incident: (incident: IncidentRecord) => ({
    "incident.pilot": [incident.pilot],
    "incident.state": [incident.state],
  }),
  figure: (figure: FigureRecord) => ({
    "figure.indicator": [figure.indicator],
    "figure.period": [figure.period],
    "figure.report": figure.reports.slice(-1).map(({ state }) => state),
  }),
  event: (event: RecordTypes["event"]) => ({
    "event.subject": [event.subject],
    "event.actor": [event.provenance.actor],
    "event.name": [event.provenance.event],
    // Only where no organisation stands behind the actor, which is rare.
    "event.unaffiliated": event.provenance.actorOrganisation === null ? ["ALL"] : [],
  }),
} as const satisfies { readonly [Kind in RecordKind]?: Indexer<Kind> };

type Indexed = keyof typeof INDEXERS;

/** The names of all indexes: the kind of record, a dot, and what it is found by. */
export type IndexName = { [Kind in Indexed]: keyof ReturnType<(typeof INDEXERS)[Kind]> }[Indexed];

/** What a record is found under, by index. */
export type IndexedValues = Readonly<Partial<Record<IndexName, readonly string[]>>>;

/** Whether records of a kind can be found by what they hold. */
export function isIndexed(kind: RecordKind): boolean {
  return kind in INDEXERS;
}

/** What a record is found under; nothing for a kind that is not indexed. No value is there twice. */
export function indexedValues<Kind extends RecordKind>(kind: Kind, record: RecordTypes[Kind]): IndexedValues {
  const indexer = (INDEXERS as { readonly [K in RecordKind]?: Indexer<K> })[kind] as Indexer<Kind> | undefined;
  return indexer === undefined ? {} : indexer(record);
}

/** The entries of a record; none for a kind that is not indexed. */
export function indexEntries<Kind extends RecordKind>(kind: Kind, record: RecordTypes[Kind]): IndexEntry[] {
  return Object.entries(indexedValues(kind, record)).flatMap(([index, values]) =>
    values.map((value) => ({ index: index as IndexName, value })),
  );
}

/** The day of an instant in Asia/Shanghai: `2019-03-31`. */
export function shanghaiDay(instant: number): string {
  const day = Math.floor((instant + 8 * 3_600) / 86_400);
  const known = days.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * 86_400_000).toISOString().slice(0, 10);
  if (days.size === MOST_DAYS) days.clear();
  days.set(day, text);
  return text;
}

/** Days that were asked for, by their number since 1970: many milestones are due on one. */
const days = new Map<number, string>();
const MOST_DAYS = 1_000;

/** The terms by the titles they were cut from: a record that changes mostly keeps its texts. */
const termsOf = new WeakMap<PilotRecord["title"], { readonly of: PilotRecord; readonly terms: readonly string[] }>();

function pilotTerms(pilot: PilotRecord): readonly string[] {
  const known = termsOf.get(pilot.title);
  if (known !== undefined && known.of.summary === pilot.summary && known.of.code === pilot.code) return known.terms;
  const { title, summary, code } = pilot;
  const terms = searchTerms(title.zh, title.en, summary?.zh, summary?.en, code);
  termsOf.set(title, { of: pilot, terms });
  return terms;
}

/** The regions of GB/T 2260 that cover one: 330102 is found under 330102, 330100 and 330000, and 330100 under itself and 330000. */
function regionPrefixes(region: string): readonly string[] {
  return once([region, `${region.slice(0, 4)}00`, `${region.slice(0, 2)}0000`]);
}

/** Values without those that repeat one: a record stands in a bucket of ids once. */
function once<Value>(values: readonly Value[]): readonly Value[] {
  const distinct = new Set(values);
  return distinct.size === values.length ? values : [...distinct];
}
