import type { PilotCode } from "../../ledger/ids.ts";
import type { Task } from "./task.ts";

/** A task about a pilot: where it lies follows from the pilot's code. Anybody of the role may do it, unless it says whom it waits for. */
export function taskOfPilot(
  task: Omit<Task, "region" | "pilot" | "awaiting"> & {
    readonly pilot: PilotCode;
    readonly awaiting?: readonly string[];
  },
): Task {
  return { awaiting: null, ...task, region: task.pilot.split("-")[2] ?? "" };
}
