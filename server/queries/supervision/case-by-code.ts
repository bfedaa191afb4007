import type { DossierCode } from "../../ledger/dossiers.ts";
import type { CaseRecord } from "../../ledger/supervision-records.ts";
import type { Ledger } from "../as-of/ledger.ts";
import { pilotBriefs } from "../pilot-brief.ts";
import { type CaseItem, caseItem } from "./list-cases.ts";

type Histories = "inspections" | "inspectors" | "orders" | "penalties" | "states";

/** All that the ledger says of a case (监督案件). */
export interface CaseView extends Omit<CaseItem, "findings">, Pick<CaseRecord, Histories | "findings"> {}

/**
 * A case by its number.
 *
 * @returns undefined when there is no such case.
 */
export async function caseByCode(
  ledger: Ledger,
  { code }: { readonly code: DossierCode },
): Promise<CaseView | undefined> {
  const dossier = await ledger.get("case", code);
  if (dossier === undefined) return undefined;
  const briefOf = await pilotBriefs(ledger, [dossier.pilot]);
  const { inspections, inspectors, findings, orders, penalties, states } = dossier;
  const item = caseItem(ledger, dossier, briefOf(dossier.pilot));
  return { ...item, inspections, inspectors, findings, orders, penalties, states };
}
