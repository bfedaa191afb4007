import { PROGRAMME_KIND_LABELS } from "../codes/labels.ts";
import { PROGRAMME_KINDS } from "../codes/programmes.ts";
import type { SentencesFor } from "./ledger-error.ts";
import { instant, programmeWord, word } from "./wording.ts";

/** Why `PilotLedger` refuses an act on a programme, or an application to one. */
export const programmeSentences: SentencesFor<"Programmes"> = {
  Programmes_Exists: ({ programme }) => ({
    zh: `批次 ${programmeWord(programme)} 已经存在；请使用新的批次号。`,
    en: `programme ${programmeWord(programme)} exists already; use another batch number`,
  }),
  Programmes_Unknown: ({ programme }) => ({
    zh: `没有批次 ${programmeWord(programme)}；请核对批次编号。`,
    en: `there is no programme ${programmeWord(programme)}; check its code`,
  }),
  Programmes_WindowClosed: ({ programme, opensAt, closesAt, blockTime }) => ({
    zh: `批次 ${programmeWord(programme)} 的申报时间为 ${instant(opensAt).zh} 至 ${instant(closesAt).zh}，当前为 ${instant(blockTime).zh}，不能申报。`,
    en: `programme ${programmeWord(programme)} takes applications from ${instant(opensAt).en} until before ${instant(closesAt).en}, and it is ${instant(blockTime).en} now`,
  }),
  Programmes_WindowInvalid: ({ opensAt, closesAt, blockTime }) => ({
    zh: `申报时间 ${instant(opensAt).zh} 至 ${instant(closesAt).zh} 不合规；截止须晚于开始，且晚于当前区块时间 ${instant(blockTime).zh}。`,
    en: `a window from ${instant(opensAt).en} to ${instant(closesAt).en} is not allowed; it must end after it begins and after the present block, ${instant(blockTime).en}`,
  }),
  Programmes_IdInvalid: ({ year, kind, batch }) => ({
    zh: `批次年度 ${year}、类型“${word(PROGRAMME_KINDS, PROGRAMME_KIND_LABELS, kind).zh}”、批次号 ${batch} 不合规；须有类型，批次号从 1 起，年度为 2000 至 2999。`,
    en: `year ${year}, kind "${word(PROGRAMME_KINDS, PROGRAMME_KIND_LABELS, kind).en}" and batch ${batch} make no programme; it takes a kind, a batch from 1 and a year from 2000 to 2999`,
  }),
  Programmes_DigestRequired: () => ({
    zh: "批次须注明规则集文件和模板文件；请在批次文件中填写 ruleSet 和 template。",
    en: "a programme names its rule set and its template; give both files in the programme's file",
  }),
};
