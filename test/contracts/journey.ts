/** Moves pilots through their life: every state can be reached from here. */
import type { evidenceLedgerAbi, pilotLedgerAbi } from "../../server/ledger/abi.generated.ts";
import { numberOf } from "../../server/ledger/codes/code.ts";
import { DIGEST_ALGORITHMS, EVIDENCE_KINDS, type EvidenceKind } from "../../server/ledger/codes/evidence.ts";
import { MILESTONE_KINDS } from "../../server/ledger/codes/milestones.ts";
import {
  FILING_REQUIREMENTS,
  PARTY_ROLES,
  type PilotState,
  VOTES,
  type Vote,
} from "../../server/ledger/codes/pilots.ts";
import type { Hex } from "../../server/ledger/hex.ts";
import { DAY, digest, field, HANGZHOU, NO_DIGEST, PARTY, REASON, type World } from "./fixture.ts";
import type { ArgumentOf } from "./handle.ts";

export type ApplicationStruct = ArgumentOf<typeof pilotLedgerAbi, "applyPilot", 0>;
export type MilestonePlanStruct = ArgumentOf<typeof pilotLedgerAbi, "applyPilot", 1>[number];
export type SubmissionStruct = ArgumentOf<typeof pilotLedgerAbi, "submitMilestone", 1>;
export type AnchorStruct = ArgumentOf<typeof evidenceLedgerAbi, "anchorEvidence", 1>[number];
export type EvidenceBatchStruct = ArgumentOf<typeof evidenceLedgerAbi, "anchorBatch", 1>;
export type EvidenceItemStruct = SubmissionStruct["evidence"][number];

export const TEXT = JSON.stringify({
  milestones: [{ en: "Kickoff", zh: "启动" }],
  platform: { en: "Consortium chain", zh: "联盟链" },
  summary: { en: "Deposits of evidence for courts", zh: "司法存证" },
  title: { en: "Judicial evidence pilot", zh: "司法存证试点" },
});

const kind = (name: (typeof MILESTONE_KINDS)[number]) => numberOf(MILESTONE_KINDS, name);
const bit = (name: EvidenceKind) => 1n << BigInt(numberOf(EVIDENCE_KINDS, name));

/** Kick-off, a prototype that needs a test report and comes after it, and an optional report. */
export function planOf(world: World): MilestonePlanStruct[] {
  const none = { mandatory: true, dependsOn: 0, requiredEvidence: 0n };
  return [
    { ...none, kind: kind("KICKOFF"), weight: 2_000, dueAt: world.opensAt + 30 * DAY },
    {
      ...none,
      kind: kind("PROTOTYPE"),
      weight: 5_000,
      dueAt: world.opensAt + 60 * DAY,
      dependsOn: 0b10,
      requiredEvidence: bit("TEST_REPORT"),
    },
    { ...none, kind: kind("EXIT_REPORT"), mandatory: false, weight: 3_000, dueAt: world.opensAt + 90 * DAY },
  ];
}

/** An application of `LEAD` for Hangzhou and the field JUD. */
export function applicationOf(world: World): ApplicationStruct {
  return {
    region: HANGZHOU,
    field: field("JUD"),
    programme: world.programme,
    predecessor: NO_DIGEST,
    budget: 300_000_00n,
    applicationDigest: digest("application"),
    text: TEXT,
  };
}

export function itemOf(evidence: EvidenceKind): EvidenceItemStruct {
  return {
    kind: numberOf(EVIDENCE_KINDS, evidence),
    algorithm: numberOf(DIGEST_ALGORITHMS, "sha256"),
    digest: digest(evidence),
  };
}

/** A document of the pilot as a whole, to be anchored. */
export function anchorOf(evidence: EvidenceKind, milestone = 0): AnchorStruct {
  const provenance = { source: 1, generation: 1, storedIn: 1, certification: 0 };
  return { milestone, item: itemOf(evidence), size: 2_048, provenance };
}

/** A thousand operational records of the pilot as a whole under `root`, to be anchored. */
export function evidenceBatchOf(root: Hex, itemCount = 1_000): EvidenceBatchStruct {
  return {
    milestone: 0,
    kind: numberOf(EVIDENCE_KINDS, "OPERATIONAL_RECORD"),
    algorithm: numberOf(DIGEST_ALGORITHMS, "sha256"),
    itemCount,
    root,
    manifestDigest: digest("list of records"),
    provenance: { source: 4, generation: 1, storedIn: 2, certification: 0 },
  };
}

/** A submission of milestone `milestone` with a test report. */
export function submissionOf(world: World, milestone: number, revision = 1): SubmissionStruct {
  return {
    milestone,
    revision,
    fileCount: 3,
    totalBytes: 1_234_567,
    claimedAt: world.opensAt,
    manifestDigest: digest(`manifest ${milestone}/${revision}`),
    evidence: [itemOf("TEST_REPORT")],
  };
}

/** Applies with a pilot; returns its id. */
export async function applyWith(
  world: World,
  changes: Partial<ApplicationStruct> = {},
  plan: MilestonePlanStruct[] = planOf(world),
): Promise<Hex> {
  const lead = world.ledger.connect(world.accounts.lead);
  const application = { ...applicationOf(world), ...changes };
  const pilot = await lead.applyPilot.staticCall(application, plan);
  await lead.applyPilot(application, plan);
  return pilot as Hex;
}

/** Submits and accepts a milestone. */
export async function deliver(world: World, pilot: Hex, milestone: number): Promise<void> {
  await world.ledger.connect(world.accounts.lead).submitMilestone(pilot, submissionOf(world, milestone));
  await world.ledger.connect(world.accounts.approver).acceptMilestone(pilot, milestone, 1, digest("decision"));
}

