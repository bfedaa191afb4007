import { EVIDENCE_KINDS } from "../../../server/ledger/codes/evidence.ts";
import { type AccountName, DAY, digest, OTHER, PARTY, REASON, type World } from "../../../test/contracts/fixture.ts";
import { anchorOf, planOf, submissionOf, TEXT } from "../../../test/contracts/journey.ts";
import type { Draw } from "../draw.ts";

/** An act of a random sequence: the contract, the function, who mostly sends it, and arguments. */
export interface RandomAct {
  readonly contract: "authority" | "ledger" | "evidence";
  readonly name: string;
  readonly by: AccountName;
  readonly args: (draw: Draw, pilot: string, world: World) => readonly unknown[];
}

const paper = (draw: Draw): string => digest(`paper ${draw.number(1_000_000)}`);
const milestone = (draw: Draw): number => 1 + draw.number(3);
const revision = (draw: Draw): number => 1 + draw.number(2);
const reasoned: RandomAct["args"] = (draw, pilot) => [pilot, REASON, paper(draw)];
const documented: RandomAct["args"] = (draw, pilot) => [pilot, paper(draw)];
const ballot: RandomAct["args"] = (draw, pilot) => [
  pilot,
  milestone(draw),
  revision(draw),
  milestone(draw),
  paper(draw),
];
const at = (name: string, by: AccountName, args: RandomAct["args"]): RandomAct => ({
  contract: "ledger",
  name,
  by,
  args,
});

/** What a sequence is drawn from; a new act joins as a line. */
export const RANDOM_ACTS: readonly RandomAct[] = [
  at("returnPilot", "registrar", reasoned),
  at("admitPilot", "registrar", (_, pilot) => [pilot]),
  at("approvePilot", "approver", documented),
  at("rejectPilot", "approver", reasoned),
  at("waitlistPilot", "approver", reasoned),
  at("startPilot", "lead", (_, pilot) => [pilot, 2, REASON]),
  at("suspendPilot", "approver", reasoned),
  at("resumePilot", "approver", reasoned),
  at("resubmitPilot", "lead", (draw, pilot, world) => [pilot, draw.number(100), paper(draw), TEXT, planOf(world)]),
  at("amendPilot", "lead", (draw, pilot) => [pilot, draw.number(100), paper(draw), TEXT]),
  at("addParty", "lead", (draw, pilot) => [pilot, draw.one([OTHER, PARTY]), milestone(draw), paper(draw)]),
  at("removeParty", "lead", (draw, pilot) => [pilot, draw.one([OTHER, PARTY]), REASON]),
  at("submitMilestone", "lead", (draw, pilot, world) => [pilot, submissionOf(world, milestone(draw), revision(draw))]),
  at("acceptMilestone", "approver", (draw, pilot) => [pilot, milestone(draw), revision(draw), paper(draw)]),
  at("returnMilestone", "approver", (draw, pilot) => [pilot, milestone(draw), revision(draw), REASON, paper(draw)]),
  at("conveneMilestonePanel", "approver", (draw, pilot, { accounts }) => {
    const experts = [accounts.expert1, accounts.expert2, accounts.expert3].slice(0, milestone(draw));
    return [pilot, milestone(draw), revision(draw), experts.map(({ address }) => address), milestone(draw)];
  }),
  at("voteOnMilestone", "expert1", ballot),
  at("voteOnMilestone", "expert2", ballot),
  at("waiveMilestone", "approver", (draw, pilot) => [pilot, milestone(draw), REASON, paper(draw)]),
  at("requestExtension", "lead", (draw, pilot, world) => {
    const dueAt = world.opensAt + (30 + draw.number(120)) * DAY;
    return [pilot, milestone(draw), dueAt, REASON, paper(draw)];
  }),
  at("grantExtension", "approver", (draw, pilot) => [pilot, milestone(draw), paper(draw)]),
  at("refuseExtension", "approver", (draw, pilot) => [pilot, milestone(draw), REASON, paper(draw)]),
  at("requestAcceptance", "lead", documented),
  at("convenePanel", "approver", (draw, pilot, { accounts }) => {
    const experts = [accounts.expert1, accounts.expert2, accounts.expert3].slice(0, milestone(draw));
    return [pilot, experts.map(({ address }) => address), milestone(draw)];
  }),
  at("castVote", "expert1", (draw, pilot) => [pilot, milestone(draw), paper(draw)]),
  at("castVote", "expert2", (draw, pilot) => [pilot, milestone(draw), paper(draw)]),
  at("acceptPilot", "approver", documented),
  at("acceptPilotConditionally", "approver", reasoned),
  at("failPilot", "approver", reasoned),
  at("archivePilot", "registrar", documented),
  at("advanceStage", "approver", documented),
  at("grantShowcase", "approver", (draw, pilot, world) => [pilot, world.closesAt, paper(draw)]),
  at("revokeShowcase", "approver", reasoned),
  {
    contract: "evidence",
    name: "anchorEvidence",
    by: "lead",
    args: (draw, pilot) => [pilot, [anchorOf(draw.one(EVIDENCE_KINDS), draw.number(4))]],
  },
];
