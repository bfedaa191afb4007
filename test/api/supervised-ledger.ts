import { LEADS } from "../support/random-ledger.ts";
import { Supervision } from "../support/supervision.ts";
import type { SyntheticLedger } from "../support/synthetic-ledger.ts";
import { accountOf, DAY, hash, START } from "../support/synthetic-names.ts";
import { JUDICIAL, smallLedger } from "./ledger.ts";

export const INSPECTED = "ZJ-2019-330206-ECO-0002";
export const [BUREAU, MAKER] = LEADS;

/** The accounts of officials: their bureau also leads a pilot. */
export const INSPECTOR = accountOf("an inspector");
export const DECIDER = accountOf("a decider");

/** An ordinary ledger, and on it a pilot that went through most of what supervision knows. */
export function supervisedLedger(): { readonly ledger: SyntheticLedger; readonly dossier: string } {
  const ledger = smallLedger();
  ledger.bind(BUREAU, INSPECTOR).role(INSPECTOR, "INSPECTOR").bind(BUREAU, DECIDER).role(DECIDER, "DECIDER");
  const supervision = new Supervision(ledger, INSPECTOR, DECIDER);
  const plan = [{ dueAt: START + 145 * DAY, kind: "TRIAL_RUN" as const }, { dueAt: START + 400 * DAY }];
  ledger.apply(INSPECTED, { lead: MAKER, zh: "港口供应链融资试点", en: "Port supply-chain finance", plan });
  ledger.start(INSPECTED);
  supervision.file(INSPECTED, 10);
  const complaint = supervision.complain(INSPECTED);
  const dossier = supervision.open(INSPECTED, "BISR-11", "GENERAL", complaint);
  const inspection = supervision.inspect(INSPECTED);
  supervision.inspectCase(INSPECTED, dossier, inspection);
  supervision.conclude(INSPECTED, inspection);
  supervision.find(INSPECTED, dossier, "BISR-11", "SERIOUS");
  supervision.order(INSPECTED, dossier, 1, 9);
  supervision.rate(INSPECTED, "LOW", 365);
  supervision.report(INSPECTED, "CRITICAL");
  // An own pilot of the officials' bureau, rated by its inspector.
  supervision.rate(JUDICIAL, "LOW");
  ledger.pass(40 * DAY);
  ledger.anchor(INSPECTED, hash("the last record"));
  return { ledger, dossier };
}
