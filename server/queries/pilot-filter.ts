import type { PilotState, Stage } from "../ledger/codes/pilots.ts";
import type { ProgrammeKind } from "../ledger/codes/programmes.ts";
import type { ProgrammeCode } from "../ledger/ids.ts";
import type { PilotRecord } from "../ledger/records.ts";
import { normaliseText, queryTerms } from "../ledger/search.ts";
import { stateAt } from "../ledger/timeliness.ts";
import type { Uscc } from "../ledger/uscc.ts";
import type { IndexName } from "../store/indexes.ts";
import type { StoreReader } from "../store/reader.ts";
import { intersection, type SortedIds, union } from "./sorted-ids.ts";

/** Which pilots are asked for: those that satisfy every member; a list is satisfied by any of its values. */
export interface PilotFilter {
  readonly field?: readonly string[] | undefined;
  /** A region of GB/T 2260, with everything it covers. */
  readonly region?: string | undefined;
  readonly state?: readonly PilotState[] | undefined;
  readonly stage?: readonly Stage[] | undefined;
  /** The lead or a party. */
  readonly organisation?: Uscc | undefined;
  readonly programme?: ProgrammeCode | undefined;
  readonly programmeKind?: readonly ProgrammeKind[] | undefined;
  /** Words of the title, summary or code as last published. */
  readonly q?: string | undefined;
}

/**
 * Codes of pilots that may satisfy a filter, ascending: all that do, and few others. What the indexes hold is the present, so
 * `satisfies` decides.
 */
export async function* candidates(
  reader: StoreReader,
  filter: PilotFilter,
  asOf: number,
  after?: string,
): AsyncGenerator<string> {
  const range = after === undefined ? {} : { after };
  const among = (index: IndexName, values: readonly string[]) =>
    union(values.map((value) => reader.lookUp(index, value, range)));
  const streams: SortedIds[] = [];
  const present = asOf >= (reader.head?.time ?? 0);
  if (filter.programme !== undefined) streams.push(among("pilot.programme", [filter.programme]));
  if (filter.organisation !== undefined) streams.push(among("pilot.organisation", [filter.organisation]));
  if (filter.programmeKind !== undefined) {
    streams.push(among("pilot.programme", await programmesOf(reader, filter.programmeKind)));
  }
  for (const term of queryTerms(filter.q ?? "")) streams.push(among("pilot.term", [term]));
  if (filter.state !== undefined) streams.push(among(present ? "pilot.state" : "pilot.everState", filter.state));
  if (filter.stage !== undefined) streams.push(among(present ? "pilot.stage" : "pilot.everStage", filter.stage));
  if (filter.region !== undefined) streams.push(among("pilot.region", [filter.region]));
  if (filter.field !== undefined) streams.push(among("pilot.field", filter.field));
  if (streams.length > 0) {
    yield* intersection(streams);
    return;
  }
  for await (const [code] of reader.list("pilot", range)) yield code;
}

/** Whether a pilot satisfies a filter at `asOf`. A pilot that had not applied then satisfies none. */
export function satisfies(pilot: PilotRecord, filter: PilotFilter, asOf: number): boolean {
  const { field, region, state, stage, organisation, programme, programmeKind, q } = filter;
  if (pilot.created.blockTime > asOf) return false;
  if (field !== undefined && !field.includes(pilot.field)) return false;
  if (region !== undefined && !covers(region, pilot.region)) return false;
  if (state !== undefined && !state.includes(stateAt(pilot, asOf))) return false;
  if (stage !== undefined && !stage.includes(stageAt(pilot, asOf))) return false;
  if (organisation !== undefined && !takesPart(organisation, pilot, asOf)) return false;
  if (programme !== undefined && pilot.programme !== programme) return false;
  if (programmeKind !== undefined && !programmeKind.includes(pilot.programmeKind)) return false;
  return q === undefined || holdsWords(pilot, q);
}

/** The stage of a pilot at `asOf`. */
export function stageAt(pilot: PilotRecord, asOf: number): Stage {
  return pilot.stages.filter((change) => change.at <= asOf).at(-1)?.stage ?? "PROTOTYPE";
}

/** Whether `region` is `other` or covers it: 330000 all of the province, 330100 all of its city. */
function covers(region: string, other: string): boolean {
  if (region.endsWith("0000")) return other.startsWith(region.slice(0, 2));
  if (region.endsWith("00")) return other.startsWith(region.slice(0, 4));
  return other === region;
}

async function programmesOf(reader: StoreReader, kinds: readonly ProgrammeKind[]): Promise<string[]> {
  const codes: string[] = [];
  for await (const [code, { kind }] of reader.list("programme")) if (kinds.includes(kind)) codes.push(code);
  return codes;
}

function takesPart(organisation: Uscc, pilot: PilotRecord, asOf: number): boolean {
  const isParty = pilot.parties.some(
    (party) =>
      party.organisation === organisation && party.joinedAt <= asOf && (party.leftAt === null || party.leftAt > asOf),
  );
  return isParty || pilot.lead === organisation;
}

function holdsWords({ title, summary, code }: PilotRecord, q: string): boolean {
  const text = normaliseText([title.zh, title.en, summary?.zh ?? "", summary?.en ?? "", code].join("\n"));
  return normaliseText(q)
    .split(/\s+/)
    .every((word) => text.includes(word));
}
