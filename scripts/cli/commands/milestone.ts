import type { Command } from "commander";
import { addCommand, addGroup, type Registry } from "../command.ts";
import { documentDigest } from "../files/document.ts";
import { milestoneArguments } from "../milestones/arguments.ts";
import { REVISION, revisionOf } from "../milestones/revision.ts";
import { type SubmitOptions, submitMilestone } from "../milestones/submit.ts";
import { carryOut } from "../receipts/act.ts";
import { milestoneStatus } from "../status/milestone-status.ts";
import { reasonArgument } from "../values/codes.ts";
import { dateArgument } from "../values/instants.ts";
import { addMilestonePanel } from "./milestone-panel.ts";
import { DOCUMENT, DOCUMENT_REQUIRED, REASON } from "./options.ts";

const EXAMPLE = "ZJ-2019-330100-JUD-0001 M3";

/** Adds `milestone …`: submissions, decisions and extensions. */
export function addMilestoneCommands(registry: Registry, program: Command): void {
  const group = addGroup(registry, program, "milestone", {
    zh: "里程碑：提交、专家表决、决定、延期",
    en: "milestones: submission, experts, decision, extension",
  });
  addSubmission(registry, group);
  addMilestonePanel(registry, group);
  addDecisions(registry, group);
  addExtensions(registry, group);
}

function addSubmission(registry: Registry, group: Command): void {
  addCommand<SubmitOptions>(
    registry,
    group,
    {
      usage: "submit <code> [milestone]",
      about: {
        zh: "提交里程碑的文件夹；文件不上传，只有清单的摘要上链；重复执行不会重复提交",
        en: "submit a milestone's folder; files stay here, the digest of their list goes on the ledger; safe to repeat",
      },
      options: [
        { flags: "--dir <dir>", about: { zh: "要提交的文件夹", en: "the folder to submit" }, required: true },
        {
          flags: "--evidence <kind=file>",
          about: {
            zh: "文件的佐证材料类型，可重复；文件名以类型开头（test-report.pdf、测试报告.pdf）的自动识别",
            en: "which kind of evidence a file is, repeatable; names that begin with a kind (test-report.pdf) are recognised",
          },
          repeats: true,
        },
        {
          flags: "--finished-at <time>",
          about: {
            zh: "自述完成时间（默认为最新区块时间）",
            en: "when the work was finished, by your account (default: the latest block's time)",
          },
        },
        { flags: "--again", about: { zh: "原样再次提交被退回的文件", en: "submit files again that were returned" } },
      ],
      examples: [
        `milestone submit ${EXAMPLE} --dir ./m3`,
        `milestone submit ${EXAMPLE} --dir ./m3 --evidence TEST_REPORT=results/final.pdf`,
      ],
    },
    (session, args, options) => submitMilestone(session, milestoneArguments(args), options),
  );
  addCommand(
    registry,
    group,
    {
      usage: "status <code> [milestone]",
      about: { zh: "查看里程碑的状态、提交和延期", en: "how a milestone stands: submissions, decisions, extensions" },
      examples: [`milestone status ${EXAMPLE}`],
    },
    (session, args) => milestoneStatus(session, milestoneArguments(args)),
  );
}

