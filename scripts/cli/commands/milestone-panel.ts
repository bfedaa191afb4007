import type { Command } from "commander";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import { VOTES } from "../../../server/ledger/codes/pilots.ts";
import { addCommand, type Registry } from "../command.ts";
import { documentDigest } from "../files/document.ts";
import { milestoneArguments } from "../milestones/arguments.ts";
import { REVISION, revisionOf } from "../milestones/revision.ts";
import { carryOut } from "../receipts/act.ts";
import { nameArgument } from "../values/codes.ts";
import { type PanelOptions, panelArguments } from "../values/panel.ts";
import { EXPERTS, OPINION, THRESHOLD } from "./options.ts";

const EXAMPLE = "ZJ-2019-330100-JUD-0001 M3";

/** The experts who advise on a submitted milestone, and their votes. */
export function addMilestonePanel(registry: Registry, group: Command): void {
  addCommand<PanelOptions & { revision?: string }>(
    registry,
    group,
    {
      usage: "convene <code> [milestone]",
      about: {
        zh: "组建专家组，对提交表决（审批员；不组建则由审批员自行决定）",
        en: "name experts to vote on a submission (approver; without them the approver decides alone)",
      },
      options: [EXPERTS, THRESHOLD, REVISION],
      examples: [`milestone convene ${EXAMPLE} --expert expert-testing expert-university --threshold 2`],
    },
    async (session, args, { revision, ...panel }) => {
      const milestone = milestoneArguments(args);
      const named = await panelArguments(session, panel);
      return carryOut(session, async (ledger) => ({
        contract: "PilotLedger",
        method: "conveneMilestonePanel",
        args: [milestone.pilot.id, milestone.number, await revisionOf(ledger, milestone, revision), ...named],
      }));
    },
  );
  addCommand<{ vote: string; document: string; revision?: string }>(
    registry,
    group,
    {
      usage: "vote <code> [milestone]",
      about: { zh: "对提交投票（专家）", en: "vote on a submission (expert)" },
      options: [
        {
          flags: "--vote <pass|fail>",
          about: { zh: "通过或不通过", en: "pass to accept it, fail to return it" },
          required: true,
        },
        OPINION,
        REVISION,
      ],
      examples: [`milestone vote ${EXAMPLE} --vote pass --document opinion.pdf`],
    },
    async (session, args, { vote, document, revision }) => {
      const milestone = milestoneArguments(args);
      const given = [numberOf(VOTES, nameArgument(VOTES, vote, "--vote")), await documentDigest(session, document)];
      return carryOut(session, async (ledger) => ({
        contract: "PilotLedger",
        method: "voteOnMilestone",
        args: [milestone.pilot.id, milestone.number, await revisionOf(ledger, milestone, revision), ...given],
      }));
    },
  );
}
