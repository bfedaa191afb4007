/** Every act on a pilot: who may do it, in which states, and a call of it that would go through. */
import { numberOf } from "../../server/ledger/codes/code.ts";
import { FILING_REQUIREMENTS, PARTY_ROLES, VOTES } from "../../server/ledger/codes/pilots.ts";
import type { Hex } from "../../server/ledger/hex.ts";
import {
  type AccountName,
  DAY,
  digest,
  type EvidenceLedger,
  NO_DIGEST,
  OTHER,
  PARTY,
  type PilotLedger,
  REASON,
  type World,
} from "./fixture.ts";
import {
  adviseOnMilestone,
  anchorOf,
  as,
  evidenceBatchOf,
  finish,
  type Move,
  panel,
  pilotIn,
  planOf,
  type ReachableState,
  submissionOf,
  TEXT,
} from "./journey.ts";

/** Whose act it is. */
type Caller = "lead" | "participant" | "REGISTRAR" | "APPROVER" | "EXPERT";

export interface Act {
  readonly name: string;
  readonly caller: Caller;
  /** Where it is allowed. */
  readonly states: readonly ReachableState[];
  /** What must happen to a pilot in the first of the states before the act can go through. */
  readonly ready: readonly Move[];
  /** Tries the act without recording it. */
  readonly attempt: (ledger: PilotLedger, pilot: Hex, world: World) => Promise<unknown>;
}

const OPEN: readonly ReachableState[] = [
  "APPLIED",
  "RETURNED",
  "UNDER_REVIEW",
  "WAITLISTED",
  "APPROVED",
  "ACTIVE",
  "SUSPENDED",
  "IN_ACCEPTANCE",
  "CONDITIONAL",
];

const submit: Move = (world, pilot) =>
  world.ledger.connect(world.accounts.lead).submitMilestone(pilot, submissionOf(world, 1));
const askForTime: Move = (world, pilot) =>
  world.ledger.connect(world.accounts.lead).requestExtension(pilot, 1, world.opensAt + 60 * DAY, REASON, NO_DIGEST);
const mature = as("approver", (ledger, pilot) => ledger.advanceStage(pilot, digest("decision")));
const show: Move = (world, pilot) =>
  world.ledger.connect(world.accounts.approver).grantShowcase(pilot, world.closesAt, digest("decision"));

