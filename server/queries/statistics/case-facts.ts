import { monthOf, type Span } from "../../ledger/periods.ts";
import { overdueOrder } from "../../ledger/signals.ts";
import type { CaseRecord, OrderRecord, PenaltyRecord } from "../../ledger/supervision-records.ts";
import type { EventBehind, Fact, Place } from "./fact.ts";
import { isWithin } from "./pilot-facts.ts";

/** What a case adds to the figures of supervision as of an instant. */
export function* caseFacts(dossier: CaseRecord, pilotPlace: Place, span: Span, asOf: number): Generator<Fact> {
  const { code, created, severity, state, findings, orders, penalties, origin } = dossier;
  const place = { ...pilotPlace, severity };
  const opened = { subject: code, amount: 1n, behind: [created] };
  const month = monthOf(created.blockTime);
  if (isWithin(created.blockTime, span)) {
    yield { code: "CASE_OPENED", ...opened, place: { ...place, kind: origin, month } };
  }
  if (state !== "CLOSED") yield { code: "CASE_OPEN", ...opened, place: { ...place, kind: origin, month } };
  for (const finding of findings) {
    if (!isWithin(finding.at, span)) continue;
    const { clause, severity: gravity, at } = finding;
    const findingPlace = { ...pilotPlace, clause, severity: gravity, month: monthOf(at) };
    yield {
      code: "FINDING",
      subject: code,
      amount: 1n,
      place: findingPlace,
      behind: [ofCase(dossier, "FindingsIssued", at)],
    };
  }
  for (const order of orders) yield* orderFacts(dossier, order, place, span, asOf);
  for (const penalty of penalties) yield* penaltyFacts(dossier, penalty, place, span);
}

function* orderFacts(dossier: CaseRecord, order: OrderRecord, place: Place, span: Span, asOf: number): Generator<Fact> {
  const { orderedAt, verdict } = order;
  const ordered = ofCase(dossier, "RectificationOrdered", orderedAt);
  const fact = { subject: dossier.code, amount: 1n, place: { ...place, month: monthOf(orderedAt) }, behind: [ordered] };
  if (isWithin(orderedAt, span)) {
    yield { code: "ORDER", ...fact };
    if (verdict?.verdict === "PASS") {
      const behind = [ordered, ofCase(dossier, "RectificationJudged", verdict.at)];
      yield { code: "ORDER_FULFILLED", ...fact, behind };
      yield { code: "RECTIFICATION_SECONDS", ...fact, amount: BigInt(verdict.at - orderedAt), behind };
    }
  }
  if (overdueOrder(dossier, asOf) === order) yield { code: "ORDER_OVERDUE", ...fact };
}

function* penaltyFacts(dossier: CaseRecord, penalty: PenaltyRecord, place: Place, span: Span): Generator<Fact> {
  const { decision, withdrawn } = penalty;
  if (decision !== null && isWithin(decision.at, span)) {
    const behind = [ofCase(dossier, "PenaltyDecided", decision.at)];
    const fact = { subject: dossier.code, amount: 1n, place: { ...place, month: monthOf(decision.at) }, behind };
    yield { code: "PENALTY", ...fact };
    for (const kind of decision.kinds) yield { code: "PENALTY_OF_KIND", ...fact, place: { ...fact.place, kind } };
    if (withdrawn === null) yield { code: "FINE", ...fact, amount: BigInt(decision.fineFen) };
  }
  if (withdrawn !== null && isWithin(withdrawn.at, span)) {
    const behind = [ofCase(dossier, "PenaltyWithdrawn", withdrawn.at)];
    const month = monthOf(withdrawn.at);
    yield { code: "PENALTY_WITHDRAWN", subject: dossier.code, amount: 1n, place: { ...place, month }, behind };
  }
}

function ofCase(
  { pilot }: CaseRecord,
  event: "FindingsIssued" | "RectificationOrdered" | "RectificationJudged" | "PenaltyDecided" | "PenaltyWithdrawn",
  blockTime: number,
): EventBehind {
  return { pilot, events: [event], blockTime };
}
