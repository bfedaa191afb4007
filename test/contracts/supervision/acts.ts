/** The acts on cases and filings: who may do each, and in which states. */
import type { ContractTransactionResponse } from "ethers";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import { FILING_FORMS, type FilingState } from "../../../server/ledger/codes/supervision.ts";
import type { Hex } from "../../../server/ledger/hex.ts";
import { digest, NO_DIGEST, named, REASON } from "../fixture.ts";
import { inDays, type SupervisedWorld, type SupervisionLedger } from "./fixture.ts";
import {
  closing,
  deciderOf,
  FINE,
  findingOf,
  inspectorOf,
  kinds,
  leadOf,
  noticeOf,
  openInspection,
  pilotOf,
  type ReachableCaseState,
  verdict,
} from "./journey.ts";

export interface SupervisionAct<State extends string> {
  readonly name: string;
  readonly caller: "lead" | "INSPECTOR" | "DECIDER";
  readonly states: readonly State[];
  /** Where the act can be tried so that it goes through. */
  readonly ready: State | null;
  readonly attempt: (
    supervision: SupervisionLedger,
    id: Hex,
    world: SupervisedWorld,
  ) => Promise<ContractTransactionResponse>;
}

const PENALTY_PHASE: ReachableCaseState[] = [
  "PENALTY_NOTICED",
  "PENALTY_DECIDED",
  "PENALTY_SERVED",
  "PENALTY_EXECUTED",
  "PENALTY_WITHDRAWN",
  "NO_PENALTY",
  "REFERRED",
];
const OPEN: ReachableCaseState[] = [
  "OPENED",
  "INSPECTING",
  "FINDINGS_ISSUED",
  "RECTIFYING",
  "RESPONDED",
  "REOPENED",
  ...PENALTY_PHASE,
];

const act = <State extends string>(
  name: string,
  caller: SupervisionAct<State>["caller"],
  states: readonly State[],
  attempt: SupervisionAct<State>["attempt"],
  ready: State | null = states[0] ?? null,
): SupervisionAct<State> => ({ name, caller, states, attempt, ready });

export const CASE_ACTS: readonly SupervisionAct<ReachableCaseState>[] = [
  act("inspectCase", "INSPECTOR", ["OPENED", "REOPENED"], async (supervision, dossier, world) =>
    supervision.inspectCase(dossier, await openInspection(world, await pilotOf(world, dossier))),
  ),
  act("issueFindings", "INSPECTOR", ["INSPECTING"], (supervision, dossier) =>
    supervision.issueFindings(dossier, [findingOf()]),
  ),
  act(
    "orderRectification",
    "INSPECTOR",
    ["FINDINGS_ISSUED", "RECTIFYING", ...PENALTY_PHASE],
    async (supervision, dossier) => supervision.orderRectification(dossier, await inDays(9), false, digest("order")),
  ),
  act("respondToOrder", "lead", ["RECTIFYING", ...PENALTY_PHASE], (supervision, dossier) =>
    supervision.respondToOrder(dossier, digest("response")),
  ),
  act("judgeResponse", "INSPECTOR", ["RESPONDED", ...PENALTY_PHASE], (supervision, dossier) =>
    supervision.judgeResponse(dossier, verdict("PASS"), digest("recheck")),
  ),
  act("liftOrder", "DECIDER", ["RECTIFYING", "RESPONDED", ...PENALTY_PHASE], (supervision, dossier) =>
    supervision.liftOrder(dossier, REASON, NO_DIGEST),
  ),
  act("noticePenalty", "INSPECTOR", ["RECTIFYING", "RESPONDED", "PENALTY_WITHDRAWN"], async (supervision, dossier) =>
    supervision.noticePenalty(dossier, await noticeOf()),
  ),
  act("submitStatement", "lead", ["PENALTY_NOTICED"], (supervision, dossier) =>
    supervision.submitStatement(dossier, digest("statement")),
  ),
  act("waiveStatement", "lead", ["PENALTY_NOTICED"], (supervision, dossier) =>
    supervision.waiveStatement(dossier, digest("waiver")),
  ),
  act("requestHearing", "lead", ["PENALTY_NOTICED"], (supervision, dossier) =>
    supervision.requestHearing(dossier, digest("request")),
  ),
  act(
    "recordHearing",
    "DECIDER",
    ["PENALTY_NOTICED"],
    (supervision, dossier) => supervision.recordHearing(dossier, digest("minutes")),
    null,
  ),
  act(
    "decidePenalty",
    "DECIDER",
    ["PENALTY_NOTICED"],
    (supervision, dossier) => supervision.decidePenalty(dossier, kinds("FINE"), FINE, digest("decision")),
    null,
  ),
  act("waivePenalty", "DECIDER", ["PENALTY_NOTICED"], (supervision, dossier) =>
    supervision.waivePenalty(dossier, REASON, digest("decision")),
  ),
  act("referCase", "DECIDER", ["PENALTY_NOTICED"], (supervision, dossier) =>
    supervision.referCase(dossier, REASON, digest("letter")),
  ),
  act("servePenalty", "INSPECTOR", ["PENALTY_DECIDED"], async (supervision, dossier) =>
    supervision.servePenalty(dossier, await inDays(0), await inDays(15), digest("receipt")),
  ),
  act("executePenalty", "INSPECTOR", ["PENALTY_SERVED"], (supervision, dossier) =>
    supervision.executePenalty(dossier, FINE, 0n, digest("payment")),
  ),
  act("withdrawPenalty", "DECIDER", ["PENALTY_DECIDED", "PENALTY_SERVED", "PENALTY_EXECUTED"], (supervision, dossier) =>
    supervision.withdrawPenalty(dossier, REASON, digest("withdrawal")),
  ),
  act("closeCase", "DECIDER", OPEN, (supervision, dossier) =>
    supervision.closeCase(dossier, closing("SUBJECT_GONE"), digest("note")),
  ),
  act("reopenCase", "DECIDER", ["CLOSED"], (supervision, dossier) =>
    supervision.reopenCase(dossier, REASON, NO_DIGEST),
  ),
];

