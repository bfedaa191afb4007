import type { Bilingual } from "../ledger/codes/bilingual.ts";
import type { PilotRecord } from "../ledger/records.ts";
import type { StoreReader } from "../store/reader.ts";
import { organisationNames } from "./organisation-names.ts";
import { type Page, type PageRequest, takePage } from "./page.ts";
import { pilotAsOf } from "./pilot-as-of.ts";
import { candidates, type PilotFilter, satisfies } from "./pilot-filter.ts";
import { type PublicProvenance, publicProvenance } from "./provenance.ts";
import { inRuns } from "./sorted-ids.ts";

type Histories = "states" | "stages" | "parties" | "acceptance" | "showcases";

/** A pilot in a list: everything but its histories. */
export interface PilotItem extends Omit<PilotRecord, Histories | "created" | "updated"> {
  readonly leadName: Bilingual | null;
  readonly appliedAt: number;
  /** When it came into its state. */
  readonly stateSince: number;
  readonly provenance: PublicProvenance;
}

const RUN = 64;

/** The pilots (试点项目) that satisfy a filter at `asOf`, by code, each as it stood then. */
export async function listPilots(
  reader: StoreReader,
  { filter, asOf, after, limit }: PageRequest & { readonly filter: PilotFilter; readonly asOf: number },
): Promise<Page<PilotItem>> {
  const page = await takePage(pilotsThatSatisfy(reader, filter, asOf, after), limit);
  const pilots: PilotRecord[] = [];
  for (const pilot of page.items) {
    const then = pilot.updated.blockTime <= asOf ? pilot : (await pilotAsOf(reader, pilot, asOf))?.pilot;
    if (then !== undefined) pilots.push(then);
  }
  const nameOf = await organisationNames(
    reader,
    pilots.map((pilot) => pilot.lead),
  );
  return { next: page.next, items: pilots.map((pilot) => itemOf(reader, pilot, nameOf(pilot.lead))) };
}

/** The pilots that satisfy a filter at `asOf`, by code, as they are now. */
export async function* pilotsThatSatisfy(
  reader: StoreReader,
  filter: PilotFilter,
  asOf: number,
  after?: string,
): AsyncGenerator<readonly [code: string, pilot: PilotRecord]> {
  for await (const codes of inRuns(candidates(reader, filter, asOf, after), RUN)) {
    for (const pilot of await reader.getMany("pilot", codes)) {
      if (pilot !== undefined && satisfies(pilot, filter, asOf)) yield [pilot.code, pilot];
    }
  }
}

function itemOf(reader: StoreReader, pilot: PilotRecord, leadName: Bilingual | null): PilotItem {
  const { states, stages: _, parties: __, acceptance: ___, showcases: ____, created, updated, ...members } = pilot;
  return {
    ...members,
    leadName,
    appliedAt: created.blockTime,
    stateSince: states.at(-1)?.at ?? created.blockTime,
    provenance: publicProvenance(reader, updated),
  };
}
