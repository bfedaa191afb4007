import { unpackPeriod } from "../statistics-ids.ts";
import type { SentencesFor } from "./ledger-error.ts";
import { instant, regionWord } from "./wording.ts";

/** Why `StatisticsLedger` refuses arguments, whatever the act is about. */
export const statisticsSentences: SentencesFor<"Statistics" | "Guidance"> = {
  Statistics_ReasonRequired: () => ({
    zh: "此事项须填写原因代码。",
    en: "this act takes a reason code",
  }),
  Statistics_DigestRequired: () => ({
    zh: "此事项须附文件摘要。",
    en: "this act names the digest of a document",
  }),
  Statistics_TextLength: ({ length, limit }) => ({
    zh: `公开文本须为 1 至 ${limit} 字节，所给为 ${length} 字节。`,
    en: `a public text has 1 to ${limit} bytes, not ${length}`,
  }),
  Statistics_PeriodInvalid: ({ period }) => ({
    zh: `“${unpackPeriod(period)}”不是有效的时期；须为 2000 至 2999 年的年、季或月，如 2019、2019Q1、2019-03。`,
    en: `"${unpackPeriod(period)}" is no period; that is a year from 2000 to 2999, a quarter or a month, such as 2019, 2019Q1 or 2019-03`,
  }),
  Statistics_RegionNotEnabled: ({ region }) => ({
    zh: `行政区划${regionWord(region).zh}未启用，不能用于新的记录；请核对代码。`,
    en: `region ${regionWord(region).en} is not enabled for new records; check its code`,
  }),
  Guidance_VisitInFuture: ({ visitedAt, blockTime }) => ({
    zh: `走访时间 ${instant(visitedAt).zh} 晚于当前区块时间 ${instant(blockTime).zh}。`,
    en: `the visit at ${instant(visitedAt).en} lies after the present block, ${instant(blockTime).en}`,
  }),
};