/** The allowed pairs of act and state; all others are refused. */
export const ACTS: readonly Act[] = [
  act("resubmitPilot", "lead", ["RETURNED"], (ledger, pilot, world) =>
    ledger.resubmitPilot.staticCall(pilot, 1n, digest("application"), TEXT, planOf(world)),
  ),
  act("startPilot", "lead", ["APPROVED"], (ledger, pilot) =>
    ledger.startPilot.staticCall(pilot, numberOf(FILING_REQUIREMENTS, "NOT_REQUIRED"), REASON),
  ),
  act(
    "requestAcceptance",
    "lead",
    ["ACTIVE", "CONDITIONAL"],
    (ledger, pilot) => ledger.requestAcceptance.staticCall(pilot, digest("acceptance")),
    finish,
  ),
  act("withdrawPilot", "lead", OPEN, (ledger, pilot) => ledger.withdrawPilot.staticCall(pilot, REASON, NO_DIGEST)),
  act("amendPilot", "lead", OPEN, (ledger, pilot) => ledger.amendPilot.staticCall(pilot, 1n, NO_DIGEST, TEXT)),
  act("addParty", "lead", OPEN, (ledger, pilot) =>
    ledger.addParty.staticCall(pilot, OTHER, numberOf(PARTY_ROLES, "TECHNOLOGY"), digest("consent")),
  ),
  act("removeParty", "lead", OPEN, (ledger, pilot) => ledger.removeParty.staticCall(pilot, PARTY, REASON)),
  act("returnPilot", "REGISTRAR", ["APPLIED"], (ledger, pilot) =>
    ledger.returnPilot.staticCall(pilot, REASON, NO_DIGEST),
  ),
  act("admitPilot", "REGISTRAR", ["APPLIED"], (ledger, pilot) => ledger.admitPilot.staticCall(pilot)),
  act("archivePilot", "REGISTRAR", ["ACCEPTED"], (ledger, pilot) =>
    ledger.archivePilot.staticCall(pilot, digest("archive")),
  ),
  act("approvePilot", "APPROVER", ["UNDER_REVIEW", "WAITLISTED"], (ledger, pilot) =>
    ledger.approvePilot.staticCall(pilot, digest("decision")),
  ),
  act("rejectPilot", "APPROVER", ["UNDER_REVIEW", "WAITLISTED"], (ledger, pilot) =>
    ledger.rejectPilot.staticCall(pilot, REASON, NO_DIGEST),
  ),
  act("waitlistPilot", "APPROVER", ["UNDER_REVIEW"], (ledger, pilot) =>
    ledger.waitlistPilot.staticCall(pilot, REASON, NO_DIGEST),
  ),
  act("suspendPilot", "APPROVER", ["ACTIVE"], (ledger, pilot) =>
    ledger.suspendPilot.staticCall(pilot, REASON, NO_DIGEST),
  ),
  act("resumePilot", "APPROVER", ["SUSPENDED"], (ledger, pilot) =>
    ledger.resumePilot.staticCall(pilot, REASON, NO_DIGEST),
  ),
  act("terminatePilot", "APPROVER", OPEN, (ledger, pilot) =>
    ledger.terminatePilot.staticCall(pilot, REASON, NO_DIGEST),
  ),
  act("convenePanel", "APPROVER", ["IN_ACCEPTANCE"], (ledger, pilot, world) =>
    ledger.convenePanel.staticCall(pilot, [world.accounts.expert1.address], 1),
  ),
  act(
    "castVote",
    "EXPERT",
    ["IN_ACCEPTANCE"],
    (ledger, pilot) => ledger.castVote.staticCall(pilot, numberOf(VOTES, "PASS"), digest("opinion")),
    panel(),
  ),
  act(
    "acceptPilot",
    "APPROVER",
    ["IN_ACCEPTANCE"],
    (ledger, pilot) => ledger.acceptPilot.staticCall(pilot, digest("certificate")),
    panel("PASS", "PASS"),
  ),
  act(
    "acceptPilotConditionally",
    "APPROVER",
    ["IN_ACCEPTANCE"],
    (ledger, pilot) => ledger.acceptPilotConditionally.staticCall(pilot, REASON, NO_DIGEST),
    panel("PASS", "CONDITIONAL"),
  ),
  act(
    "failPilot",
    "APPROVER",
    ["IN_ACCEPTANCE"],
    (ledger, pilot) => ledger.failPilot.staticCall(pilot, REASON, NO_DIGEST),
    panel("FAIL", "FAIL"),
  ),
  act(
    "advanceStage",
    "APPROVER",
    ["ACTIVE", "IN_ACCEPTANCE", "CONDITIONAL", "ACCEPTED"],
    (ledger, pilot) => ledger.advanceStage.staticCall(pilot, digest("decision")),
    finish,
  ),
  act(
    "grantShowcase",
    "APPROVER",
    ["ACCEPTED", "ARCHIVED"],
    (ledger, pilot, world) => ledger.grantShowcase.staticCall(pilot, world.closesAt, digest("decision")),
    mature,
  ),
  act(
    "revokeShowcase",
    "APPROVER",
    ["ACCEPTED", "ARCHIVED"],
    (ledger, pilot) => ledger.revokeShowcase.staticCall(pilot, REASON, NO_DIGEST),
    mature,
    show,
  ),
  act("submitMilestone", "participant", ["ACTIVE"], (ledger, pilot, world) =>
    ledger.submitMilestone.staticCall(pilot, submissionOf(world, 1)),
  ),
  act(
    "conveneMilestonePanel",
    "APPROVER",
    ["ACTIVE", "SUSPENDED"],
    (ledger, pilot, world) => ledger.conveneMilestonePanel.staticCall(pilot, 1, 1, [world.accounts.expert1.address], 1),
    submit,
  ),
  act(
    "voteOnMilestone",
    "EXPERT",
    ["ACTIVE", "SUSPENDED"],
    (ledger, pilot) => ledger.voteOnMilestone.staticCall(pilot, 1, 1, numberOf(VOTES, "PASS"), digest("opinion")),
    submit,
    (world, pilot) => adviseOnMilestone(world, pilot, 1),
  ),
  act(
    "returnMilestone",
    "APPROVER",
    ["ACTIVE", "SUSPENDED"],
    (ledger, pilot) => ledger.returnMilestone.staticCall(pilot, 1, 1, REASON, NO_DIGEST),
    submit,
  ),
  act(
    "acceptMilestone",
    "APPROVER",
    ["ACTIVE", "SUSPENDED"],
    (ledger, pilot) => ledger.acceptMilestone.staticCall(pilot, 1, 1, digest("decision")),
    submit,
  ),
  act("waiveMilestone", "APPROVER", ["ACTIVE", "SUSPENDED"], (ledger, pilot) =>
    ledger.waiveMilestone.staticCall(pilot, 1, REASON, NO_DIGEST),
  ),
  act("requestExtension", "lead", ["ACTIVE", "SUSPENDED"], (ledger, pilot, world) =>
    ledger.requestExtension.staticCall(pilot, 1, world.opensAt + 60 * DAY, REASON, NO_DIGEST),
  ),
  act(
    "grantExtension",
    "APPROVER",
    ["ACTIVE", "SUSPENDED"],
    (ledger, pilot) => ledger.grantExtension.staticCall(pilot, 1, digest("decision")),
    askForTime,
  ),
  act(
    "refuseExtension",
    "APPROVER",
    ["ACTIVE", "SUSPENDED"],
    (ledger, pilot) => ledger.refuseExtension.staticCall(pilot, 1, REASON, NO_DIGEST),
    askForTime,
  ),
  act("anchorEvidence", "participant", [...OPEN, "ACCEPTED"], (ledger, pilot, world) =>
    evidenceAs(ledger, world).anchorEvidence.staticCall(pilot, [anchorOf("TEST_REPORT")]),
  ),
  act("anchorBatch", "participant", [...OPEN, "ACCEPTED"], (ledger, pilot, world) =>
    evidenceAs(ledger, world).anchorBatch.staticCall(pilot, evidenceBatchOf(digest("root"))),
  ),
];

/** An account that may do the acts of `caller`. */
export const ENTITLED: Readonly<Record<Caller, AccountName>> = {
  lead: "lead",
  participant: "leadColleague",
  REGISTRAR: "registrar",
  APPROVER: "approver",
  EXPERT: "expert1",
};

/** Brings a new pilot to where `act` can go through. */
export async function pilotReadyFor(world: World, { states, ready }: Act): Promise<Hex> {
  const pilot = await pilotIn(world, states[0] ?? "APPLIED");
  for (const move of ready) await move(world, pilot);
  return pilot;
}

/** The evidence ledger, called by the account that calls `ledger`. */
function evidenceAs(ledger: PilotLedger, { evidence }: World): EvidenceLedger {
  return ledger.runner === null ? evidence : evidence.connect(ledger.runner);
}

function act(
  name: string,
  caller: Caller,
  states: readonly ReachableState[],
  attempt: Act["attempt"],
  ...ready: readonly Move[]
): Act {
  return { name, caller, states, attempt, ready };
}