/** Convenes the three experts, of whom two carry. */
export async function convene(world: World, pilot: Hex): Promise<void> {
  const { expert1, expert2, expert3, approver } = world.accounts;
  await world.ledger.connect(approver).convenePanel(pilot, [expert1.address, expert2.address, expert3.address], 2);
}

/** Lets the experts vote, one after the other. */
export async function vote(world: World, pilot: Hex, ...votes: Vote[]): Promise<void> {
  const { expert1, expert2, expert3 } = world.accounts;
  const experts = [expert1, expert2, expert3];
  for (const [index, each] of votes.entries()) {
    const expert = experts[index];
    if (expert === undefined) throw new RangeError("the panel has three experts");
    await world.ledger.connect(expert).castVote(pilot, numberOf(VOTES, each), digest(`opinion ${index}`));
  }
}

/** Convenes the three experts, of whom two carry, on a submission of milestone 1; some of them vote. */
export async function adviseOnMilestone(world: World, pilot: Hex, revision: number, ...votes: Vote[]): Promise<void> {
  const { expert1, expert2, expert3, approver } = world.accounts;
  const experts = [expert1, expert2, expert3];
  const addresses = experts.map(({ address }) => address);
  await world.ledger.connect(approver).conveneMilestonePanel(pilot, 1, revision, addresses, 2);
  for (const [index, each] of votes.entries()) {
    const expert = experts[index];
    if (expert === undefined) throw new RangeError("the panel has three experts");
    const ledger = world.ledger.connect(expert);
    await ledger.voteOnMilestone(pilot, 1, revision, numberOf(VOTES, each), digest(`opinion ${index}`));
  }
}

/** A state a pilot can be in. */
export type ReachableState = Exclude<PilotState, "NONE">;

export type Move = (world: World, pilot: Hex) => Promise<unknown>;

/** A move by one account. */
export const as =
  (account: "lead" | "registrar" | "approver", act: (ledger: World["ledger"], pilot: Hex) => Promise<unknown>): Move =>
  (world, pilot) =>
    act(world.ledger.connect(world.accounts[account]), pilot);

const giveBack = as("registrar", (ledger, pilot) => ledger.returnPilot(pilot, REASON, digest("gaps")));
const admit = as("registrar", (ledger, pilot) => ledger.admitPilot(pilot));
const approve = as("approver", (ledger, pilot) => ledger.approvePilot(pilot, digest("decision")));
const start = as("lead", (ledger, pilot) =>
  ledger.startPilot(pilot, numberOf(FILING_REQUIREMENTS, "NOT_REQUIRED"), REASON),
);
/** Every mandatory milestone is accepted. */
export const finish: Move = async (world, pilot) => {
  await deliver(world, pilot, 1);
  await deliver(world, pilot, 2);
};
const request = as("lead", (ledger, pilot) => ledger.requestAcceptance(pilot, digest("acceptance")));
/** The panel is convened and votes. */
export const panel =
  (...votes: Vote[]): Move =>
  async (world, pilot) => {
    await convene(world, pilot);
    await vote(world, pilot, ...votes);
  };

const reviewed = [admit];
const approved = [admit, approve];
const active = [...approved, start];
const inAcceptance = [...active, finish, request];
const accepted = [
  ...inAcceptance,
  panel("PASS", "PASS"),
  as("approver", (ledger, pilot) => ledger.acceptPilot(pilot, digest("certificate"))),
];

/** How a pilot gets from its application to a state. */
const PATHS: Record<ReachableState, readonly Move[]> = {
  APPLIED: [],
  RETURNED: [giveBack],
  UNDER_REVIEW: reviewed,
  WAITLISTED: [...reviewed, as("approver", (ledger, pilot) => ledger.waitlistPilot(pilot, REASON, NO_DIGEST))],
  APPROVED: approved,
  REJECTED: [...reviewed, as("approver", (ledger, pilot) => ledger.rejectPilot(pilot, REASON, NO_DIGEST))],
  ACTIVE: active,
  SUSPENDED: [...active, as("approver", (ledger, pilot) => ledger.suspendPilot(pilot, REASON, NO_DIGEST))],
  IN_ACCEPTANCE: inAcceptance,
  CONDITIONAL: [
    ...inAcceptance,
    panel("CONDITIONAL", "CONDITIONAL"),
    as("approver", (ledger, pilot) => ledger.acceptPilotConditionally(pilot, REASON, NO_DIGEST)),
  ],
  ACCEPTED: accepted,
  FAILED: [
    ...inAcceptance,
    panel("FAIL", "FAIL"),
    as("approver", (ledger, pilot) => ledger.failPilot(pilot, REASON, NO_DIGEST)),
  ],
  ARCHIVED: [...accepted, as("registrar", (ledger, pilot) => ledger.archivePilot(pilot, digest("archive")))],
  WITHDRAWN: [as("lead", (ledger, pilot) => ledger.withdrawPilot(pilot, REASON, NO_DIGEST))],
  TERMINATED: [as("approver", (ledger, pilot) => ledger.terminatePilot(pilot, REASON, NO_DIGEST))],
};

export const REACHABLE_STATES = Object.keys(PATHS) as ReachableState[];

/** Applies with a pilot, lets `PARTY` join and brings it to `state`; returns its id. */
export async function pilotIn(world: World, state: ReachableState): Promise<Hex> {
  const pilot = await applyWith(world);
  await world.ledger
    .connect(world.accounts.lead)
    .addParty(pilot, PARTY, numberOf(PARTY_ROLES, "TECHNOLOGY"), digest("consent"));
  for (const move of PATHS[state]) await move(world, pilot);
  return pilot;
}
