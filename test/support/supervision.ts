import { bitsOfNames, numberOf } from "../../server/ledger/codes/code.ts";
import {
  CASE_ORIGINS,
  CLOSE_REASONS,
  COMPLAINT_CHANNELS,
  FILING_FORMS,
  INSPECTION_KINDS,
  INSPECTION_RESULTS,
  PENALTY_KINDS,
  RISK_LEVELS,
  type RiskLevel,
  SEVERITIES,
  type Severity,
  VERDICTS,
  type Verdict,
} from "../../server/ledger/codes/supervision.ts";
import { DOSSIER_PREFIXES, formatDossierCode, packDossierId, parseDossierCode } from "../../server/ledger/dossiers.ts";
import { type Address, asciiToHex, type Hex, ZERO_BYTES32 } from "../../server/ledger/hex.ts";
import type { SyntheticLedger } from "./synthetic-ledger.ts";
import { DAY, hash, subjectOfPilot } from "./synthetic-names.ts";

const REASONED = { reason: asciiToHex("COMPLIANCE_BREACH", 32), documentDigest: ZERO_BYTES32 };

/** The acts of supervision on a ledger of events alone. Dossiers are numbered as they come. */
export class Supervision {
  readonly #ledger: SyntheticLedger;
  readonly #serials = new Map<string, number>();
  readonly #inspector: Address;
  readonly #decider: Address;

  constructor(ledger: SyntheticLedger, inspector: Address, decider: Address) {
    this.#ledger = ledger;
    this.#inspector = inspector;
    this.#decider = decider;
  }

  file(pilot: string, dueInDays = 10): void {
    const { time } = this.#ledger;
    const text = JSON.stringify({ name: { zh: `服务${pilot}`, en: `Service ${pilot}` } });
    const args = { form: numberOf(FILING_FORMS, "APP"), serviceStartAt: time, dueAt: time + dueInDays * DAY, text };
    this.#ledger.emit("FilingOpened", subjectOfPilot(pilot), args, this.#inspector);
  }

  submitFiling(pilot: string): void {
    this.#ledger.emit("FilingSubmitted", subjectOfPilot(pilot), { documentDigest: hash(`filing/${pilot}`) });
  }