const APP = numberOf(FILING_FORMS, "APP");

export const FILING_ACTS: readonly SupervisionAct<FilingState>[] = [
  act("openFiling", "lead", ["NONE", "CANCELLED", "REVOKED"], async (supervision, pilot) =>
    supervision.openFiling(pilot, APP, await inDays(0), await inDays(14), named("Service")),
  ),
  act("submitFiling", "lead", ["PENDING", "REFUSED"], (supervision, pilot) =>
    supervision.submitFiling(pilot, digest("form")),
  ),
  act("declareFilingChange", "lead", ["FILED"], async (supervision, pilot) =>
    supervision.declareFilingChange(pilot, await inDays(7), digest("change")),
  ),
  act("declareFilingCancellation", "lead", ["FILED"], async (supervision, pilot) =>
    supervision.declareFilingCancellation(pilot, await inDays(60), digest("plan")),
  ),
  act("recordFiling", "INSPECTOR", ["SUBMITTED"], async (supervision, pilot) =>
    supervision.recordFiling(pilot, await inDays(0), "浙网信备0001号"),
  ),
  act("refuseFiling", "INSPECTOR", ["SUBMITTED"], (supervision, pilot) =>
    supervision.refuseFiling(pilot, REASON, NO_DIGEST),
  ),
  act("recordFilingChange", "INSPECTOR", ["CHANGE_DUE"], (supervision, pilot) =>
    supervision.recordFilingChange(pilot, APP, digest("change"), named("Service")),
  ),
  act("callFilingCheck", "INSPECTOR", ["FILED"], async (supervision, pilot) =>
    supervision.callFilingCheck(pilot, await inDays(30)),
  ),
  act("recordFilingCheck", "INSPECTOR", ["CHECK_DUE"], (supervision, pilot) =>
    supervision.recordFilingCheck(pilot, digest("check")),
  ),
  act("recordFilingCancellation", "INSPECTOR", ["CANCELLING"], (supervision, pilot) =>
    supervision.recordFilingCancellation(pilot, digest("cancellation")),
  ),
  act("revokeFiling", "INSPECTOR", ["FILED", "CHANGE_DUE", "CHECK_DUE", "CANCELLING"], (supervision, pilot) =>
    supervision.revokeFiling(pilot, REASON, NO_DIGEST),
  ),
];

/** The supervision ledger in the hands of somebody who may do the act. */
export function entitled(
  world: SupervisedWorld,
  { caller }: Pick<SupervisionAct<string>, "caller">,
): SupervisionLedger {
  if (caller === "lead") return leadOf(world);
  return caller === "DECIDER" ? deciderOf(world) : inspectorOf(world);
}
