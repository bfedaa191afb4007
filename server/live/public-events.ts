import type { Bilingual } from "../ledger/codes/bilingual.ts";
import { EVENT_LABELS } from "../ledger/codes/event-labels.ts";
import type { EventName } from "../ledger/events.ts";
import { type PilotCode, packPilotId, parsePilotCode, unpackPilotId } from "../ledger/ids.ts";
import type { Provenance } from "../ledger/provenance.ts";
import type { EventRecord } from "../ledger/records.ts";

/** Events by which what anybody may read of a pilot becomes another. None of supervision: what of it is public, the pilot itself says. */
export const PUBLIC_EVENTS = [
  "PilotApplied",
  "PilotResubmitted",
  "PilotReturned",
  "PilotAdmitted",
  "PilotApproved",
  "PilotRejected",
  "PilotWaitlisted",
  "PilotStarted",
  "PilotSuspended",
  "PilotResumed",
  "PilotArchived",
  "PilotWithdrawn",
  "PilotTerminated",
  "StageAdvanced",
  "ShowcaseGranted",
  "ShowcaseRevoked",
  "AcceptanceRequested",
  "PilotAccepted",
  "PilotAcceptedConditionally",
  "AcceptanceFailed",
  "MilestoneSubmitted",
  "MilestoneReturned",
  "MilestoneAccepted",
  "MilestoneWaived",
] as const satisfies readonly EventName[];

/** That something about a pilot became another, as anybody is told: what happened, never who did it or why. */
export interface PublicEvent {
  readonly code: PilotCode;
  readonly event: EventName;
  readonly label: Bilingual;
  readonly at: number;
  readonly provenance: Omit<Provenance, "actor" | "actorOrganisation" | "event"> & { readonly chainId: number };
}

/** An event as anybody is told of it; undefined when it is none of a pilot's that is public. */
export function publicEvent({ subject, provenance }: EventRecord, chainId: number): PublicEvent | undefined {
  const { actor: _, actorOrganisation: __, event, ...rest } = provenance;
  const parts = parsePilotCode(unpackPilotId(subject));
  const isOfPilot = parts !== undefined && packPilotId(parts) === subject;
  if (!isOfPilot || !(PUBLIC_EVENTS as readonly EventName[]).includes(event)) return undefined;
  return {
    code: unpackPilotId(subject) as PilotCode,
    event,
    label: EVENT_LABELS[event],
    at: rest.blockTime,
    provenance: { chainId, ...rest },
  };
}
