import { DRAW_STATES } from "../codes/supervision.ts";
import { DRAW_STATE_LABELS } from "../codes/supervision-labels.ts";
import type { SentencesFor } from "./ledger-error.ts";
import { dossierWord, programmeWord, word } from "./wording.ts";

/** Why `SupervisionLedger` refuses an act on a random draw. */
export const drawSentences: SentencesFor<"Draws"> = {
  Draws_Unknown: ({ draw }) => ({
    zh: `没有随机抽取 ${dossierWord(draw)}；请核对编号。`,
    en: `there is no draw ${dossierWord(draw)}; check its number`,
  }),
  Draws_StateNotAllowed: ({ draw, state }) => {
    const label = word(DRAW_STATES, DRAW_STATE_LABELS, state);
    return {
      zh: `随机抽取 ${dossierWord(draw)} 当前为“${label.zh}”，不能再抽取。`,
      en: `draw ${dossierWord(draw)} is ${label.en}; it cannot be made again`,
    };
  },
  Draws_SeedOutOfReach: ({ draw, seedBlock, blockNumber }) =>
    blockNumber <= seedBlock
      ? {
          zh: `随机抽取 ${dossierWord(draw)} 的种子区块 ${seedBlock} 尚未产生，当前区块为 ${blockNumber}；请稍后再抽取。`,
          en: `the seed of draw ${dossierWord(draw)} is the hash of block ${seedBlock}, which is not known in block ${blockNumber}; make the draw a block later`,
        }
      : {
          zh: `随机抽取 ${dossierWord(draw)} 的种子区块 ${seedBlock} 已超出最近 256 个区块，当前区块为 ${blockNumber}；请重新公布名单，并写明错过的抽取及原因。`,
          en: `block ${seedBlock}, the seed of draw ${dossierWord(draw)}, is more than 256 blocks before block ${blockNumber}; commit the list again, naming this draw as missed and why`,
        },
  Draws_Pending: ({ draw, seedBlock, blockNumber }) =>
    blockNumber <= seedBlock + 256
      ? {
          zh: `本地区的随机抽取 ${dossierWord(draw)} 尚未完成，种子区块为 ${seedBlock}，当前区块为 ${blockNumber}；请先完成该抽取。`,
          en: `draw ${dossierWord(draw)} of this region, by block ${seedBlock}, is still to be made in block ${blockNumber}; make it first`,
        }
      : {
          zh: `本地区的随机抽取 ${dossierWord(draw)} 已错过，种子区块为 ${seedBlock}，当前区块为 ${blockNumber}；重新公布名单时须写明该抽取及原因。`,
          en: `draw ${dossierWord(draw)} of this region, by block ${seedBlock}, was missed by block ${blockNumber}; name it as missed, with the reason`,
        },
  Draws_NotMissed: ({ draw }) => ({
    zh: `${dossierWord(draw)} 不是本地区错过的上一次抽取；请不要填写。`,
    en: `${dossierWord(draw)} is not the region's draw before, or was not missed; leave it out`,
  }),
  Draws_SizeInvalid: ({ listLength, count, limit }) => ({
    zh: `不能从 ${listLength} 项中抽取 ${count} 项；每次抽取 1 至 ${limit} 项，且不多于名单总数。`,
    en: `${count} of ${listLength} cannot be drawn; a draw takes 1 to ${limit} and no more than the list has`,
  }),
  Draws_ProgrammeUnknown: ({ programme }) => ({
    zh: `没有批次 ${programmeWord(programme)}；请核对编号。`,
    en: `there is no programme ${programmeWord(programme)}; check its code`,
  }),
};
