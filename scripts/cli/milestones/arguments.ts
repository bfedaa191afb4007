import { milestoneArgument, pilotArgument } from "../values/codes.ts";
import type { MilestoneArgument } from "./submit.ts";

/** Reads `CODE M3`, or the two as one: `CODE/M3`. */
export function milestoneArguments([code = "", number]: readonly string[]): MilestoneArgument {
  const [pilot, joined] = code.split("/");
  return { pilot: pilotArgument(pilot), number: milestoneArgument(number ?? joined) };
}
