import { unpackDossierId } from "../../server/ledger/dossiers.ts";
import { asciiFromHex, type Hex } from "../../server/ledger/hex.ts";
import { unpackPilotId, unpackProgrammeId } from "../../server/ledger/ids.ts";
import { unpackUscc } from "../../server/ledger/uscc.ts";
import type { Said } from "../support/synthetic-ledger.ts";

/*
 * The ledger as somebody would keep it on paper who reads its events one after the other and knows neither the reducers nor the
 * indexes. Everything is looked for by walking over everything.
 */

// biome-ignore lint/suspicious/noExplicitAny: raw events hold what their names say, and the oracle reads them as they come.
type Raw = any;

export interface PaperMilestone {
  readonly number: number;
  readonly kind: number;
  readonly dueAt: number;
  submissions: { at: number; result: "WAITING" | "ACCEPTED" | "RETURNED" }[];
}

export interface PaperPilot {
  readonly code: string;
  readonly region: string;
  readonly field: string;
  readonly lead: string;
  readonly programmeKind: string;
  readonly appliedAt: number;
  budget: bigint;
  title: { zh: string; en: string };
  state: string;
  stage: string;
  steps: { name: string; at: number }[];
  parties: { organisation: string; joinedAt: number }[];
  plan: PaperMilestone[];
  lastEventAt: number;
}

export interface PaperCase {
  readonly code: string;
  readonly pilot: string;
  readonly openedAt: number;
  readonly decisionDueAt: number;
  clause: string;
  severity: number;
  state: string;
  findings: { clause: string; severity: number; at: number }[];
  orders: { round: number; orderedAt: number; dueAt: number; state: string; passedAt: number | null }[];
  penalties: { decidedAt: number; fine: bigint; withdrawn: boolean }[];
}

const RUNS = ["ACTIVE", "SUSPENDED", "IN_ACCEPTANCE", "CONDITIONAL"];

/** Everything there is on paper after some events. */
export class Paper {
  readonly pilots: PaperPilot[] = [];
  readonly cases: PaperCase[] = [];
  readonly filings: { pilot: string; state: string; startAt: number; dueAt: number | null; number: string | null }[] =
    [];
  readonly complaints: { code: string; pilot: string; state: string; at: number }[] = [];
  readonly inspections: { code: string; pilot: string; open: boolean; at: number }[] = [];
  readonly incidents: { code: string; pilot: string; severity: number; open: boolean; at: number }[] = [];
  readonly ratings: { pilot: string; level: number; at: number; validUntil: number }[] = [];
  readonly bindings: { account: string; organisation: string }[] = [];
  readonly roles: { account: string; role: string; from: number }[] = [];
  readonly events: (Said & { readonly organisation: string | null })[] = [];
  readonly anchors: { pilot: string; at: number }[] = [];

  constructor(events: readonly Said[]) {
    for (const event of events) this.#read(event);
  }

  runs({ state }: PaperPilot): boolean {
    return RUNS.includes(state);
  }

  organisationOf(account: string): string | null {
    return this.bindings.findLast((binding) => binding.account === account)?.organisation ?? null;
  }

