import type { PilotState, Stage } from "../ledger/codes/pilots.ts";
import type { ProgrammeKind } from "../ledger/codes/programmes.ts";
import type { ProgrammeCode } from "../ledger/ids.ts";
import type { PilotRecord } from "../ledger/pilot-records.ts";
import { normaliseText, queryTerms, searchTerms } from "../ledger/search.ts";
import type { Uscc } from "../ledger/uscc.ts";
import type { Ledger } from "./as-of/ledger.ts";
import type { Lead } from "./find.ts";

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
  /** Words of the title, summary or code. */
  readonly q?: string | undefined;
  /** Applied for at this instant or later, Unix seconds. */
  readonly from?: number | undefined;
  /** Applied for before this instant, Unix seconds. */
  readonly to?: number | undefined;
}

/** The indexes that lead to the pilots of a filter. */
export async function pilotLeads(ledger: Ledger, filter: PilotFilter): Promise<Lead[]> {
  const { programme, programmeKind, organisation, state, stage, region, field, q } = filter;
  const leads: Lead[] = [];
  if (programme !== undefined) leads.push({ index: "pilot.programme", values: [programme] });
  if (organisation !== undefined) leads.push({ index: "pilot.organisation", values: [organisation] });
  if (programmeKind !== undefined) {
    leads.push({ index: "pilot.programme", values: await programmesOf(ledger, programmeKind) });
  }
  // Titles can be amended: the index only knows the present ones.
  for (const term of queryTerms(q ?? "")) leads.push({ index: "pilot.term", everIndex: null, values: [term] });
  if (state !== undefined) leads.push({ index: "pilot.state", everIndex: "pilot.everState", values: state });
  if (stage !== undefined) leads.push({ index: "pilot.stage", everIndex: "pilot.everStage", values: stage });
  if (region !== undefined) leads.push({ index: "pilot.region", values: [region] });
  if (field !== undefined) leads.push({ index: "pilot.field", values: field });
  return leads;
}

/** Whether a pilot satisfies a filter as it stands. */
export function satisfies(pilot: PilotRecord, filter: PilotFilter): boolean {
  const { field, region, state, stage, organisation, programme, programmeKind, q, from, to } = filter;
  const appliedAt = pilot.created.blockTime;
  if (from !== undefined && appliedAt < from) return false;
  if (to !== undefined && appliedAt >= to) return false;
  if (field !== undefined && !field.includes(pilot.field)) return false;
  if (region !== undefined && !covers(region, pilot.region)) return false;
  if (state !== undefined && !state.includes(pilot.state)) return false;
  if (stage !== undefined && !stage.includes(pilot.stage)) return false;
  if (organisation !== undefined && !takesPart(organisation, pilot)) return false;
  if (programme !== undefined && pilot.programme !== programme) return false;
  if (programmeKind !== undefined && !programmeKind.includes(pilot.programmeKind)) return false;
  return q === undefined || holdsWords([...textsOf(pilot), pilot.code], q);
}

/** Whether `region` is `other` or covers it: 330000 all of the province, 330100 all of its city. */
export function covers(region: string, other: string): boolean {
  if (region.endsWith("0000")) return other.startsWith(region.slice(0, 2));
  if (region.endsWith("00")) return other.startsWith(region.slice(0, 4));
  return other === region;
}

/** Whether texts hold every one of the words of `q`, in any case and width, as the index of terms finds them. */
export function holdsWords(texts: readonly string[], q: string): boolean {
  const terms = new Set(searchTerms(...texts));
  if (!queryTerms(q).every((term) => terms.has(term))) return false;
  const text = normaliseText(texts.join("\n"));
  return normaliseText(q)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Whether an organisation leads a pilot or is one of its parties now. */
function takesPart(organisation: Uscc, { lead, parties }: Pick<PilotRecord, "lead" | "parties">): boolean {
  return lead === organisation || parties.some((party) => party.organisation === organisation && party.leftAt === null);
}

function textsOf({ title, summary }: PilotRecord): string[] {
  return [title.zh, title.en, summary?.zh ?? "", summary?.en ?? ""];
}

async function programmesOf(ledger: Ledger, kinds: readonly ProgrammeKind[]): Promise<string[]> {
  const codes: string[] = [];
  for await (const [code, { kind }] of ledger.list("programme")) if (kinds.includes(kind)) codes.push(code);
  return codes;
}
