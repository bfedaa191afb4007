import type { MilestonePanel, MilestoneRecord, SubmissionRecord } from "../../../server/ledger/milestone-records.ts";
import { shanghaiTime } from "../../../server/ledger/refusals/wording.ts";
import { timelinessAt } from "../../../server/ledger/timeliness.ts";
import { chainTime, withLedger } from "../chain/ledger.ts";
import { milestoneView } from "../chain/views.ts";
import type { Language } from "../language.ts";
import type { MilestoneArgument } from "../milestones/submit.ts";
import type { Outcome, Session } from "../session.ts";
import { milestoneLine, reasonWords } from "./milestone-line.ts";
import { readPilot } from "./pilot-records.ts";

/** How a milestone stands: its submissions, the decisions on them, its extensions. */
export async function milestoneStatus(session: Session, { pilot, number }: MilestoneArgument): Promise<Outcome> {
  return withLedger(session, async (ledger) => {
    await milestoneView(ledger, pilot, number);
    const records = await readPilot(ledger, pilot);
    const asOf = await chainTime(ledger);
    const milestone = records.milestones[number - 1];
    if (milestone === undefined) throw new TypeError(`milestone ${number} has a view and no record`);
    const { language } = session;
    return {
      json: { milestone, timeliness: timelinessAt(milestone, records.pilot, asOf), asOf },
      lines: [milestoneLine(milestone, records.pilot, asOf, language), ...historyLines(milestone, language)],
    };
  });
}

function historyLines(
  { submissions, extensions, requiredEvidence, waived }: MilestoneRecord,
  language: Language,
): string[] {
  const zh = language === "zh";
  const required = requiredEvidence.join(", ");
  return [
    ...(required === "" ? [] : [`  ${zh ? "必需的佐证材料" : "evidence it needs"}: ${required}`]),
    ...submissions.map((submission) => `  ${submissionLine(submission, language)}`),
    ...extensions.map(({ requestedDueAt, reason, decision }) => {
      const result = decision?.result ?? (zh ? "待决定" : "waiting");
      const due = shanghaiTime(requestedDueAt).slice(0, 10);
      return `  ${zh ? "延期至" : "extension to"} ${due}: ${reasonWords(reason, language)} · ${result}`;
    }),
    ...(waived === null ? [] : [`  ${zh ? "免除" : "waived"}: ${reasonWords(waived.reason, language)}`]),
  ];
}

function submissionLine(
  { revision, submittedAt, panel, decision, manifestDigest }: SubmissionRecord,
  language: Language,
): string {
  const zh = language === "zh";
  const time = shanghaiTime(submittedAt).slice(0, 16);
  const head = zh ? `第 ${revision} 次提交` : `revision ${revision}`;
  const result = decision === null ? (zh ? "待决定" : "waiting for a decision") : decision.result;
  const reason = decision?.reason == null ? "" : `, ${reasonWords(decision.reason, language)}`;
  const votes = panel === null ? "" : ` · ${panelWords(panel, language)}`;
  return `${head} ${time}${votes} · ${result}${reason} · ${manifestDigest}`;
}

/** How many experts voted for and against a submission, and how many votes carry. */
function panelWords({ experts, threshold, votes }: MilestonePanel, language: Language): string {
  const pass = votes.filter(({ vote }) => vote === "PASS").length;
  const fail = votes.length - pass;
  return language === "zh"
    ? `专家组 ${experts.length} 人：${pass} 票通过、${fail} 票不通过，须 ${threshold} 票`
    : `panel of ${experts.length}: ${pass} to accept, ${fail} to return, ${threshold} carry`;
}
