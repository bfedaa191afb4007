import type { Command } from "commander";
import { addCommand, addGroup, type Registry } from "../command.ts";
import { openProgramme } from "../programmes/open.ts";
import { carryOut } from "../receipts/act.ts";
import { programmeStatus } from "../status/programme-status.ts";
import { programmeArgument, reasonArgument } from "../values/codes.ts";
import { REASON } from "./options.ts";

/** Adds `programme …`: batches of pilots. */
export function addProgrammeCommands(registry: Registry, program: Command): void {
  const group = addGroup(registry, program, "programme", {
    zh: "批次：开放、关闭、查看（审批员）",
    en: "programmes: batches of pilots (approver)",
  });
  addCommand(
    registry,
    group,
    {
      usage: "open <file>",
      about: { zh: "按批次文件开放申报", en: "open a programme as its file states it" },
      examples: ["programme open programme.yaml"],
    },
    (session, [file = ""]) => openProgramme(session, file),
  );
  addCommand<{ reason: string }>(
    registry,
    group,
    {
      usage: "close <code>",
      about: { zh: "提前关闭申报", en: "close a programme's window now" },
      options: [REASON],
      examples: ["programme close ZJ-2019-PILOT-1 --reason QUOTA_EXHAUSTED"],
    },
    async (session, [code], { reason }) => {
      const args = [programmeArgument(code).id, reasonArgument(session, reason)];
      return carryOut(session, { contract: "PilotLedger", method: "closeProgramme", args });
    },
  );
  addCommand(
    registry,
    group,
    {
      usage: "show <code>",
      about: { zh: "查看批次", en: "a programme" },
      examples: ["programme show ZJ-2019-PILOT-1"],
    },
    (session, [code]) => programmeStatus(session, programmeArgument(code)),
  );
}
