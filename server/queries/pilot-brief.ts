import type { Bilingual } from "../ledger/codes/bilingual.ts";
import { type PilotCode, parsePilotCode } from "../ledger/ids.ts";
import type { Ledger } from "./as-of/ledger.ts";
import { organisationNames } from "./organisation-names.ts";
import type { Page } from "./page.ts";
import { covers } from "./pilot-filter.ts";

/** Which pilot a record is about, as far as a reader needs it to know the pilot again. */
export interface PilotBrief {
  readonly pilot: PilotCode;
  readonly pilotTitle: Bilingual | null;
  readonly region: string;
  readonly field: string;
  readonly lead: string | null;
  readonly leadName: Bilingual | null;
}

/** Fetches what answers say of pilots, each once. */
export async function pilotBriefs(
  ledger: Ledger,
  codes: Iterable<PilotCode>,
): Promise<(code: PilotCode) => PilotBrief> {
  const distinct = [...new Set(codes)];
  const pilots = await ledger.getMany("pilot", distinct);
  const nameOf = await organisationNames(
    ledger,
    pilots.flatMap((pilot) => pilot?.lead ?? []),
  );
  const byCode = new Map(distinct.map((code, index) => [code, pilots[index]]));
  return (code) => {
    const pilot = byCode.get(code);
    const lead = pilot?.lead ?? null;
    const leadName = lead === null ? null : nameOf(lead);
    return { pilot: code, pilotTitle: pilot?.title ?? null, ...placeOf(code), lead, leadName };
  };
}

/** A page of records about pilots as items of an answer, each with what is said of its pilot. */
export async function withBriefs<Found, Item>(
  ledger: Ledger,
  { items, next }: Page<Found>,
  pilotOf: (found: Found) => PilotCode,
  itemOf: (found: Found, brief: PilotBrief) => Item,
): Promise<Page<Item>> {
  const briefOf = await pilotBriefs(ledger, items.map(pilotOf));
  return { next, items: items.map((found) => itemOf(found, briefOf(pilotOf(found)))) };
}

/** The pilot of a record that names it. */
export function ofPilot({ pilot }: { readonly pilot: PilotCode }): PilotCode {
  return pilot;
}

/** Where a record about a pilot is looked for. */
export interface PlaceFilter {
  /** A region of GB/T 2260, with everything it covers. */
  readonly region?: string | undefined;
  readonly field?: readonly string[] | undefined;
  readonly pilot?: PilotCode | undefined;
}

/** Whether a pilot lies where is asked for: its code says its region and field. */
export function liesIn(code: PilotCode, { region, field, pilot }: PlaceFilter): boolean {
  if (pilot !== undefined && pilot !== code) return false;
  const place = placeOf(code);
  return (region === undefined || covers(region, place.region)) && (field?.includes(place.field) ?? true);
}

/** The region and field of a pilot, from its code. */
function placeOf(code: PilotCode): Pick<PilotBrief, "region" | "field"> {
  const parts = parsePilotCode(code);
  return { region: parts?.region ?? "", field: parts?.field ?? "" };
}