function addDecisions(registry: Registry, group: Command): void {
  addCommand<{ document: string; revision?: string }>(
    registry,
    group,
    {
      usage: "accept <code> [milestone]",
      about: {
        zh: "通过提交（审批员；有专家组的须达到通过票数）",
        en: "accept a submission (approver; with a panel, when its votes carry)",
      },
      options: [DOCUMENT_REQUIRED, REVISION],
      examples: [`milestone accept ${EXAMPLE} --document opinion.pdf`],
    },
    async (session, args, { document, revision }) => {
      const milestone = milestoneArguments(args);
      const digest = await documentDigest(session, document);
      return carryOut(session, async (ledger) => ({
        contract: "PilotLedger",
        method: "acceptMilestone",
        args: [milestone.pilot.id, milestone.number, await revisionOf(ledger, milestone, revision), digest],
      }));
    },
  );
  addCommand<{ reason: string; document?: string; revision?: string }>(
    registry,
    group,
    {
      usage: "return <code> [milestone]",
      about: {
        zh: "退回提交（审批员；有专家组的须反对票已使其不能通过）",
        en: "return a submission (approver; with a panel, when so many are against it that it cannot pass)",
      },
      options: [REASON, DOCUMENT, REVISION],
      examples: [`milestone return ${EXAMPLE} --reason TEST_FAILED --document opinion.pdf`],
    },
    async (session, args, { reason, document, revision }) => {
      const milestone = milestoneArguments(args);
      const given = [reasonArgument(session, reason), await documentDigest(session, document)];
      return carryOut(session, async (ledger) => ({
        contract: "PilotLedger",
        method: "returnMilestone",
        args: [milestone.pilot.id, milestone.number, await revisionOf(ledger, milestone, revision), ...given],
      }));
    },
  );
  addCommand<{ reason: string; document?: string }>(
    registry,
    group,
    {
      usage: "waive <code> [milestone]",
      about: { zh: "免除里程碑（审批员）", en: "waive a milestone (approver)" },
      options: [REASON, DOCUMENT],
      examples: [`milestone waive ${EXAMPLE} --reason POLICY_CHANGE --document decision.pdf`],
    },
    async (session, args, { reason, document }) => {
      const { pilot, number } = milestoneArguments(args);
      const given = [reasonArgument(session, reason), await documentDigest(session, document)];
      return carryOut(session, {
        contract: "PilotLedger",
        method: "waiveMilestone",
        args: [pilot.id, number, ...given],
      });
    },
  );
}

function addExtensions(registry: Registry, group: Command): void {
  addCommand<{ due: string; reason: string; document?: string }>(
    registry,
    group,
    {
      usage: "request-extension <code> [milestone]",
      about: { zh: "申请延期（牵头单位，须在期限之前）", en: "ask to move the due date, before it has passed (lead)" },
      options: [
        {
          flags: "--due <date>",
          about: { zh: "新的期限，当日 23:59:59 止", en: "the new due date, until 23:59:59" },
          required: true,
        },
        REASON,
        DOCUMENT,
      ],
      examples: [`milestone request-extension ${EXAMPLE} --due 2019-12-31 --reason SUPPLIER_DELAY`],
    },
    async (session, args, { due, reason, document }) => {
      const { pilot, number } = milestoneArguments(args);
      const given = [
        dateArgument(due, "--due"),
        reasonArgument(session, reason),
        await documentDigest(session, document),
      ];
      return carryOut(session, {
        contract: "PilotLedger",
        method: "requestExtension",
        args: [pilot.id, number, ...given],
      });
    },
  );
  addCommand<{ document: string }>(
    registry,
    group,
    {
      usage: "grant-extension <code> [milestone]",
      about: { zh: "批准延期（审批员）", en: "move the due date to the one asked for (approver)" },
      options: [DOCUMENT_REQUIRED],
      examples: [`milestone grant-extension ${EXAMPLE} --document decision.pdf`],
    },
    async (session, args, { document }) => {
      const { pilot, number } = milestoneArguments(args);
      const digest = await documentDigest(session, document);
      return carryOut(session, { contract: "PilotLedger", method: "grantExtension", args: [pilot.id, number, digest] });
    },
  );
  addCommand<{ reason: string; document?: string }>(
    registry,
    group,
    {
      usage: "refuse-extension <code> [milestone]",
      about: { zh: "不予延期（审批员）", en: "refuse to move the due date (approver)" },
      options: [REASON, DOCUMENT],
      examples: [`milestone refuse-extension ${EXAMPLE} --reason INCOMPLETE_EVIDENCE`],
    },
    async (session, args, { reason, document }) => {
      const { pilot, number } = milestoneArguments(args);
      const given = [reasonArgument(session, reason), await documentDigest(session, document)];
      return carryOut(session, {
        contract: "PilotLedger",
        method: "refuseExtension",
        args: [pilot.id, number, ...given],
      });
    },
  );
}
