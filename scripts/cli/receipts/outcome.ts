import { EVENT_LABELS } from "../../../server/ledger/codes/event-labels.ts";
import type { EventName } from "../../../server/ledger/events.ts";
import { formatMilestoneCode } from "../../../server/ledger/ids.ts";
import type { Outcome, Session } from "../session.ts";
import type { Receipt } from "./receipt.ts";

/** What to tell after an act: the receipt, in full for programs and in short for people. */
export function actOutcome(
  session: Session,
  receipt: Receipt,
  files: { readonly receipt: string; readonly manifest?: string },
  more: { readonly sent?: boolean } = {},
): Outcome {
  const { language } = session;
  const zh = language === "zh";
  const subject =
    receipt.pilot !== null && receipt.milestone !== null
      ? formatMilestoneCode(receipt.pilot, receipt.milestone)
      : receipt.subject;
  const head = [
    `${EVENT_LABELS[receipt.act as EventName][language]}: ${subject}`,
    receipt.revision !== null ? (zh ? `第 ${receipt.revision} 次提交` : `revision ${receipt.revision}`) : "",
    receipt.events > 1 ? (zh ? `共 ${receipt.events} 条记录` : `${receipt.events} records`) : "",
  ];
  const rows: [string, string][] = [
    [zh ? "交易" : "transaction", receipt.transactionHash],
    [zh ? "区块" : "block", `${receipt.blockNumber}`],
    [
      zh ? "时间" : "time",
      `${receipt.time.shanghai.replace(" +08:00", zh ? "（北京时间）" : " (Asia/Shanghai)")} = ${receipt.time.utc}`,
    ],
    ...(receipt.digest === null ? [] : [[zh ? "摘要" : "digest", receipt.digest] as [string, string]]),
    ...(files.manifest === undefined ? [] : [[zh ? "清单" : "manifest", files.manifest] as [string, string]]),
    [zh ? "回执" : "receipt", files.receipt],
  ];
  const repeated =
    more.sent === false ? [zh ? "此前已提交，本次未发送任何内容" : "sent before; nothing was sent now"] : [];
  return {
    json: { ...receipt, ...more, files },
    lines: [
      ...repeated,
      head.filter((part) => part !== "").join(", "),
      ...rows.map(([label, value]) => `  ${label}  ${value}`),
    ],
  };
}
