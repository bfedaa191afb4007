import { MILESTONE_STATE_LABELS, TIMELINESS_LABELS } from "../../../server/ledger/codes/labels.ts";
import { reasonLabel } from "../../../server/ledger/codes/reasons.ts";
import type { MilestoneRecord } from "../../../server/ledger/milestone-records.ts";
import type { PilotRecord } from "../../../server/ledger/pilot-records.ts";
import type { Reason } from "../../../server/ledger/provenance.ts";
import { shanghaiTime } from "../../../server/ledger/refusals/wording.ts";
import { timelinessAt } from "../../../server/ledger/timeliness.ts";
import type { Language } from "../language.ts";

/** A milestone in one line: number, title, state, due date and how it stands against it. */
export function milestoneLine(
  milestone: MilestoneRecord,
  pilot: PilotRecord,
  asOf: number,
  language: Language,
): string {
  const zh = language === "zh";
  const state = milestone.state === "NONE" ? "" : MILESTONE_STATE_LABELS[milestone.state][language];
  const timeliness = timelinessAt(milestone, pilot, asOf);
  const daysLate = timeliness?.daysLate ?? 0;
  const late = daysLate > 0 ? (zh ? ` ${daysLate} 天` : ` by ${daysLate} day(s)`) : "";
  const due = shanghaiTime(milestone.dueAt).slice(0, 10);
  const standing = timeliness === undefined ? "" : `${TIMELINESS_LABELS[timeliness.status][language]}${late}`;
  const title = milestone.title?.[language] ?? milestone.kind;
  const parts = [`M${milestone.number} ${title}`, state, `${zh ? "期限" : "due"} ${due}`, standing];
  return parts.filter((part) => part !== "").join(" · ");
}

/** A reason in words, with its code. */
export function reasonWords({ code }: Reason, language: Language): string {
  const label = reasonLabel(code);
  return label === undefined ? code : `${label[language]} (${code})`;
}
