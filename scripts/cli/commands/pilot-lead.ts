import type { Command } from "commander";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import { FILING_REQUIREMENTS, PARTY_ROLES } from "../../../server/ledger/codes/pilots.ts";
import { ZERO_BYTES32 } from "../../../server/ledger/hex.ts";
import { amendPilot } from "../application/amend.ts";
import { addCommand, type OptionSpec, type Registry } from "../command.ts";
import { documentDigest } from "../files/document.ts";
import { handInFolder } from "../files/hand-in.ts";
import { carryOut } from "../receipts/act.ts";
import { nameArgument, organisationArgument, pilotArgument, reasonArgument } from "../values/codes.ts";
import { DOCUMENT_REQUIRED, folderOption, REASON } from "./options.ts";

const EXAMPLE = "ZJ-2019-330100-JUD-0001";

const organisationOption: OptionSpec = {
  flags: "--organisation <uscc>",
  about: { zh: "统一社会信用代码", en: "its unified social credit code" },
  required: true,
};

/** What the lead organisation does once its pilot is approved. */
export function addLeadCommands(registry: Registry, group: Command): void {
  addCommand<{ filing: string; filingReason?: string }>(
    registry,
    group,
    {
      usage: "start <code>",
      about: {
        zh: "启动已立项的试点，并答复是否需要备案",
        en: "start an approved pilot and answer whether its service must be filed",
      },
      options: [
        {
          flags: "--filing <required|not-required>",
          about: { zh: "区块链信息服务是否需要备案", en: "whether the service must be filed" },
          required: true,
        },
        { flags: "--filing-reason <code>", about: { zh: "无需备案的理由代码", en: "why it need not be filed" } },
      ],
      examples: [`pilot start ${EXAMPLE} --filing not-required --filing-reason INTERNAL_SERVICE`],
    },
    async (session, [code], { filing, filingReason }) => {
      const pilot = pilotArgument(code);
      const answer = numberOf(FILING_REQUIREMENTS, nameArgument(FILING_REQUIREMENTS, filing, "--filing"));
      const reason = filingReason === undefined ? ZERO_BYTES32 : reasonArgument(session, filingReason);
      return carryOut(session, { contract: "PilotLedger", method: "startPilot", args: [pilot.id, answer, reason] });
    },
  );
  addCommand<{ dir: string }>(
    registry,
    group,
    {
      usage: "request-acceptance <code>",
      about: { zh: "申请验收", en: "ask for acceptance" },
      options: [folderOption({ zh: "验收材料文件夹", en: "folder of the acceptance documents" })],
      examples: [`pilot request-acceptance ${EXAMPLE} --dir acceptance`],
    },
    (session, [code], { dir }) =>
      handInFolder(session, pilotArgument(code), { folder: dir, method: "requestAcceptance", name: "acceptance" }),
  );
  addCommand<{ document: string }>(
    registry,
    group,
    {
      usage: "amend <code> <file>",
      about: {
        zh: "按申报文件更新公开文本和预算；计划不变",
        en: "change the public text and the budget to those of an application file; the plan stands",
      },
      options: [DOCUMENT_REQUIRED],
      examples: [`pilot amend ${EXAMPLE} pilot.yaml --document consent.pdf`],
    },
    (session, [code, file = ""], { document }) => amendPilot(session, pilotArgument(code), { file, document }),
  );
  addCommand<{ organisation: string; role: string; document: string }>(
    registry,
    group,
    {
      usage: "add-party <code>",
      about: { zh: "增加参与单位", en: "add an organisation to the pilot" },
      options: [
        organisationOption,
        {
          flags: "--role <role>",
          about: {
            zh: "分工：technology、data-owner、research、user、witness",
            en: "technology, data-owner, research, user or witness",
          },
          required: true,
        },
        {
          ...DOCUMENT_REQUIRED,
          about: {
            zh: "该单位的书面同意；只有其摘要上链",
            en: "its written consent; only its digest goes on the ledger",
          },
        },
      ],
      examples: [`pilot add-party ${EXAMPLE} --organisation 53330100009900050B --role witness --document consent.pdf`],
    },
    async (session, [code], { organisation, role, document }) => {
      const { id } = pilotArgument(code);
      const party = organisationArgument(organisation).packed;
      const number = numberOf(PARTY_ROLES, nameArgument(PARTY_ROLES, role, "--role"));
      const args = [id, party, number, await documentDigest(session, document)];
      return carryOut(session, { contract: "PilotLedger", method: "addParty", args });
    },
  );
  addCommand<{ organisation: string; reason: string }>(
    registry,
    group,
    {
      usage: "remove-party <code>",
      about: { zh: "移除参与单位，或参与单位自行退出", en: "remove an organisation, or leave as one" },
      options: [organisationOption, REASON],
      examples: [`pilot remove-party ${EXAMPLE} --organisation 53330100009900050B --reason CONSENT_WITHDRAWN`],
    },
    async (session, [code], { organisation, reason }) => {
      const args = [pilotArgument(code).id, organisationArgument(organisation).packed, reasonArgument(session, reason)];
      return carryOut(session, { contract: "PilotLedger", method: "removeParty", args });
    },
  );
}
