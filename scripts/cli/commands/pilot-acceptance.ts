import type { Command } from "commander";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import { VOTES } from "../../../server/ledger/codes/pilots.ts";
import { addressOf } from "../chain/account.ts";
import { addCommand, type Registry } from "../command.ts";
import { unusable } from "../failure.ts";
import { documentDigest } from "../files/document.ts";
import { carryOut } from "../receipts/act.ts";
import { nameArgument, pilotArgument } from "../values/codes.ts";
import { DOCUMENT_REQUIRED } from "./options.ts";

const EXAMPLE = "ZJ-2019-330100-JUD-0001";

/** The panel of an acceptance round and its votes. */
export function addAcceptanceCommands(registry: Registry, group: Command): void {
  addCommand<{ expert: readonly string[]; threshold: string }>(
    registry,
    group,
    {
      usage: "convene <code>",
      about: { zh: "组建验收专家组（审批员）", en: "name the experts of an acceptance round (approver)" },
      options: [
        {
          flags: "--expert <account...>",
          about: { zh: "专家的账户地址或账户名，可多个", en: "the experts' addresses, or names of accounts" },
          required: true,
        },
        { flags: "--threshold <votes>", about: { zh: "通过所需票数", en: "how many votes carry" }, required: true },
      ],
      examples: [`pilot convene ${EXAMPLE} --expert expert-testing expert-university --threshold 2`],
    },
    async (session, [code], { expert, threshold }) => {
      const { id } = pilotArgument(code);
      const experts = await Promise.all(expert.map((name) => addressOf(session, name)));
      const args = [id, experts, votesArgument(threshold)];
      return carryOut(session, { contract: "PilotLedger", method: "convenePanel", args });
    },
  );
  addCommand<{ vote: string; document: string }>(
    registry,
    group,
    {
      usage: "vote <code>",
      about: { zh: "验收投票（专家）", en: "vote on acceptance (expert)" },
      options: [
        {
          flags: "--vote <pass|conditional|fail>",
          about: { zh: "通过、有条件通过或不通过", en: "the vote" },
          required: true,
        },
        {
          ...DOCUMENT_REQUIRED,
          about: { zh: "专家意见；只有其摘要上链", en: "the expert's opinion; only its digest goes on the ledger" },
        },
      ],
      examples: [`pilot vote ${EXAMPLE} --vote pass --document opinion.pdf`],
    },
    async (session, [code], { vote, document }) => {
      const number = numberOf(VOTES, nameArgument(VOTES, vote, "--vote"));
      const args = [pilotArgument(code).id, number, await documentDigest(session, document)];
      return carryOut(session, { contract: "PilotLedger", method: "castVote", args });
    },
  );
}

function votesArgument(text: string): number {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  throw unusable(
    "VALUE_INVALID",
    `--threshold 应为票数，不是“${text}”。`,
    `--threshold is a number of votes, not "${text}"`,
  );
}
