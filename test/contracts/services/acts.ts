/** The acts on filings: who may do each, and in which states. */
import { numberOf } from "../../../server/ledger/codes/code.ts";
import { FILING_FORMS, type FilingState } from "../../../server/ledger/codes/supervision.ts";
import { digest, NO_DIGEST, named, REASON } from "../fixture.ts";
import type { SupervisionAct } from "../supervision/acts.ts";
import { inDays, type ServiceLedger, type SupervisedWorld } from "../supervision/fixture.ts";
import { examinerOf, operatorOf } from "./journey.ts";

type FilingAct = SupervisionAct<FilingState, ServiceLedger>;

const act = (
  name: string,
  caller: "lead" | "INSPECTOR",
  states: readonly FilingState[],
  attempt: FilingAct["attempt"],
): FilingAct => ({ name, caller, states, attempt, ready: states[0] ?? null });

const APP = numberOf(FILING_FORMS, "APP");

export const FILING_ACTS: readonly FilingAct[] = [
  act("openFiling", "lead", ["NONE", "CANCELLED", "REVOKED"], async (services, pilot) =>
    services.openFiling(pilot, APP, await inDays(0), await inDays(14), named("Service")),
  ),
  act("submitFiling", "lead", ["PENDING", "REFUSED"], (services, pilot) =>
    services.submitFiling(pilot, digest("form")),
  ),
  act("declareFilingChange", "lead", ["FILED"], async (services, pilot) =>
    services.declareFilingChange(pilot, await inDays(7), digest("change")),
  ),
  act("declareFilingCancellation", "lead", ["FILED"], async (services, pilot) =>
    services.declareFilingCancellation(pilot, await inDays(60), digest("plan")),
  ),
  act("recordFiling", "INSPECTOR", ["SUBMITTED"], async (services, pilot) =>
    services.recordFiling(pilot, await inDays(0), "浙网信备0001号"),
  ),
  act("refuseFiling", "INSPECTOR", ["SUBMITTED"], (services, pilot) => services.refuseFiling(pilot, REASON, NO_DIGEST)),
  act("recordFilingChange", "INSPECTOR", ["CHANGE_DUE"], (services, pilot) =>
    services.recordFilingChange(pilot, APP, digest("change"), named("Service")),
  ),
  act("callFilingCheck", "INSPECTOR", ["FILED"], async (services, pilot) =>
    services.callFilingCheck(pilot, await inDays(30)),
  ),
  act("recordFilingCheck", "INSPECTOR", ["CHECK_DUE"], (services, pilot) =>
    services.recordFilingCheck(pilot, digest("check")),
  ),
  act("recordFilingCancellation", "INSPECTOR", ["CANCELLING"], (services, pilot) =>
    services.recordFilingCancellation(pilot, digest("cancellation")),
  ),
  act("revokeFiling", "INSPECTOR", ["FILED", "CHANGE_DUE", "CHECK_DUE", "CANCELLING"], (services, pilot) =>
    services.revokeFiling(pilot, REASON, NO_DIGEST),
  ),
];

/** The service ledger in the hands of somebody who may do the act. */
export function entitledToFile(world: SupervisedWorld, { caller }: Pick<FilingAct, "caller">): ServiceLedger {
  return caller === "lead" ? operatorOf(world) : examinerOf(world);
}
