import { MEMBERSHIP_STATE_LABELS } from "../codes/labels.ts";
import { MEMBERSHIP_STATES } from "../codes/statistics.ts";
import { asciiFromHex } from "../hex.ts";
import type { SentencesFor } from "./ledger-error.ts";
import { accountWord, regionWord, usccWord, word } from "./wording.ts";

/** Why `StatisticsLedger` refuses an act on an enterprise pool. */
export const poolSentences: SentencesFor<"Pools"> = {
  Pools_CodeInvalid: ({ pool }) => ({
    zh: `“${asciiFromHex(pool)}”不能用作培育库代码；须为 1 至 12 个大写字母、数字或下划线。`,
    en: `"${asciiFromHex(pool)}" is no code of a pool; that is 1 to 12 of the characters A-Z, 0-9 and _`,
  }),
  Pools_Unknown: ({ pool }) => ({
    zh: `没有培育库 ${asciiFromHex(pool)}；请核对代码。`,
    en: `there is no pool ${asciiFromHex(pool)}; check its code`,
  }),
  Pools_Exists: ({ pool }) => ({
    zh: `培育库 ${asciiFromHex(pool)} 已经设立。`,
    en: `pool ${asciiFromHex(pool)} is open already`,
  }),
  Pools_StateNotAllowed: ({ pool, enterprise, state }) => ({
    zh: `企业 ${usccWord(enterprise)} 在培育库 ${asciiFromHex(pool)} 中的状态为“${word(MEMBERSHIP_STATES, MEMBERSHIP_STATE_LABELS, state).zh}”，不能办理此事项。`,
    en: `where enterprise ${usccWord(enterprise)} stands in pool ${asciiFromHex(pool)} (${word(MEMBERSHIP_STATES, MEMBERSHIP_STATE_LABELS, state).en}), this act is not allowed`,
  }),
  Pools_RegionOutside: ({ pool, enterprise, region }) => ({
    zh: `培育库 ${asciiFromHex(pool)} 面向${regionWord(region).zh}的企业，企业 ${usccWord(enterprise)} 不在该地区登记。`,
    en: `pool ${asciiFromHex(pool)} is for enterprises of ${regionWord(region).en}, and ${usccWord(enterprise)} is registered elsewhere`,
  }),
  Pools_ConflictOfInterest: ({ account, enterprise }) => ({
    zh: `账户 ${accountWord(account)} 属于企业 ${usccWord(enterprise)}，应当回避。`,
    en: `account ${accountWord(account)} is of enterprise ${usccWord(enterprise)} itself; somebody else has to act`,
  }),
  Pools_OwnNomination: ({ pool, enterprise, account }) => ({
    zh: `企业 ${usccWord(enterprise)} 由账户 ${accountWord(account)} 推荐，不能由其自行批准进入培育库 ${asciiFromHex(pool)}。`,
    en: `account ${accountWord(account)} nominated enterprise ${usccWord(enterprise)} and cannot admit it to pool ${asciiFromHex(pool)}; another approver does`,
  }),
};
