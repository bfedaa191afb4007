import { PILOT_STATE_LABELS, STAGE_LABELS } from "../../../server/ledger/codes/labels.ts";
import { shanghaiTime } from "../../../server/ledger/refusals/wording.ts";
import { timelinessAt } from "../../../server/ledger/timeliness.ts";
import { chainTime, withLedger } from "../chain/ledger.ts";
import type { Outcome, Session } from "../session.ts";
import type { PilotArgument } from "../values/codes.ts";
import { yuanOfFen } from "../values/money.ts";
import { milestoneLine, reasonWords } from "./milestone-line.ts";
import { NEXT_STEP } from "./next-step.ts";
import { type PilotRecords, readPilot } from "./pilot-records.ts";

/** How a pilot stands, read from the chain alone and checked against its journal. */
export async function pilotStatus(session: Session, argument: PilotArgument): Promise<Outcome> {
  return withLedger(session, async (ledger) => {
    const records = await readPilot(ledger, argument);
    const asOf = await chainTime(ledger);
    const { pilot, milestones, events } = records;
    return {
      json: {
        pilot,
        milestones: milestones.map((milestone) => ({ ...milestone, timeliness: timelinessAt(milestone, pilot, asOf) })),
        nextStep: pilot.state === "NONE" ? null : NEXT_STEP[pilot.state],
        asOf,
        verified: { against: "journal", events: events.length },
      },
      lines: statusLines(records, asOf, session.language),
    };
  });
}

function statusLines(
  { pilot, milestones, events }: PilotRecords,
  asOf: number,
  language: Session["language"],
): string[] {
  const zh = language === "zh";
  const state = pilot.state === "NONE" ? "" : PILOT_STATE_LABELS[pilot.state][language];
  const change = pilot.states.at(-1);
  const reason = change?.reason ?? null;
  const rows = [
    `${pilot.code}  ${pilot.title[language]}`,
    `${zh ? "状态" : "state"}: ${state}${change === undefined ? "" : ` (${shanghaiTime(change.at).slice(0, 16)})`}`,
    reason === null ? "" : `${zh ? "理由" : "reason"}: ${reasonWords(reason, language)}`,
    `${zh ? "成果阶段" : "stage"}: ${STAGE_LABELS[pilot.stage][language]}`,
    `${zh ? "牵头单位" : "lead"}: ${pilot.lead}`,
    `${zh ? "批次" : "programme"}: ${pilot.programme}`,
    `${zh ? "预算" : "budget"}: ${yuanOfFen(BigInt(pilot.budgetFen))} ${zh ? "元" : "yuan"}`,
    ...milestones.map((milestone) => `  ${milestoneLine(milestone, pilot, asOf, language)}`),
    pilot.state === "NONE" ? "" : `${zh ? "下一步" : "next"}: ${NEXT_STEP[pilot.state][language]}`,
    zh
      ? `截至 ${shanghaiTime(asOf)}（北京时间）；共 ${events.length} 条记录，与账本日志一致`
      : `as of ${shanghaiTime(asOf)} (Asia/Shanghai); ${events.length} records, complete by the ledger's journal`,
  ];
  return rows.filter((row) => row !== "");
}
