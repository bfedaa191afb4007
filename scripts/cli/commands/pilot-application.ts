import { access, writeFile } from "node:fs/promises";
import type { Command } from "commander";
import { applyPilot, resubmitPilot } from "../application/apply.ts";
import { readApplication } from "../application/read.ts";
import { APPLICATION_TEMPLATE } from "../application/template.ts";
import { addCommand, type Registry } from "../command.ts";
import { refused } from "../failure.ts";
import { pathOf } from "../session.ts";
import { pilotStatus } from "../status/pilot-status.ts";
import { pilotArgument } from "../values/codes.ts";

const EXAMPLE = "ZJ-2019-330100-JUD-0001";

/** Writing, checking and sending an application, and what became of it. */
export function addApplicationCommands(registry: Registry, group: Command): void {
  addCommand(
    registry,
    group,
    {
      usage: "init [file]",
      about: { zh: "写一份带说明的申报文件模板", en: "write an application file to fill in" },
      examples: ["pilot init pilot.yaml"],
    },
    async (session, [file = "pilot.yaml"]) => {
      const path = pathOf(session, file);
      await requireAbsent(path, file);
      await writeFile(path, APPLICATION_TEMPLATE, { flag: "wx" });
      const zh = session.language === "zh";
      return { json: { file: path }, lines: [zh ? `已写入 ${file}` : `wrote ${file}`] };
    },
  );
  addCommand(
    registry,
    group,
    {
      usage: "validate <file>",
      about: {
        zh: "检查申报文件和材料，列出全部问题，不发送",
        en: "check an application and its documents; sends nothing",
      },
      examples: ["pilot validate pilot.yaml"],
    },
    async (session, [file = ""]) => {
      const { problems } = await readApplication(pathOf(session, file));
      const { language } = session;
      const zh = language === "zh";
      const lines = problems.map(
        (problem) => `${file}:${problem.line}:${problem.column}: ${problem.sentence[language]}`,
      );
      const summary = zh
        ? problems.length === 0
          ? `${file} 没有问题，可以申报`
          : `共 ${problems.length} 处问题`
        : problems.length === 0
          ? `${file} is complete: it can be sent`
          : `${problems.length} problem(s)`;
      return {
        json: { file, valid: problems.length === 0, problems },
        lines: [...lines, summary],
        exitCode: problems.length === 0 ? 0 : 1,
      };
    },
  );
  addCommand(
    registry,
    group,
    {
      usage: "apply <file>",
      about: { zh: "提交申报", en: "apply" },
      examples: ["pilot apply pilot.yaml --keystore team.json"],
    },
    (session, [file = ""]) => applyPilot(session, file),
  );
  addCommand(
    registry,
    group,
    {
      usage: "resubmit <code> <file>",
      about: { zh: "补正后重新提交申报", en: "send a returned application again" },
      examples: [`pilot resubmit ${EXAMPLE} pilot.yaml`],
    },
    (session, [code, file = ""]) => resubmitPilot(session, pilotArgument(code), file),
  );
  addCommand(
    registry,
    group,
    {
      usage: "status <code>",
      about: { zh: "查看试点进展、期限和下一步", en: "how a pilot stands, what is due and what comes next" },
      examples: [`pilot status ${EXAMPLE}`],
    },
    (session, [code]) => pilotStatus(session, pilotArgument(code)),
  );
}

async function requireAbsent(path: string, file: string): Promise<void> {
  const exists = await access(path).then(
    () => true,
    () => false,
  );
  if (exists) throw refused("FILE_EXISTS", `${file} 已存在，未作改动。`, `${file} exists already and was not changed`);
}
