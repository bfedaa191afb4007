import { unpackDossierId } from "../../../server/ledger/dossiers.ts";
import { asciiFromHex } from "../../../server/ledger/hex.ts";
import type { Read } from "./paper.ts";
import type { Raw } from "./raw.ts";

export interface PaperCase {
  readonly code: string;
  readonly pilot: string;
  readonly openedAt: number;
  readonly decisionDueAt: number;
  readonly limitationAt: number;
  readonly source: string;
  readonly clause: string;
  severity: number;
  state: string;
  stateSince: number;
  findings: { clause: string; severity: number; at: number }[];
  orders: PaperOrder[];
  penalties: { clause: string; decidedAt: number; fine: bigint; payDueAt: number | null; withdrawn: boolean }[];
}

export interface PaperOrder {
  readonly round: number;
  readonly orderedAt: number;
  readonly dueAt: number;
  state: string;
  respondedAt: number;
  judgedAt: number;
  passedAt: number | null;
}

export interface PaperInspection {
  readonly code: string;
  readonly pilot: string;
  readonly kind: number;
  readonly draw: string | null;
  readonly at: number;
  open: boolean;
}

export interface PaperDraw {
  readonly code: string;
  readonly region: string;
  readonly at: number;
  readonly length: number;
  readonly count: number;
  readonly seedBlock: number;
  readonly listDigest: string;
  state: string;
  seed: string | null;
  chosen: number[] | null;
}

export interface PaperFiling {
  readonly pilot: string;
  readonly startAt: number;
  state: string;
  stateSince: number;
  dueAt: number | null;
  number: string | null;
}

/** Filings, complaints, inspections and draws, cases, ratings and incidents. */
export class SupervisionBook {
  readonly cases: PaperCase[] = [];
  readonly filings: PaperFiling[] = [];
  readonly complaints: { code: string; pilot: string; state: string; at: number }[] = [];
  readonly inspections: PaperInspection[] = [];
  readonly incidents: { code: string; pilot: string; severity: number; open: boolean; at: number }[] = [];
  readonly ratings: { pilot: string; level: number; at: number; validUntil: number }[] = [];
  readonly draws: PaperDraw[] = [];

  read(event: Read): void {
    const { name, args: said, time, pilot } = event;
    const args = said as Raw;
    this.#draw(event);
    if (pilot === null) return;
    if (name.startsWith("Filing")) this.#file(name, pilot, args, time);
    if (name === "ComplaintReceived") {
      this.complaints.push({ code: unpackDossierId(args.complaint), pilot, state: "RECEIVED", at: time });
    }
    if (name === "InspectionOpened") {
      const [code, kind] = [unpackDossierId(args.inspection), args.kind];
      const draw = /^0x0*$/.test(args.draw) ? null : unpackDossierId(args.draw);
      this.inspections.push({ code, pilot, kind, draw, open: true, at: time });
    }
    const named = (id: string | undefined) => (id === undefined ? "" : unpackDossierId(id as `0x${string}`));
    const inspection = this.inspections.find(({ code }) => code === named(args.inspection));
    if (name === "InspectionConcluded" && inspection !== undefined) inspection.open = false;
    if (name === "IncidentReported") {
      const { incident, severity } = args;
      this.incidents.push({ code: unpackDossierId(incident), pilot, severity, open: true, at: time });
    }
    const incident = this.incidents.find(({ code }) => code === named(args.incident));
    if (name === "IncidentClosed" && incident !== undefined) incident.open = false;
    if (name === "RiskRated") this.ratings.push({ pilot, level: args.level, at: time, validUntil: args.validUntil });
    if (name === "CaseOpened") this.#open(pilot, args, time);
    const dossier = this.cases.find(({ code }) => code === named(args.dossier));
    if (dossier !== undefined) readCase(dossier, name, args, time);
  }