  #read(said: Said): void {
    const organisation = this.organisationOf(said.actor);
    this.events.push({ ...said, organisation });
    const args = said.args as Raw;
    const { name, subject, time } = said;
    if (name === "AccountBound") this.bindings.push({ account: args.account, organisation: unpackUscc(subject) });
    if (name === "RoleAssigned") this.#assign(subject, asciiFromHex(args.role), time);
    const pilot = this.pilots.find(({ code }) => code === codeOf(subject));
    if (name === "PilotApplied") this.#apply(subject, args, time);
    if (pilot === undefined) return;
    pilot.lastEventAt = time;
    const entered = ENTERED[name];
    if (entered !== undefined) {
      pilot.state = entered;
      pilot.steps.push({ name: entered, at: time });
    }
    if (name === "PilotResubmitted") {
      pilot.budget = args.budget;
      pilot.title = JSON.parse(args.text).title;
      pilot.plan = planOf(args);
    }
    if (name === "StageAdvanced") {
      pilot.stage = ["PROTOTYPE", "SOLUTION", "SHOWCASE"][args.stage] ?? "?";
      pilot.steps.push({ name: pilot.stage, at: time });
    }
    if (name === "PartyJoined") pilot.parties.push({ organisation: unpackUscc(args.organisation), joinedAt: time });
    if (name === "EvidenceAnchored") this.anchors.push({ pilot: pilot.code, at: time });
    const milestone = pilot.plan.find(({ number }) => number === args.milestone);
    if (name === "MilestoneSubmitted") milestone?.submissions.push({ at: time, result: "WAITING" });
    const waiting = milestone?.submissions.at(-1);
    if (name === "MilestoneAccepted" && waiting !== undefined) waiting.result = "ACCEPTED";
    if (name === "MilestoneReturned" && waiting !== undefined) waiting.result = "RETURNED";
    this.#supervise(name, pilot.code, args, time);
  }

  #assign(subject: Hex, role: string, from: number): void {
    this.roles.push({ account: `0x${subject.slice(26)}`, role: role === "" ? "ADMINISTRATOR" : role, from });
  }

  #apply(subject: Hex, args: Raw, time: number): void {
    const code = codeOf(subject);
    this.pilots.push({
      code,
      region: code.split("-")[2] ?? "",
      field: code.split("-")[3] ?? "",
      lead: unpackUscc(args.lead),
      programmeKind: unpackProgrammeId(args.programme).split("-")[2] ?? "",
      appliedAt: time,
      budget: args.budget,
      title: JSON.parse(args.text).title,
      state: "APPLIED",
      stage: "PROTOTYPE",
      steps: [{ name: "APPLIED", at: time }],
      parties: [],
      plan: planOf(args),
      lastEventAt: time,
    });
  }

  #supervise(name: string, pilot: string, args: Raw, time: number): void {
    const dossier = this.cases.find(({ code }) => args.dossier !== undefined && code === unpackDossierId(args.dossier));
    const filing = this.filings.find((one) => one.pilot === pilot);
    const move = (state: string, dueAt: number | null = null) => {
      if (filing !== undefined) Object.assign(filing, { state, dueAt });
    };
    if (name === "FilingOpened") {
      const { serviceStartAt: startAt, dueAt } = args;
      this.filings.push({ pilot, state: "PENDING", startAt, dueAt, number: null });
    }
    if (name === "FilingSubmitted") move("SUBMITTED");
    if (name === "FilingRefused") move("REFUSED");
    if (name === "FilingCheckCalled") move("CHECK_DUE", args.dueAt);
    if (name === "FilingRecorded") {
      move("FILED");
      if (filing !== undefined) filing.number = args.number;
    }
    if (name === "ComplaintReceived") {
      this.complaints.push({ code: unpackDossierId(args.complaint), pilot, state: "RECEIVED", at: time });
    }
    if (name === "InspectionOpened") {
      this.inspections.push({ code: unpackDossierId(args.inspection), pilot, open: true, at: time });
    }
    const inspection = this.inspections.find(
      ({ code }) => args.inspection && code === unpackDossierId(args.inspection),
    );
    if (name === "InspectionConcluded" && inspection !== undefined) inspection.open = false;
    if (name === "IncidentReported") {
      const { incident, severity } = args;
      this.incidents.push({ code: unpackDossierId(incident), pilot, severity, open: true, at: time });
    }
    const incident = this.incidents.find(({ code }) => args.incident && code === unpackDossierId(args.incident));
    if (name === "IncidentClosed" && incident !== undefined) incident.open = false;
    if (name === "RiskRated") {
      this.ratings.push({ pilot, level: args.level, at: time, validUntil: args.validUntil });
    }
    if (name === "CaseOpened") this.#open(pilot, args, time);
    if (dossier !== undefined) readCase(dossier, name, args, time);
  }

  #open(pilot: string, { dossier, opening }: Raw, time: number): void {
    this.cases.push({
      code: unpackDossierId(dossier),
      pilot,
      openedAt: time,
      decisionDueAt: opening.decisionDueAt,
      clause: asciiFromHex(opening.clause),
      severity: opening.severity,
      state: "OPENED",
      findings: [],
      orders: [],
      penalties: [],
    });
    const complaint = this.complaints.find(({ code }) => code === unpackDossierId(opening.source));
    if (complaint !== undefined) complaint.state = "CASE_OPENED";
  }
}

function readCase(dossier: PaperCase, name: string, args: Raw, time: number): void {
  const order = dossier.orders.at(-1);
  const penalty = dossier.penalties.at(-1);
  if (name === "CaseInspected") dossier.state = "INSPECTING";
  if (name === "FindingsIssued") {
    dossier.state = "FINDINGS_ISSUED";
    for (const { clause, severity } of args.findings) {
      dossier.findings.push({ clause: asciiFromHex(clause), severity, at: time });
      dossier.severity = Math.max(dossier.severity, severity);
    }
  }
  if (name === "RectificationOrdered") {
    if (dossier.state === "FINDINGS_ISSUED") dossier.state = "RECTIFYING";
    dossier.orders.push({ round: args.round, orderedAt: time, dueAt: args.dueAt, state: "OPEN", passedAt: null });
  }
  if (name === "RectificationResponded" && order !== undefined) {
    if (dossier.state === "RECTIFYING") dossier.state = "RESPONDED";
    order.state = "RESPONDED";
  }
  if (name === "RectificationJudged" && order !== undefined) {
    const isPass = args.verdict === 1;
    if (!isPass && dossier.state === "RESPONDED") dossier.state = "RECTIFYING";
    order.state = isPass ? "FULFILLED" : "UNFULFILLED";
    order.passedAt = isPass ? time : null;
  }
  if (name === "PenaltyNoticed") {
    dossier.state = "PENALTY_NOTICED";
    dossier.penalties.push({ decidedAt: 0, fine: 0n, withdrawn: false });
  }
  if (name === "PenaltyDecided" && penalty !== undefined) {
    dossier.state = "PENALTY_DECIDED";
    Object.assign(penalty, { decidedAt: time, fine: args.fine });
  }
  if (name === "PenaltyServed") dossier.state = "PENALTY_SERVED";
  if (name === "PenaltyWithdrawn" && penalty !== undefined) {
    dossier.state = "PENALTY_WITHDRAWN";
    penalty.withdrawn = true;
  }
  if (name === "CaseClosed") dossier.state = "CLOSED";
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
};

function codeOf(subject: Hex): string {
  try {
    return unpackPilotId(subject);
  } catch {
    return "";
  }
}

function planOf({ plan }: Raw): PaperMilestone[] {
  return plan.map(({ dueAt, kind }: Raw, index: number) => ({ number: index + 1, kind, dueAt, submissions: [] }));
}
