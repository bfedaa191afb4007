import type { Command } from "commander";
import { addGroup, type Registry } from "../command.ts";
import { addAcceptanceCommands } from "./pilot-acceptance.ts";
import { addApplicationCommands } from "./pilot-application.ts";
import { addPilotDecisions } from "./pilot-decisions.ts";
import { addLeadCommands } from "./pilot-lead.ts";

/** Adds `pilot …`: the life cycle of a pilot. */
export function addPilotCommands(registry: Registry, program: Command): void {
  const group = addGroup(registry, program, "pilot", {
    zh: "试点：申报、受理、审批、启动、验收、归档",
    en: "pilots: application, review, start, acceptance, archive",
  });
  addApplicationCommands(registry, group);
  addLeadCommands(registry, group);
  addPilotDecisions(registry, group);
  addAcceptanceCommands(registry, group);
}
