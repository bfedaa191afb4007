import { milestoneId } from "../../ledger/keys.ts";
import type { PilotRecord } from "../../ledger/pilot-records.ts";

/** The ids of the milestones of a pilot's plan. */
export function planIds({ code, milestoneCount }: Pick<PilotRecord, "code" | "milestoneCount">): string[] {
  return Array.from({ length: milestoneCount }, (_, index) => milestoneId(code, index + 1));
}
