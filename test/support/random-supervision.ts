import fc from "fast-check";
import { SEVERITIES, type Severity } from "../../server/ledger/codes/supervision.ts";
import { act, emptyLedger, LEADS, type Pilot, type Step } from "./random-ledger.ts";
import { Supervision } from "./supervision.ts";
import type { SyntheticLedger } from "./synthetic-ledger.ts";
import { accountOf, DAY } from "./synthetic-names.ts";

const CLAUSES = ["BISR-11", "BISR-13", "BISR-17"] as const;

/** Accounts of officials: their organisation leads pilots as well, so that conflicts of interest come about. */
export const INSPECTOR = accountOf("an inspector");
const DECIDER = accountOf("a decider");

/** How far a case has come. */
interface Dossier {
  readonly pilot: string;
  readonly code: string;
  round: number;
  stage: "OPENED" | "FOUND" | "ORDERED" | "RESPONDED" | "JUDGED" | "NOTICED" | "DECIDED" | "SERVED" | "CLOSED";
}

interface Filing {
  state: "PENDING" | "SUBMITTED" | "FILED" | "REFUSED" | "CHECK_DUE";
}

/** What was opened so far. */
export class Register {
  readonly pilots: Pilot[] = [];
  readonly dossiers: Dossier[] = [];
  readonly inspections: { readonly pilot: string; readonly code: string; concluded: boolean }[] = [];
  readonly incidents: { readonly pilot: string; readonly code: string; closed: boolean }[] = [];
  readonly filings = new Map<string, Filing>();
}

const step = fc.tuple(fc.boolean(), fc.tuple(fc.nat(11), fc.nat(40), fc.nat(5), fc.nat(20)));

/** Ledgers of random histories of pilots and their supervision, each possible by the reducer's rules. */
export const supervisedLedgers = fc
  .array(step, { minLength: 5, maxLength: 70 })
  .map((history) => supervisedLedger(history));

/** A ledger with its officials and no pilot. */
export function staffedLedger(branch?: string): {
  readonly ledger: SyntheticLedger;
  readonly supervision: Supervision;
} {
  const ledger = emptyLedger(branch);
  ledger.bind(LEADS[0], INSPECTOR).role(INSPECTOR, "INSPECTOR").bind(LEADS[0], DECIDER).role(DECIDER, "DECIDER");
  return { ledger, supervision: new Supervision(ledger, INSPECTOR, DECIDER) };
}

function supervisedLedger(history: readonly (readonly [boolean, Step])[]): SyntheticLedger {
  const { ledger, supervision } = staffedLedger();
  const register = new Register();
  for (const [isOfTheTeam, step] of history) {
    if (isOfTheTeam || register.pilots.length === 0)
      act(ledger, register.pilots, settled(step, register.pilots.length));
    else supervise(ledger, supervision, register, step);
  }
  return ledger;
}

/** With some pilots there, the step that would apply for another starts one, so that there is something to supervise. */
export function settled([what, ...rest]: Step, pilots: number): Step {
  return [what <= 2 && pilots >= PILOTS ? 3 : what, ...rest];
}

const PILOTS = 5;

/** Does what a step says of supervision. */
export function supervise(
  ledger: SyntheticLedger,
  supervision: Supervision,
  register: Register,
  [what, which, how, days]: Step,
): void {
  ledger.pass(days * DAY);
  const pilot = register.pilots[which % register.pilots.length];
  if (pilot === undefined) return;
  const { code } = pilot;
  const clause = CLAUSES[how % 3] ?? CLAUSES[0];
  const severity: Severity = SEVERITIES[1 + (how % 4)] ?? "MINOR";
  if (what <= 1) {
    const complaint = how % 2 === 0 ? undefined : supervision.complain(code);
    register.dossiers.push({
      pilot: code,
      code: supervision.open(code, clause, severity, complaint),
      round: 0,
      stage: "OPENED",
    });
  }
  if (what >= 2 && what <= 5)
    advance(supervision, register.dossiers[which % Math.max(1, register.dossiers.length)], how);
  if (what === 6) {
    const drawn = how % 2 === 0 ? undefined : `DR-2019-330100-000${1 + (how % 3)}`;
    register.inspections.push({ pilot: code, code: supervision.inspect(code, drawn), concluded: false });
  }
  if (what === 7) {
    const inspection = register.inspections.find(({ concluded }) => !concluded);
    if (inspection !== undefined) {
      inspection.concluded = true;
      supervision.conclude(inspection.pilot, inspection.code);
    }
  }
  if (what === 8)
    supervision.rate(code, (["LOW", "MODERATE", "HIGH", "CRITICAL"] as const)[how % 4] ?? "LOW", 10 + which);
  if (what === 9) register.incidents.push({ pilot: code, code: supervision.report(code, severity), closed: false });
  if (what === 10) {
    const incident = register.incidents.find(({ closed }) => !closed);
    if (incident !== undefined) {
      incident.closed = true;
      supervision.contain(incident.pilot, incident.code);
    }
  }
  if (what === 11) file(supervision, register.filings, code, which);
}

function advance(supervision: Supervision, dossier: Dossier | undefined, how: number): void {
  if (dossier === undefined) return;
  const { pilot, code, stage, round } = dossier;
  if (stage === "OPENED") {
    supervision.find(pilot, code, CLAUSES[how % 3] ?? CLAUSES[0], SEVERITIES[1 + (how % 4)] ?? "MINOR");
    dossier.stage = "FOUND";
  } else if (stage === "FOUND") {
    dossier.round += 1;
    supervision.order(pilot, code, dossier.round, 5 + how);
    dossier.stage = "ORDERED";
  } else if (stage === "ORDERED") {
    supervision.respond(pilot, code, round, accountOf(LEADS[1]));
    dossier.stage = "RESPONDED";
  } else if (stage === "RESPONDED") {
    supervision.judge(pilot, code, round, how % 2 === 0 ? "PASS" : "PARTIAL");
    dossier.stage = how % 2 === 0 ? "JUDGED" : round < 2 ? "FOUND" : "JUDGED";
  } else if (stage === "JUDGED") {
    if (how % 3 !== 0) supervision.close(pilot, code);
    else supervision.notice(pilot, code, BigInt(how) * 100_000n);
    dossier.stage = how % 3 !== 0 ? "CLOSED" : "NOTICED";
  } else if (stage === "NOTICED") {
    supervision.decide(pilot, code, BigInt(how) * 50_000n);
    dossier.stage = "DECIDED";
  } else if (stage === "DECIDED") {
    if (how % 2 === 0) supervision.serve(pilot, code);
    else supervision.withdraw(pilot, code);
    dossier.stage = how % 2 === 0 ? "SERVED" : "CLOSED";
  }
}

function file(supervision: Supervision, filings: Map<string, Filing>, pilot: string, which: number): void {
  const filing = filings.get(pilot);
  if (filing === undefined) {
    supervision.file(pilot, 5 + (which % 20));
    filings.set(pilot, { state: "PENDING" });
  } else if (filing.state === "PENDING" || filing.state === "REFUSED") {
    supervision.submitFiling(pilot);
    filing.state = "SUBMITTED";
  } else if (filing.state === "SUBMITTED") {
    if (which % 3 === 0) supervision.refuseFiling(pilot);
    else supervision.recordFiling(pilot, `浙网信备3302${pilot.slice(-4)}号`);
    filing.state = which % 3 === 0 ? "REFUSED" : "FILED";
  } else if (filing.state === "FILED") {
    supervision.callCheck(pilot, which % 30);
    filing.state = "CHECK_DUE";
  }
}
