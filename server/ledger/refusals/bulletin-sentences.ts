import { BULLETIN_PART_LABELS, BULLETIN_STATE_LABELS } from "../codes/labels.ts";
import { BULLETIN_PARTS, BULLETIN_STATES } from "../codes/statistics.ts";
import { unpackBulletinId } from "../statistics-ids.ts";
import type { SentencesFor } from "./ledger-error.ts";
import { usccWord, word } from "./wording.ts";

/** Why `StatisticsLedger` refuses an act on a bulletin. */
export const bulletinSentences: SentencesFor<"Bulletins"> = {
  Bulletins_Unknown: ({ bulletin }) => ({
    zh: `没有公报 ${unpackBulletinId(bulletin)}；请核对公报编号。`,
    en: `there is no bulletin ${unpackBulletinId(bulletin)}; check its code`,
  }),
  Bulletins_Exists: ({ bulletin }) => ({
    zh: `公报 ${unpackBulletinId(bulletin)} 已经起草；请使用新的编号。`,
    en: `bulletin ${unpackBulletinId(bulletin)} is drafted already; use another number`,
  }),
  Bulletins_NumberRequired: () => ({
    zh: "公报编号从 1 起。",
    en: "the numbers of bulletins run from 1",
  }),
  Bulletins_StateNotAllowed: ({ bulletin, state }) => ({
    zh: `公报 ${unpackBulletinId(bulletin)} 处于“${word(BULLETIN_STATES, BULLETIN_STATE_LABELS, state).zh}”状态，不能办理此事项。`,
    en: `bulletin ${unpackBulletinId(bulletin)} is ${word(BULLETIN_STATES, BULLETIN_STATE_LABELS, state).en}, where this act is not allowed`,
  }),
  Bulletins_IssuersInvalid: ({ issuers, threshold, limit }) => ({
    zh: `公报须有 1 至 ${limit} 家发布单位，会签数须为 1 至发布单位数；所给为 ${issuers} 家、会签 ${threshold} 家。`,
    en: `a bulletin has 1 to ${limit} issuers of whom 1 to all must sign, not ${threshold} of ${issuers}`,
  }),
  Bulletins_IssuerTwice: ({ index, organisation }) => ({
    zh: `第 ${index + 1n} 家发布单位 ${usccWord(organisation)} 重复。`,
    en: `issuer ${index + 1n}, ${usccWord(organisation)}, is named before`,
  }),
  Bulletins_NotIssuer: ({ bulletin, organisation }) => ({
    zh: `单位 ${usccWord(organisation)} 不是公报 ${unpackBulletinId(bulletin)} 的发布单位。`,
    en: `organisation ${usccWord(organisation)} does not issue bulletin ${unpackBulletinId(bulletin)}`,
  }),
  Bulletins_AlreadySigned: ({ bulletin, organisation }) => ({
    zh: `单位 ${usccWord(organisation)} 已会签公报 ${unpackBulletinId(bulletin)}，无需重复。`,
    en: `organisation ${usccWord(organisation)} has signed bulletin ${unpackBulletinId(bulletin)}; there is no need to repeat it`,
  }),
  Bulletins_DocumentMismatch: ({ bulletin }) => ({
    zh: `所会签的文件不是公报 ${unpackBulletinId(bulletin)} 的公报文本；请核对文件。`,
    en: `the file that was signed is not the text of bulletin ${unpackBulletinId(bulletin)}; check which file it is`,
  }),
  Bulletins_BlockAhead: ({ asOfBlock, latest }) => ({
    zh: `截止区块 ${asOfBlock} 尚未产生，当前最新区块为 ${latest}。`,
    en: `block ${asOfBlock} is not there yet; the latest one is ${latest}`,
  }),
  Bulletins_BlockHashMismatch: ({ asOfBlock }) => ({
    zh: `区块 ${asOfBlock} 的哈希与链上不符；请重新取数。`,
    en: `block ${asOfBlock} has another hash on this chain; draw the figures again`,
  }),
  Bulletins_FileInvalid: ({ part }) => ({
    zh: `公报的${word(BULLETIN_PARTS, BULLETIN_PART_LABELS, part).zh}缺少摘要或摘要算法。`,
    en: `the bulletin's ${word(BULLETIN_PARTS, BULLETIN_PART_LABELS, part).en} lacks its digest or the digest's algorithm`,
  }),
  Bulletins_NotSuccessor: ({ bulletin, successor }) => ({
    zh: `公报 ${unpackBulletinId(successor)} 不能替代 ${unpackBulletinId(bulletin)}；须为同一时期、同一地区且更晚发布的公报。`,
    en: `bulletin ${unpackBulletinId(successor)} cannot supersede ${unpackBulletinId(bulletin)}; it takes one of the same period and region, published later`,
  }),
};
