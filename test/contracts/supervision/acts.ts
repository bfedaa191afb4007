/** The acts on cases: who may do each, and in which states. */
import type { ContractTransactionResponse } from "ethers";
import type { Hex } from "../../../server/ledger/hex.ts";
import { digest, NO_DIGEST, REASON } from "../fixture.ts";
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

/** An act of `Ledger` on something that has a `State`. */
export interface SupervisionAct<State extends string, Ledger> {
  readonly name: string;
  readonly caller: "lead" | "INSPECTOR" | "DECIDER";
  readonly states: readonly State[];
  /** Where the act can be tried so that it goes through. */
  readonly ready: State | null;
  readonly attempt: (ledger: Ledger, id: Hex, world: SupervisedWorld) => Promise<ContractTransactionResponse>;
}

type CaseAct = SupervisionAct<ReachableCaseState, SupervisionLedger>;

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

const act = (
  name: string,
  caller: CaseAct["caller"],
  states: readonly ReachableCaseState[],
  attempt: CaseAct["attempt"],
  ready: ReachableCaseState | null = states[0] ?? null,
): CaseAct => ({ name, caller, states, attempt, ready });

export const CASE_ACTS: readonly CaseAct[] = [
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

/** The supervision ledger in the hands of somebody who may do the act. */
export function entitled(world: SupervisedWorld, { caller }: Pick<CaseAct, "caller">): SupervisionLedger {
  if (caller === "lead") return leadOf(world);
  return caller === "DECIDER" ? deciderOf(world) : inspectorOf(world);
}