  recordFiling(pilot: string, number: string): void {
    const args = { filedAt: this.#ledger.time, number };
    this.#ledger.emit("FilingRecorded", subjectOfPilot(pilot), args, this.#inspector);
  }

  refuseFiling(pilot: string): void {
    this.#ledger.emit("FilingRefused", subjectOfPilot(pilot), REASONED, this.#inspector);
  }

  callCheck(pilot: string, dueInDays: number): void {
    const args = { dueAt: this.#ledger.time + dueInDays * DAY };
    this.#ledger.emit("FilingCheckCalled", subjectOfPilot(pilot), args, this.#inspector);
  }

  complain(pilot: string): string {
    const complaint = this.#next("complaint", pilot);
    const args = { complaint: packed(complaint), channel: numberOf(COMPLAINT_CHANNELS, "HOTLINE") };
    const documentDigest = hash(complaint);
    this.#ledger.emit("ComplaintReceived", subjectOfPilot(pilot), { ...args, documentDigest }, this.#inspector);
    return complaint;
  }

  /** Opens an inspection, of a place that a random draw fell on where it is named. */
  inspect(pilot: string, draw?: string): string {
    const inspection = this.#next("inspection", pilot);
    const args = {
      inspection: packed(inspection),
      kind: numberOf(INSPECTION_KINDS, "ROUTINE"),
      draw: draw === undefined ? ZERO_BYTES32 : packed(draw),
      documentDigest: hash(inspection),
      inspectors: [this.#inspector],
    };
    this.#ledger.emit("InspectionOpened", subjectOfPilot(pilot), args, this.#inspector);
    return inspection;
  }

  conclude(pilot: string, inspection: string): void {
    const args = {
      inspection: packed(inspection),
      result: numberOf(INSPECTION_RESULTS, "ISSUES_FOUND"),
      recordDigest: hash(`record/${inspection}`),
    };
    this.#ledger.emit("InspectionConcluded", subjectOfPilot(pilot), args, this.#inspector);
  }

  open(pilot: string, clause: string, severity: Severity, complaint?: string): string {
    const dossier = this.#next("case", pilot);
    const opening = {
      origin: numberOf(CASE_ORIGINS, complaint === undefined ? "SIGNAL" : "COMPLAINT"),
      severity: numberOf(SEVERITIES, severity),
      source: complaint === undefined ? ZERO_BYTES32 : packed(complaint),
      clause: asciiToHex(clause, 32),
      limitationAt: this.#ledger.time + 730 * DAY,
      decisionDueAt: this.#ledger.time + 90 * DAY,
      documentDigest: hash(dossier),
    };
    this.#about(pilot, "CaseOpened", dossier, { opening }, this.#inspector);
    return dossier;
  }

  inspectCase(pilot: string, dossier: string, inspection: string): void {
    this.#about(pilot, "CaseInspected", dossier, { inspection: packed(inspection) }, this.#inspector);
  }

  find(pilot: string, dossier: string, clause: string, severity: Severity): void {
    const finding = { clause: asciiToHex(clause, 32), severity: numberOf(SEVERITIES, severity) };
    const findings = [{ ...finding, evidenceDigest: hash(`finding/${dossier}`) }];
    this.#about(pilot, "FindingsIssued", dossier, { findings }, this.#inspector);
  }

  order(pilot: string, dossier: string, round: number, dueInDays: number): void {
    const dueAt = this.#ledger.time + dueInDays * DAY;
    const args = { round, dueAt, suspendService: false, orderDigest: hash(`order/${dossier}/${round}`) };
    this.#about(pilot, "RectificationOrdered", dossier, args, this.#inspector);
  }

  respond(pilot: string, dossier: string, round: number, lead: Address): void {
    const args = { round, manifestDigest: hash(`response/${dossier}/${round}`) };
    this.#about(pilot, "RectificationResponded", dossier, args, lead);
  }

  judge(pilot: string, dossier: string, round: number, verdict: Verdict): void {
    const args = { round, verdict: numberOf(VERDICTS, verdict), documentDigest: hash(`recheck/${dossier}/${round}`) };
    this.#about(pilot, "RectificationJudged", dossier, args, this.#inspector);
  }

  notice(pilot: string, dossier: string, fine: bigint): void {
    const notice = {
      kinds: Number(bitsOfNames(PENALTY_KINDS, ["WARNING", "FINE"])),
      fine,
      fineMinimum: 0n,
      fineMaximum: 3_000_000n,
      clause: asciiToHex("BISR-22", 32),
      statementUntil: this.#ledger.time + 7 * DAY,
      noticeDigest: hash(`notice/${dossier}`),
    };
    this.#about(pilot, "PenaltyNoticed", dossier, { notice }, this.#inspector);
  }

  decide(pilot: string, dossier: string, fine: bigint): void {
    const kinds = Number(bitsOfNames(PENALTY_KINDS, ["FINE"]));
    this.#about(pilot, "PenaltyDecided", dossier, { kinds, fine, decisionDigest: hash(`decision/${dossier}`) });
  }

  serve(pilot: string, dossier: string): void {
    const { time } = this.#ledger;
    const args = { servedAt: time, payDueAt: time + 15 * DAY, documentDigest: hash(`receipt/${dossier}`) };
    this.#about(pilot, "PenaltyServed", dossier, args, this.#inspector);
  }

  withdraw(pilot: string, dossier: string): void {
    const { reason } = REASONED;
    this.#about(pilot, "PenaltyWithdrawn", dossier, { reason, decisionDigest: hash(`withdrawal/${dossier}`) });
  }

  close(pilot: string, dossier: string): void {
    const args = { closing: numberOf(CLOSE_REASONS, "RECTIFIED"), documentDigest: hash(`closing/${dossier}`) };
    this.#about(pilot, "CaseClosed", dossier, args);
  }

  rate(pilot: string, level: RiskLevel, days = 90): void {
    const validUntil = this.#ledger.time + days * DAY;
    const args = { level: numberOf(RISK_LEVELS, level), validUntil, documentDigest: hash(`rating/${pilot}`) };
    this.#ledger.emit("RiskRated", subjectOfPilot(pilot), args, this.#inspector);
  }

  report(pilot: string, severity: Severity): string {
    const incident = this.#next("incident", pilot);
    const args = {
      incident: packed(incident),
      severity: numberOf(SEVERITIES, severity),
      occurredAt: this.#ledger.time,
      reportDigest: hash(incident),
    };
    this.#ledger.emit("IncidentReported", subjectOfPilot(pilot), args, this.#inspector);
    return incident;
  }

  contain(pilot: string, incident: string): void {
    const args = { containedAt: this.#ledger.time, reportDigest: hash(`analysis/${incident}`) };
    this.#ledger.emit(
      "IncidentClosed",
      subjectOfPilot(pilot),
      { incident: packed(incident), ...args },
      this.#inspector,
    );
  }

  #about(pilot: string, name: CaseEvent, dossier: string, args: object, actor = this.#decider): void {
    const said = { dossier: packed(dossier), ...args };
    this.#ledger.emit(name, subjectOfPilot(pilot), said as never, actor);
  }

  #next(kind: keyof typeof DOSSIER_PREFIXES, pilot: string): string {
    const serial = (this.#serials.get(kind) ?? 0) + 1;
    this.#serials.set(kind, serial);
    return formatDossierCode({ prefix: DOSSIER_PREFIXES[kind], year: 2019, region: pilot.slice(8, 14), serial });
  }
}

type CaseEvent =
  | "CaseOpened"
  | "CaseInspected"
  | "FindingsIssued"
  | "RectificationOrdered"
  | "RectificationResponded"
  | "RectificationJudged"
  | "PenaltyNoticed"
  | "PenaltyDecided"
  | "PenaltyServed"
  | "PenaltyWithdrawn"
  | "CaseClosed";

function packed(code: string): Hex {
  const parts = parseDossierCode(code);
  if (parts === undefined) throw new RangeError(`${code} is no dossier's number`);
  return packDossierId(parts);
}
