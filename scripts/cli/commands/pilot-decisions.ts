import type { Command } from "commander";
import { addCommand, type Registry } from "../command.ts";
import { documentDigest } from "../files/document.ts";
import { handInFolder } from "../files/hand-in.ts";
import { carryOut } from "../receipts/act.ts";
import { pilotArgument, reasonArgument } from "../values/codes.ts";
import { dateArgument } from "../values/instants.ts";
import { DOCUMENT, DOCUMENT_REQUIRED, folderOption, REASON } from "./options.ts";

const EXAMPLE = "ZJ-2019-330100-JUD-0001";

/** What officials decide on a pilot, and a lead's withdrawal, which has the same form. */
export function addPilotDecisions(registry: Registry, group: Command): void {
  addReasonedDecisions(registry, group);
  addDocumentedDecisions(registry, group);
}

/** Acts that give a reason and may refer to a document. */
function addReasonedDecisions(registry: Registry, group: Command): void {
  const decisions = [
    [
      "return",
      "returnPilot",
      "退回申报补正（受理员）",
      "return an application for supplement (registrar)",
      "MISSING_DOCUMENT",
    ],
    ["reject", "rejectPilot", "不予立项（审批员）", "reject (approver)", "INSUFFICIENT_MERIT"],
    ["waitlist", "waitlistPilot", "列入候补（审批员）", "put on the waiting list (approver)", "QUOTA_EXHAUSTED"],
    ["suspend", "suspendPilot", "暂停试点（审批员）", "suspend (approver)", "SECURITY_INCIDENT"],
    ["resume", "resumePilot", "恢复试点（审批员）", "end a suspension (approver)", "RECTIFICATION_DONE"],
    ["terminate", "terminatePilot", "终止试点（审批员）", "end a pilot (approver)", "COMPLIANCE_BREACH"],
    ["withdraw", "withdrawPilot", "主动退出（牵头单位）", "give a pilot up (lead)", "NO_LONGER_NEEDED"],
    [
      "accept-conditionally",
      "acceptPilotConditionally",
      "有条件通过验收（审批员）",
      "accept on conditions (approver)",
      "CONDITIONS_IMPOSED",
    ],
    ["fail", "failPilot", "验收不通过（审批员）", "fail acceptance (approver)", "INDICATOR_NOT_MET"],
    [
      "revoke-showcase",
      "revokeShowcase",
      "撤销样板项目（审批员）",
      "revoke a showcase (approver)",
      "INDICATOR_NOT_MET",
    ],
  ] as const;
  for (const [name, method, zh, en, reasonExample] of decisions) {
    addCommand<{ reason: string; document?: string }>(
      registry,
      group,
      {
        usage: `${name} <code>`,
        about: { zh, en },
        options: [REASON, DOCUMENT],
        examples: [`pilot ${name} ${EXAMPLE} --reason ${reasonExample} --document decision.pdf`],
      },
      async (session, [code], { reason, document }) => {
        const args = [pilotArgument(code).id, reasonArgument(session, reason), await documentDigest(session, document)];
        return carryOut(session, { contract: "PilotLedger", method, args });
      },
    );
  }
}

/** Acts that refer to a document and need no reason. */
function addDocumentedDecisions(registry: Registry, group: Command): void {
  addCommand(
    registry,
    group,
    {
      usage: "admit <code>",
      about: { zh: "受理申报（受理员）", en: "admit an application to review (registrar)" },
      examples: [`pilot admit ${EXAMPLE}`],
    },
    (session, [code]) =>
      carryOut(session, { contract: "PilotLedger", method: "admitPilot", args: [pilotArgument(code).id] }),
  );
  const decisions = [
    ["approve", "approvePilot", "立项（审批员）", "approve (approver)", "decision.pdf"],
    ["accept", "acceptPilot", "通过验收（审批员）", "accept after the panel's votes (approver)", "certificate.pdf"],
    [
      "advance-stage",
      "advanceStage",
      "转为应用解决方案（审批员）",
      "record that the output became a solution (approver)",
      "decision.pdf",
    ],
  ] as const;
  for (const [name, method, zh, en, document] of decisions) {
    addCommand<{ document: string }>(
      registry,
      group,
      {
        usage: `${name} <code>`,
        about: { zh, en },
        options: [DOCUMENT_REQUIRED],
        examples: [`pilot ${name} ${EXAMPLE} --document ${document}`],
      },
      async (session, [code], options) => {
        const args = [pilotArgument(code).id, await documentDigest(session, options.document)];
        return carryOut(session, { contract: "PilotLedger", method, args });
      },
    );
  }
  addCommand<{ validUntil: string; document: string }>(
    registry,
    group,
    {
      usage: "grant-showcase <code>",
      about: { zh: "认定为样板项目（审批员）", en: "designate a showcase (approver)" },
      options: [
        {
          flags: "--valid-until <date>",
          about: { zh: "有效期最后一天", en: "the last day of the designation" },
          required: true,
        },
        DOCUMENT_REQUIRED,
      ],
      examples: [`pilot grant-showcase ${EXAMPLE} --valid-until 2022-06-30 --document decision.pdf`],
    },
    async (session, [code], { validUntil, document }) => {
      const until = dateArgument(validUntil, "--valid-until");
      const args = [pilotArgument(code).id, until, await documentDigest(session, document)];
      return carryOut(session, { contract: "PilotLedger", method: "grantShowcase", args });
    },
  );
  addCommand<{ dir: string }>(
    registry,
    group,
    {
      usage: "archive <code>",
      about: { zh: "归档（受理员）", en: "archive an accepted pilot (registrar)" },
      options: [folderOption({ zh: "归档文件夹", en: "folder of the archive" })],
      examples: [`pilot archive ${EXAMPLE} --dir archive`],
    },
    (session, [code], { dir }) =>
      handInFolder(session, pilotArgument(code), { folder: dir, method: "archivePilot", name: "archive" }),
  );
}
