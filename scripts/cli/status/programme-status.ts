import { shanghaiTime } from "../../../server/ledger/refusals/wording.ts";
import { bilingual, parseText } from "../../../server/ledger/text.ts";
import { withLedger } from "../chain/ledger.ts";
import { readEvents } from "../chain/logs.ts";
import { refused } from "../failure.ts";
import type { Outcome, Session } from "../session.ts";
import type { ProgrammeArgument } from "../values/codes.ts";

/** A programme: its title, its window, and the files that govern it. */
export async function programmeStatus(session: Session, { code, id }: ProgrammeArgument): Promise<Outcome> {
  return withLedger(session, async (ledger) => {
    const events = await readEvents(ledger, { contract: "PilotLedger", subject: id });
    const opened = events.find((event) => event.name === "ProgrammeOpened");
    if (opened?.name !== "ProgrammeOpened") {
      throw refused(
        "Programmes_Unknown",
        `没有批次 ${code}；请核对批次编号。`,
        `there is no programme ${code}; check its code`,
      );
    }
    const { opensAt, closesAt } = await ledger.contracts.PilotLedger.getFunction("programmeOf").staticCall(id);
    const title = bilingual(parseText(opened.args.text)?.title) ?? { zh: code, en: code };
    const { ruleSetDigest, templateDigest } = opened.args;
    const window = { opensAt: Number(opensAt), closesAt: Number(closesAt) };
    const zh = session.language === "zh";
    return {
      json: { programme: code, title, ...window, ruleSetDigest, templateDigest },
      lines: [
        `${code}  ${title[session.language]}`,
        `  ${zh ? "申报时间" : "applications"}: ${shanghaiTime(window.opensAt)} – ${shanghaiTime(window.closesAt)} (Asia/Shanghai)`,
        `  ${zh ? "规则集" : "rule set"}: ${ruleSetDigest}`,
        `  ${zh ? "模板" : "template"}: ${templateDigest}`,
      ],
    };
  });
}
