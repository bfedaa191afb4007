import { CASE_ACTS } from "./acts.ts";
import { describeCallers } from "./callers.ts";
import { caseIn, pilotOf } from "./journey.ts";

describeCallers({
  title: "cases",
  // Its caller is checked once its other guards are passed; the rest is tried where it would go through.
  acts: CASE_ACTS.filter(({ name }) => name !== "inspectCase"),
  ledger: ({ supervision }) => supervision,
  reach: caseIn,
  pilot: pilotOf,
});
