import type { SentencesFor } from "./ledger-error.ts";
import { instant } from "./wording.ts";

/** Why `PilotLedger` refuses evidence. */
export const evidenceSentences: SentencesFor<"Evidence"> = {
  Evidence_ItemInvalid: ({ index }) => ({
    zh: `第 ${index + 1n} 份佐证材料缺少类型、算法或摘要。`,
    en: `item ${index + 1n} of the evidence lacks its kind, its algorithm or its digest`,
  }),
  Evidence_AlreadyAnchored: ({ index, anchoredAt }) => ({
    zh: `第 ${index + 1n} 份佐证材料已由本账户于 ${instant(anchoredAt).zh} 存证，无需重复。`,
    en: `item ${index + 1n} of the evidence was anchored by this account at ${instant(anchoredAt).en}; there is no need to repeat it`,
  }),
  Evidence_BatchLength: ({ length, limit }) => ({
    zh: `一次最多存证 ${limit} 份、至少 1 份材料，所给为 ${length} 份。`,
    en: `one transaction takes 1 to ${limit} items of evidence, not ${length}`,
  }),
  Evidence_MilestoneUnknown: ({ index, milestone }) => ({
    zh: `第 ${index + 1n} 份佐证材料所属的里程碑 M${milestone} 不存在。`,
    en: `item ${index + 1n} of the evidence names milestone M${milestone}, which the plan does not have`,
  }),
};
