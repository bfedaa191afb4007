import type { Bilingual } from "../ledger/codes/bilingual.ts";
import type { PilotRecord } from "../ledger/records.ts";
import type { Ledger } from "./as-of/ledger.ts";
import { find } from "./find.ts";
import { organisationNames } from "./organisation-names.ts";
import { type Page, type PageRequest, takePage } from "./page.ts";
import { type PilotFilter, pilotLeads, satisfies } from "./pilot-filter.ts";
import { type PublicProvenance, publicProvenance } from "./provenance.ts";

type Histories = "states" | "stages" | "parties" | "acceptance" | "showcases";

/** A pilot in a list: everything but its histories. */
export interface PilotItem extends Omit<PilotRecord, Histories | "created" | "updated"> {
  readonly leadName: Bilingual | null;
  readonly appliedAt: number;
  /** When it came into its state. */
  readonly stateSince: number;
  readonly provenance: PublicProvenance;
}

/** The pilots (试点项目) that satisfy a filter, by code. */
export async function listPilots(
  ledger: Ledger,
  { filter, after, limit }: PageRequest & { readonly filter: PilotFilter },
): Promise<Page<PilotItem>> {
  const { items: pilots, next } = await takePage(pilotsThatSatisfy(ledger, filter, after), limit);
  const nameOf = await organisationNames(
    ledger,
    pilots.map((pilot) => pilot.lead),
  );
  return { next, items: pilots.map((pilot) => itemOf(ledger, pilot, nameOf(pilot.lead))) };
}

/** The pilots that satisfy a filter, by code. */
export async function* pilotsThatSatisfy(
  ledger: Ledger,
  filter: PilotFilter,
  after?: string,
): AsyncGenerator<readonly [code: string, pilot: PilotRecord]> {
  const leads = await pilotLeads(ledger, filter);
  yield* find(ledger, { kind: "pilot", leads, after, satisfies: (pilot) => satisfies(pilot, filter) });
}

function itemOf(ledger: Ledger, pilot: PilotRecord, leadName: Bilingual | null): PilotItem {
  const { states, stages: _, parties: __, acceptance: ___, showcases: ____, created, updated, ...members } = pilot;
  return {
    ...members,
    leadName,
    appliedAt: created.blockTime,
    stateSince: states.at(-1)?.at ?? created.blockTime,
    provenance: publicProvenance(ledger, updated),
  };
}
