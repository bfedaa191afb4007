import type { Bilingual } from "../../ledger/codes/bilingual.ts";
import type { EventName } from "../../ledger/events.ts";
import { type PilotCode, packPilotId, parsePilotCode } from "../../ledger/ids.ts";
import { eventId } from "../../ledger/keys.ts";
import type { PilotRecord } from "../../ledger/pilot-records.ts";
import type { EventRecord } from "../../ledger/records.ts";
import type { Uscc } from "../../ledger/uscc.ts";
import type { Ledger } from "../as-of/ledger.ts";
import { eventsOf } from "../as-of/replay.ts";
import { find } from "../find.ts";
import { organisationNames } from "../organisation-names.ts";
import { type Page, type PageRequest, takePage } from "../page.ts";
import { type TimelineItem, timelineItem } from "../pilot-timeline.ts";

/** How somebody was on both sides. */
export const CONFLICT_LABELS = {
  PARTICIPANT_DECIDES: {
    zh: "由项目牵头或参与单位的账户作出决定",
    en: "An account of the pilot's lead or of a party decided on it",
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** A decision by somebody who was on the other side as well. */
export interface ConflictItem extends TimelineItem {
  readonly kind: keyof typeof CONFLICT_LABELS;
  readonly kindLabel: Bilingual;
  readonly pilot: PilotCode;
  readonly organisation: Uscc;
  readonly organisationName: Bilingual | null;
  readonly as: "LEAD" | "PARTY";
}

/** The acts on a pilot that are not its own team's. */
const DECISIONS: ReadonlySet<EventName> = new Set([
  "PilotReturned",
  "PilotAdmitted",
  "PilotApproved",
  "PilotRejected",
  "PilotWaitlisted",
  "PilotSuspended",
  "PilotResumed",
  "PilotTerminated",
  "PilotArchived",
  "PilotAccepted",
  "PilotAcceptedConditionally",
  "AcceptanceFailed",
  "AcceptancePanelConvened",
  "AcceptanceVoted",
  "StageAdvanced",
  "ShowcaseGranted",
  "ShowcaseRevoked",
  "MilestonePanelConvened",
  "MilestoneVoted",
  "MilestoneAccepted",
  "MilestoneReturned",
  "MilestoneWaived",
  "ExtensionGranted",
  "ExtensionRefused",
  "FilingRecorded",
  "FilingRefused",
  "FilingChecked",
  "FilingRevoked",
  "InspectionOpened",
  "InspectionConcluded",
  "CaseOpened",
  "FindingsIssued",
  "RectificationOrdered",
  "RectificationJudged",
  "RectificationLifted",
  "PenaltyNoticed",
  "PenaltyDecided",
  "PenaltyWaived",
  "PenaltyWithdrawn",
  "CaseReferred",
  "CaseClosed",
  "RiskRated",
]);

interface Conflict {
  readonly pilot: PilotRecord;
  readonly event: EventRecord;
  readonly organisation: Uscc;
}

/**
 * Breaches of the separation of duties (职责分离): decisions on a pilot by an account of an organisation that took part in it then. Found
 * among the pilots of the organisations whose accounts hold or held a role; that one account is not on both sides the contracts see to.
 */
export async function conflicts(ledger: Ledger, { after, limit }: PageRequest): Promise<Page<ConflictItem>> {
  const { items, next } = await takePage(conflictsOf(ledger, after), limit);
  const nameOf = await organisationNames(
    ledger,
    items.map(({ organisation }) => organisation),
  );
  return {
    next,
    items: items.map(({ pilot, event, organisation }) => ({
      ...timelineItem(ledger, event),
      kind: "PARTICIPANT_DECIDES",
      kindLabel: CONFLICT_LABELS.PARTICIPANT_DECIDES,
      pilot: pilot.code,
      organisation,
      organisationName: nameOf(organisation),
      as: pilot.lead === organisation ? "LEAD" : "PARTY",
    })),
  };
}

async function* conflictsOf(
  ledger: Ledger,
  after: string | undefined,
): AsyncGenerator<readonly [id: string, conflict: Conflict]> {
  const leads = [{ index: "pilot.organisation", values: await organisationsWithRoles(ledger) }] as const;
  const resumed = after?.split(" ")[0];
  // The pilot of the last one given may hold more.
  const first = resumed === undefined ? undefined : await ledger.get("pilot", resumed);
  if (first !== undefined) yield* within(ledger, first, after);
  for await (const [, pilot] of find(ledger, { kind: "pilot", leads, satisfies: () => true, after: resumed })) {
    yield* within(ledger, pilot, undefined);
  }
}

async function* within(ledger: Ledger, pilot: PilotRecord, after: string | undefined) {
  const parts = parsePilotCode(pilot.code);
  if (parts === undefined) return;
  for await (const event of eventsOf(ledger, [packPilotId(parts)], ledger.cut)) {
    const { event: name, actorOrganisation, blockTime } = event.provenance;
    const id = `${pilot.code} ${eventId(event.provenance)}`;
    if (after !== undefined && id <= after) continue;
    if (actorOrganisation === null || !DECISIONS.has(name)) continue;
    if (tookPart(pilot, actorOrganisation, blockTime)) {
      yield [id, { pilot, event, organisation: actorOrganisation }] as const;
    }
  }
}

/** Whether an organisation led a pilot or was one of its parties at an instant. */
function tookPart({ lead, parties }: PilotRecord, organisation: Uscc, instant: number): boolean {
  if (lead === organisation) return true;
  return parties.some(
    (party) =>
      party.organisation === organisation &&
      party.joinedAt <= instant &&
      (party.leftAt === null || party.leftAt >= instant),
  );
}

async function organisationsWithRoles(ledger: Ledger): Promise<Uscc[]> {
  const found = new Set<Uscc>();
  for await (const [, { organisation, roles }] of ledger.list("account")) {
    if (organisation !== null && roles.length > 0) found.add(organisation);
  }
  return [...found];
}
