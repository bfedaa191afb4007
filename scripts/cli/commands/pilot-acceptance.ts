import type { Command } from "commander";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import { VOTES } from "../../../server/ledger/codes/pilots.ts";
import { addCommand, type Registry } from "../command.ts";
import { documentDigest } from "../files/document.ts";
import { carryOut } from "../receipts/act.ts";
import { nameArgument, pilotArgument } from "../values/codes.ts";
import { type PanelOptions, panelArguments } from "../values/panel.ts";
import { EXPERTS, OPINION, THRESHOLD } from "./options.ts";

const EXAMPLE = "ZJ-2019-330100-JUD-0001";

/** The panel of an acceptance round and its votes. */
export function addAcceptanceCommands(registry: Registry, group: Command): void {
  addCommand<PanelOptions>(
    registry,
    group,
    {
      usage: "convene <code>",
      about: { zh: "组建验收专家组（审批员）", en: "name the experts of an acceptance round (approver)" },
      options: [EXPERTS, THRESHOLD],
      examples: [`pilot convene ${EXAMPLE} --expert expert-testing expert-university --threshold 2`],
    },
    async (session, [code], panel) => {
      const args = [pilotArgument(code).id, ...(await panelArguments(session, panel))];
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
        OPINION,
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
