import { type PilotState, RUNNING_STATES, type Stage } from "../../ledger/codes/pilots.ts";
import type { EventName } from "../../ledger/events.ts";
import { monthOf, type Span } from "../../ledger/periods.ts";
import type { PilotRecord } from "../../ledger/pilot-records.ts";
import type { Provenance } from "../../ledger/provenance.ts";
import { ENDINGS, type EventBehind, type Fact, type Place, STEPS, type Step } from "./fact.ts";

/** The state or stage by which a step of the funnel is taken. */
const STEP_STATES: Readonly<Record<Step, PilotState | Stage>> = {
  APPLIED: "APPLIED",
  ADMITTED: "UNDER_REVIEW",
  APPROVED: "APPROVED",
  STARTED: "ACTIVE",
  SOLUTION: "SOLUTION",
  ACCEPTED: "ACCEPTED",
  SHOWCASE: "SHOWCASE",
};

/** The events by which a pilot comes to a stage. */
const STAGE_EVENTS: readonly EventName[] = ["StageAdvanced", "ShowcaseGranted"];

/** Where a pilot belongs. */
export function placeOf({ field, region, lead, programmeKind, state, stage }: PilotRecord): Place {
  return { field, region, operator: lead, programmeKind, state, stage };
}

/** Whether an instant is in a span. */
export function isWithin(instant: number, { from, to }: Span): boolean {
  return instant >= from && instant < to;
}

/** What a pilot adds to the figures: what it is counted among, and in `all` also the steps it took. */
export function* pilotFacts(pilot: PilotRecord, span: Span, part: "stock" | "all"): Generator<Fact> {
  const { code, created, states, budgetFen, region, lead } = pilot;
  const place = placeOf(pilot);
  const present = [created, ...states.slice(-1).map(({ provenance }) => provenance)];
  const behind = present.filter((one, index) => index === 0 || one !== created);
  const stock = { subject: code, amount: 1n, place: { ...place, month: monthOf(created.blockTime) }, behind };
  yield { code: "PILOT", ...stock };
  yield { code: "BUDGET", ...stock, amount: BigInt(budgetFen) };
  yield { code: "CITY", ...stock, subject: region.endsWith("0000") ? region : `${region.slice(0, 4)}00` };
  yield { code: "LEAD", ...stock, subject: lead };
  if (RUNNING_STATES.includes(pilot.state)) yield { code: "PILOT_IN_PROGRESS", ...stock };
  if (part === "stock") return;
  yield* stepFacts(pilot, place, span);
  for (const ending of ENDINGS) {
    const entered = states.find(({ state }) => state === ending);
    if (entered === undefined || !isWithin(entered.at, span)) continue;
    const month = monthOf(entered.at);
    yield {
      code: `ENTERED_${ending}`,
      subject: code,
      amount: 1n,
      place: { ...place, month },
      behind: [entered.provenance],
    };
  }
}

/**
 * The steps a pilot took: each once, when it first took it. The cohort of the funnel are the pilots that applied in the span, and the
 * time to a step is that from the step it took before.
 */
function* stepFacts(pilot: PilotRecord, place: Place, span: Span): Generator<Fact> {
  const { code: subject, created } = pilot;
  const isOfCohort = isWithin(created.blockTime, span);
  let before: { readonly at: number; readonly behind: EventBehind } | undefined;
  for (const step of STEPS) {
    const taken = firstTaken(pilot, step);
    if (taken === undefined) continue;
    const fact = { subject, amount: 1n, place: { ...place, month: monthOf(taken.at) }, behind: [taken.behind] };
    if (isWithin(taken.at, span)) yield { code: `ENTERED_${step}`, ...fact };
    if (isOfCohort) yield { code: `COHORT_${step}`, ...fact };
    if (isOfCohort && before !== undefined && step !== "APPLIED") {
      const amount = BigInt(Math.max(0, taken.at - before.at));
      yield { code: `SECONDS_TO_${step}`, ...fact, amount, behind: [before.behind, taken.behind] };
    }
    before = taken;
  }
}

function firstTaken(pilot: PilotRecord, step: Step): { readonly at: number; readonly behind: EventBehind } | undefined {
  const entered = pilot.states.find(({ state }) => state === STEP_STATES[step]);
  if (entered !== undefined) return { at: entered.at, behind: entered.provenance satisfies Provenance };
  const advanced = pilot.stages.find(({ stage }) => stage === STEP_STATES[step]);
  if (advanced === undefined) return undefined;
  const behind = { pilot: pilot.code, events: STAGE_EVENTS, blockTime: advanced.at };
  return { at: advanced.at, behind };
}
