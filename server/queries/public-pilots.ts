import type { Bilingual } from "../ledger/codes/bilingual.ts";
import type { MilestoneState } from "../ledger/codes/milestones.ts";
import type { PilotState, Stage } from "../ledger/codes/pilots.ts";
import type { PenaltyKind } from "../ledger/codes/supervision.ts";
import { type DossierCode, unpackDossierId } from "../ledger/dossiers.ts";
import type { Hex } from "../ledger/hex.ts";
import { type PilotCode, packPilotId, parsePilotCode } from "../ledger/ids.ts";
import type { MilestoneRecord } from "../ledger/milestone-records.ts";
import type { PilotRecord } from "../ledger/pilot-records.ts";
import type { CaseRecord } from "../ledger/supervision-records.ts";
import type { Uscc } from "../ledger/uscc.ts";
import type { Ledger } from "./as-of/ledger.ts";
import { planIds } from "./as-of/plan-ids.ts";
import { pilotsThatSatisfy } from "./list-pilots.ts";
import { organisationNames } from "./organisation-names.ts";
import { type Page, type PageRequest, takePage } from "./page.ts";
import { holdsWords, type PilotFilter } from "./pilot-filter.ts";
import { inRuns } from "./sorted-ids.ts";

/*
 * What anybody may read of pilots: title, field, region, lead, state, stage, the states of milestones, the filing number, penalties that
 * were served, and digests. Nothing else is shown, and nothing else can be asked by: a filter tells as much as an answer.
 */

/** A pilot as anybody sees it in a list. */
export interface PublicPilotItem {
  readonly code: PilotCode;
  readonly title: Bilingual;
  readonly field: string;
  readonly region: string;
  readonly lead: Uscc;
  readonly leadName: Bilingual | null;
  readonly state: PilotState;
  readonly stage: Stage;
}

/** A penalty that was served and stands. */
export interface PublicPenalty {
  readonly case: DossierCode;
  readonly kinds: readonly PenaltyKind[];
  readonly fineFen: string;
  readonly decidedAt: number;
  readonly decisionDigest: Hex;
}

/** A pilot as anybody sees it. */
export interface PublicPilot extends PublicPilotItem {
  readonly milestones: readonly {
    readonly code: string;
    readonly state: MilestoneState;
    /** Of the lists of files that were submitted, oldest first. */
    readonly manifestDigests: readonly Hex[];
  }[];
  readonly applicationDigest: Hex;
  /** A filing number is a registration, not an endorsement; the note says so beside it. */
  readonly filing: { readonly number: string; readonly note: Bilingual } | null;
  readonly penalties: readonly PublicPenalty[];
}

/** What anybody may ask pilots by. */
export interface PublicPilotFilter extends Pick<PilotFilter, "field" | "region" | "state" | "stage"> {
  readonly lead?: Uscc | undefined;
  /** Words of the title or the code. */
  readonly q?: string | undefined;
}

const NOT_AN_ENDORSEMENT: Bilingual = {
  zh: "备案编号仅表示登记，不代表对服务的认可，不得用于宣传或商业目的。",
  en: "A filing number is a registration, not an endorsement, and may not be used for publicity or trade.",
};

const RUN = 64;

/** The pilots that satisfy a filter, by code, as anybody sees them. */
export async function listPublicPilots(
  ledger: Ledger,
  { filter, after, limit }: PageRequest & { readonly filter: PublicPilotFilter },
): Promise<Page<PublicPilotItem>> {
  const { items: pilots, next } = await takePage(pilotsOf(ledger, filter, after), limit);
  const nameOf = await organisationNames(
    ledger,
    pilots.map(({ lead }) => lead),
  );
  return { next, items: pilots.map((pilot) => itemOf(pilot, nameOf(pilot.lead))) };
}

/** A pilot as anybody sees it; undefined when there is none. */
export async function publicPilotByCode(ledger: Ledger, code: PilotCode): Promise<PublicPilot | undefined> {
  const pilot = await ledger.get("pilot", code);
  if (pilot === undefined) return undefined;
  const nameOf = await organisationNames(ledger, [pilot.lead]);
  const plan = await ledger.getMany("milestone", planIds(pilot));
  const filing = await ledger.get("filing", code);
  const number = filing?.state === "FILED" ? filing.number : null;
  return {
    ...itemOf(pilot, nameOf(pilot.lead)),
    milestones: plan.flatMap((milestone) => (milestone === undefined ? [] : [milestoneOf(milestone)])),
    applicationDigest: pilot.applicationDigest,
    filing: number === null ? null : { number, note: NOT_AN_ENDORSEMENT },
    penalties: (await casesOf(ledger, code)).flatMap(penaltiesOf),
  };
}

async function* pilotsOf(ledger: Ledger, { lead, q, ...filter }: PublicPilotFilter, after: string | undefined) {
  // Titles are among the words of the index: it leads to all of them, and to others that are left out here.
  for await (const [code, pilot] of pilotsThatSatisfy(ledger, { ...filter, organisation: lead, q }, after)) {
    if (lead !== undefined && pilot.lead !== lead) continue;
    if (q === undefined || holdsWords([pilot.title.zh, pilot.title.en, pilot.code], q)) yield [code, pilot] as const;
  }
}

function itemOf(
  { code, title, field, region, lead, state, stage }: PilotRecord,
  leadName: Bilingual | null,
): PublicPilotItem {
  return { code, title, field, region, lead, leadName, state, stage };
}

function milestoneOf({ code, state, submissions }: MilestoneRecord): PublicPilot["milestones"][number] {
  return { code, state, manifestDigests: submissions.map(({ manifestDigest }) => manifestDigest) };
}

/** The cases of a pilot: its events name them. */
async function casesOf(ledger: Ledger, code: PilotCode): Promise<CaseRecord[]> {
  const parts = parsePilotCode(code);
  if (parts === undefined) return [];
  const dossiers: DossierCode[] = [];
  for await (const ids of inRuns(ledger.lookUp("event.subject", packPilotId(parts)), RUN)) {
    for (const event of await ledger.getMany("event", ids)) {
      if (event?.provenance.event === "CaseOpened") dossiers.push(unpackDossierId(event.args.dossier as Hex));
    }
  }
  const cases = await ledger.getMany("case", dossiers);
  return cases.filter((record) => record !== undefined);
}

/** Served and not withdrawn: what was withdrawn must no longer be shown (行政处罚法 Art. 48). */
function penaltiesOf({ code, penalties }: CaseRecord): PublicPenalty[] {
  return penalties.flatMap(({ decision, service, withdrawn }) => {
    if (decision === null || service === null || withdrawn !== null) return [];
    const { kinds, fineFen, at, decisionDigest } = decision;
    return [{ case: code, kinds, fineFen, decidedAt: at, decisionDigest }];
  });
}