  #file(name: string, pilot: string, args: Raw, time: number): void {
    if (name === "FilingOpened") {
      const { serviceStartAt: startAt, dueAt } = args;
      this.filings.push({ pilot, state: "PENDING", stateSince: time, startAt, dueAt, number: null });
    }
    const filing = this.filings.find((one) => one.pilot === pilot);
    if (filing === undefined) return;
    const move = (state: string, dueAt: number | null = null) =>
      Object.assign(filing, { state, dueAt, stateSince: time });
    if (name === "FilingSubmitted") move("SUBMITTED");
    if (name === "FilingRefused") move("REFUSED");
    if (name === "FilingCheckCalled") move("CHECK_DUE", args.dueAt);
    if (name !== "FilingRecorded") return;
    move("FILED");
    filing.number = args.number;
  }

  #open(pilot: string, { dossier, opening }: Raw, time: number): void {
    this.cases.push({
      code: unpackDossierId(dossier),
      pilot,
      openedAt: time,
      decisionDueAt: opening.decisionDueAt,
      limitationAt: opening.limitationAt,
      source: unpackDossierId(opening.source),
      clause: asciiFromHex(opening.clause),
      severity: opening.severity,
      state: "OPENED",
      stateSince: time,
      findings: [],
      orders: [],
      penalties: [],
    });
    const complaint = this.complaints.find(({ code }) => code === unpackDossierId(opening.source));
    if (complaint !== undefined) complaint.state = "CASE_OPENED";
  }

  #draw({ name, subject, args: said, time }: Read): void {
    const args = said as Raw;
    if (name === "DrawCommitted") {
      const { region, listDigest, listLength: length, count } = args.commitment;
      const { seedBlock } = args;
      const code = unpackDossierId(subject);
      const open = { state: "COMMITTED", seed: null, chosen: null };
      this.draws.push({ code, region: String(region), at: time, length, count, seedBlock, listDigest, ...open });
      const missed = this.draws.find((draw) => draw.code === unpackDossierId(args.missed));
      if (missed !== undefined) missed.state = "MISSED";
    }
    const draw = this.draws.find(({ code }) => code === unpackDossierId(subject));
    if (name === "DrawMade" && draw !== undefined) {
      Object.assign(draw, { state: "DRAWN", seed: args.seed, chosen: args.chosen });
    }
  }
}

function readCase(dossier: PaperCase, name: string, args: Raw, time: number): void {
  const order = dossier.orders.at(-1);
  const penalty = dossier.penalties.at(-1);
  const enter = (state: string) => Object.assign(dossier, { state, stateSince: time });
  if (name === "CaseInspected") enter("INSPECTING");
  if (name === "FindingsIssued") {
    enter("FINDINGS_ISSUED");
    for (const { clause, severity } of args.findings) {
      dossier.findings.push({ clause: asciiFromHex(clause), severity, at: time });
      dossier.severity = Math.max(dossier.severity, severity);
    }
  }
  if (name === "RectificationOrdered") {
    if (dossier.state === "FINDINGS_ISSUED") enter("RECTIFYING");
    const { round, dueAt } = args;
    const fresh = { state: "OPEN", respondedAt: 0, judgedAt: 0, passedAt: null };
    dossier.orders.push({ round, orderedAt: time, dueAt, ...fresh });
  }
  if (name === "RectificationResponded" && order !== undefined) {
    if (dossier.state === "RECTIFYING") enter("RESPONDED");
    Object.assign(order, { state: "RESPONDED", respondedAt: time });
  }
  if (name === "RectificationJudged" && order !== undefined) {
    const isPass = args.verdict === 1;
    if (!isPass && dossier.state === "RESPONDED") enter("RECTIFYING");
    const passedAt = isPass ? time : null;
    Object.assign(order, { state: isPass ? "FULFILLED" : "UNFULFILLED", judgedAt: time, passedAt });
  }
  if (name === "PenaltyNoticed") {
    enter("PENALTY_NOTICED");
    const clause = asciiFromHex(args.notice.clause);
    dossier.penalties.push({ clause, decidedAt: 0, fine: 0n, payDueAt: null, withdrawn: false });
  }
  if (name === "PenaltyDecided" && penalty !== undefined) {
    enter("PENALTY_DECIDED");
    Object.assign(penalty, { decidedAt: time, fine: args.fine });
  }
  if (name === "PenaltyServed" && penalty !== undefined) {
    enter("PENALTY_SERVED");
    penalty.payDueAt = args.payDueAt;
  }
  if (name === "PenaltyWithdrawn" && penalty !== undefined) {
    enter("PENALTY_WITHDRAWN");
    penalty.withdrawn = true;
  }
  if (name === "CaseClosed") enter("CLOSED");
}
