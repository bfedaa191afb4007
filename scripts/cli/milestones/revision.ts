import type { Ledger } from "../chain/ledger.ts";
import { milestoneView } from "../chain/views.ts";
import type { OptionSpec } from "../command.ts";
import { refused } from "../failure.ts";
import type { MilestoneArgument } from "./submit.ts";

/** `--revision`, where an act is about a submission. */
export const REVISION: OptionSpec = {
  flags: "--revision <number>",
  about: { zh: "针对第几次提交（默认最近一次）", en: "which submission is meant (default: the latest)" },
};

/**
 * The revision an act is about: the one named, else the latest.
 *
 * @throws {CliFailure} NOTHING_SUBMITTED when there is none yet.
 */
export async function revisionOf(
  ledger: Ledger,
  { pilot, number }: MilestoneArgument,
  named?: string,
): Promise<number> {
  if (named !== undefined && /^\d{1,5}$/.test(named)) return Number(named);
  const { revision } = await milestoneView(ledger, pilot, number);
  if (revision > 0) return revision;
  const code = `${pilot.code}/M${number}`;
  throw refused("NOTHING_SUBMITTED", `里程碑 ${code} 尚未提交。`, `nothing was submitted for milestone ${code} yet`);
}
