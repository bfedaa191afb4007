import { emptyLedger, LEADS } from "../support/random-ledger.ts";
import type { SyntheticLedger } from "../support/synthetic-ledger.ts";
import { DAY, hash, START } from "../support/synthetic-names.ts";

export const JUDICIAL = "ZJ-2019-330102-JUD-0001";
export const DOCUMENT = hash("a document");

const [BUREAU, MAKER, BANK] = LEADS;

/** Three pilots: one overdue, one submitted in time, one just applied for. */
export function smallLedger(branch?: string): SyntheticLedger {
  const ledger = emptyLedger(branch);
  const plan = [
    { dueAt: START + 30 * DAY },
    { dueAt: START + 90 * DAY, mandatory: false, requiredEvidence: 0b10_000n },
  ];
  ledger.apply(JUDICIAL, { lead: BUREAU, zh: "电子证据存证核验试点", en: "E-evidence", budget: 2n ** 60n, plan });
  ledger.start(JUDICIAL).join(JUDICIAL, BANK);
  ledger.apply("ZJ-2019-330206-MFG-0001".replace("MFG", "ECO"), { lead: MAKER, programme: "ZJ-2019-BASE-1", plan });
  ledger.apply("ZJ-2019-330000-GOV-0001", { lead: BUREAU });
  ledger.anchor(JUDICIAL, DOCUMENT).pass(40 * DAY);
  ledger.submit(JUDICIAL, 2, 1, BUREAU).anchor(JUDICIAL, DOCUMENT);
  return ledger;
}
