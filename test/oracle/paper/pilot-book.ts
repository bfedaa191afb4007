import { unpackProgrammeId } from "../../../server/ledger/ids.ts";
import { unpackUscc } from "../../../server/ledger/uscc.ts";
import type { Said } from "../../support/event-chain.ts";
import type { Read } from "./paper.ts";
import type { Raw } from "./raw.ts";

export interface PaperSubmission {
  readonly revision: number;
  readonly at: number;
  result: "WAITING" | "ACCEPTED" | "RETURNED";
  decidedAt: number;
  panel: { convenedAt: number; experts: string[]; voted: string[] } | null;
}

export interface PaperMilestone {
  readonly number: number;
  readonly kind: number;
  readonly originalDueAt: number;
  dueAt: number;
  waived: boolean;
  submissions: PaperSubmission[];
  extensions: { requestedAt: number; result: "WAITING" | "GRANTED" | "REFUSED"; decidedAt: number }[];
}

export interface PaperPilot {
  readonly code: string;
  readonly region: string;
  readonly field: string;
  readonly lead: string;
  readonly programme: string;
  readonly programmeKind: string;
  readonly appliedAt: number;
  budget: bigint;
  version: number;
  title: { zh: string; en: string };
  state: string;
  stage: string;
  steps: { name: string; at: number }[];
  parties: { organisation: string; joinedAt: number; leftAt: number | null }[];
  plan: PaperMilestone[];
  rounds: { requestedAt: number; experts: string[]; voted: string[]; result: string | null }[];
  needsFiling: boolean;
  lastEventAt: number;
}

const RUNS = ["ACTIVE", "SUSPENDED", "IN_ACCEPTANCE", "CONDITIONAL"];

/** The pilots, and what became of their plans. */
export class PilotBook {
  readonly all: PaperPilot[] = [];

  find(code: string): PaperPilot | undefined {
    return this.all.find((pilot) => pilot.code === code);
  }

  runs({ state }: PaperPilot): boolean {
    return RUNS.includes(state);
  }

  apply(code: string, { args: said, time }: Said): void {
    const args = said as Raw;
    this.all.push({
      code,
      region: code.split("-")[2] ?? "",
      field: code.split("-")[3] ?? "",
      lead: unpackUscc(args.lead),
      programme: unpackProgrammeId(args.programme),
      programmeKind: unpackProgrammeId(args.programme).split("-")[2] ?? "",
      appliedAt: time,
      budget: args.budget,
      version: 1,
      title: JSON.parse(args.text).title,
      state: "APPLIED",
      stage: "PROTOTYPE",
      steps: [{ name: "APPLIED", at: time }],
      parties: [],
      plan: planOf(args),
      rounds: [],
      needsFiling: false,
      lastEventAt: time,
    });
  }

  read({ name, args: said, pilot: code, time, actor }: Read): void {
    const pilot = this.find(code ?? "");
    const args = said as Raw;
    if (pilot === undefined) return;
    pilot.lastEventAt = time;
    const entered = ENTERED[name];
    if (entered !== undefined) {
      pilot.state = entered;
      pilot.steps.push({ name: entered, at: time });
    }
    if (name === "PilotResubmitted") {
      pilot.budget = args.budget;
      pilot.version = args.version;
      pilot.title = JSON.parse(args.text).title;
      pilot.plan = planOf(args);
    }
    if (name === "PilotStarted") pilot.needsFiling = args.filing === 2;
    if (name === "StageAdvanced" || name === "ShowcaseGranted") {
      pilot.stage =
        name === "ShowcaseGranted" ? "SHOWCASE" : (["PROTOTYPE", "SOLUTION", "SHOWCASE"][args.stage] ?? "?");
      pilot.steps.push({ name: pilot.stage, at: time });
    }
    if (name === "PartyJoined") {
      pilot.parties.push({ organisation: unpackUscc(args.organisation), joinedAt: time, leftAt: null });
    }
    if (name === "PartyLeft") {
      const left = pilot.parties.filter(
        (party) => party.organisation === unpackUscc(args.organisation) && party.leftAt === null,
      );
      for (const party of left) party.leftAt = time;
    }
    readAcceptance(pilot, name, args, time, actor);
    const milestone = pilot.plan.find(({ number }) => number === args.milestone);
    if (milestone !== undefined) readMilestone(milestone, name, args, time, actor);
  }
}

function readAcceptance(pilot: PaperPilot, name: string, args: Raw, time: number, actor: string): void {
  if (name === "AcceptanceRequested") pilot.rounds.push({ requestedAt: time, experts: [], voted: [], result: null });
  const round = pilot.rounds.at(-1);
  if (round === undefined) return;
  if (name === "AcceptancePanelConvened") round.experts = [...args.experts];
  if (name === "AcceptanceVoted") round.voted.push(actor);
  if (name === "PilotAccepted") round.result = "ACCEPTED";
  if (name === "PilotAcceptedConditionally") round.result = "CONDITIONAL";
  if (name === "AcceptanceFailed") round.result = "FAILED";
}

function readMilestone(milestone: PaperMilestone, name: string, args: Raw, time: number, actor: string): void {
  const waiting = milestone.submissions.at(-1);
  const extension = milestone.extensions.at(-1);
  if (name === "MilestoneSubmitted") {
    const { revision } = args;
    milestone.submissions.push({ revision, at: time, result: "WAITING", decidedAt: 0, panel: null });
  }
  if (name === "MilestoneAccepted" && waiting !== undefined) {
    Object.assign(waiting, { result: "ACCEPTED", decidedAt: time });
  }
  if (name === "MilestoneReturned" && waiting !== undefined) {
    Object.assign(waiting, { result: "RETURNED", decidedAt: time });
  }
  if (name === "MilestonePanelConvened" && waiting !== undefined) {
    waiting.panel = { convenedAt: time, experts: [...args.experts], voted: [] };
  }
  if (name === "MilestoneVoted") waiting?.panel?.voted.push(actor);
  if (name === "MilestoneWaived") milestone.waived = true;
  if (name === "ExtensionRequested") {
    milestone.extensions.push({ requestedAt: time, result: "WAITING", decidedAt: 0 });
  }
  if (name === "ExtensionGranted" && extension !== undefined) {
    milestone.dueAt = args.dueAt;
    Object.assign(extension, { result: "GRANTED", decidedAt: time });
  }
  if (name === "ExtensionRefused" && extension !== undefined) {
    Object.assign(extension, { result: "REFUSED", decidedAt: time });
  }
}

/** The state that an event brings a pilot into. */
const ENTERED: Readonly<Record<string, string>> = {
  PilotResubmitted: "APPLIED",
  PilotReturned: "RETURNED",
  PilotAdmitted: "UNDER_REVIEW",
  PilotApproved: "APPROVED",
  PilotStarted: "ACTIVE",
  PilotSuspended: "SUSPENDED",
  PilotResumed: "ACTIVE",
  PilotWithdrawn: "WITHDRAWN",
  PilotTerminated: "TERMINATED",
  PilotArchived: "ARCHIVED",
  AcceptanceRequested: "IN_ACCEPTANCE",
  PilotAccepted: "ACCEPTED",
  PilotAcceptedConditionally: "CONDITIONAL",
  AcceptanceFailed: "FAILED",
};

function planOf({ plan }: Raw): PaperMilestone[] {
  return plan.map(({ dueAt, kind }: Raw, index: number) => ({
    number: index + 1,
    kind,
    originalDueAt: dueAt,
    dueAt,
    waived: false,
    submissions: [],
    extensions: [],
  }));
}
