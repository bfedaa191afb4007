import type { PilotCode } from "../ledger/ids.ts";
import { milestoneId } from "../ledger/keys.ts";
import type { Ledger } from "./as-of/ledger.ts";
import { type MilestoneView, milestoneView } from "./milestone-view.ts";

/**
 * A milestone (里程碑) with all its submissions, decisions and extensions.
 *
 * @returns undefined when the pilot's plan has none of this number.
 */
export async function milestoneByNumber(
  ledger: Ledger,
  { code, number }: { readonly code: PilotCode; readonly number: number },
): Promise<MilestoneView | undefined> {
  const pilot = await ledger.get("pilot", code);
  const milestone = await ledger.get("milestone", milestoneId(code, number));
  return pilot && milestone && milestoneView(ledger, milestone, pilot);
}
