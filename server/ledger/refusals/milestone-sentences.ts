import { MILESTONE_STATE_LABELS } from "../codes/labels.ts";
import { MILESTONE_STATES } from "../codes/milestones.ts";
import type { Hex } from "../hex.ts";
import type { SentencesFor } from "./ledger-error.ts";
import { evidenceKinds, instant, listed, pilotWord, word } from "./wording.ts";

const code = (pilot: Hex, milestone: number) => `${pilotWord(pilot)}/M${milestone}`;
const planned = (index: bigint) => `M${index + 1n}`;

/** Why `PilotLedger` refuses a plan, a submission, a decision on one or an extension. */
export const milestoneSentences: SentencesFor<"Milestones"> = {
  Milestones_PlanLength: ({ length, limit }) => ({
    zh: `计划有 ${length} 个里程碑，应为 1 至 ${limit} 个。`,
    en: `the plan has ${length} milestones; it takes 1 to ${limit}`,
  }),
  Milestones_KindRequired: ({ index }) => ({
    zh: `计划中的里程碑 ${planned(index)} 未填写类型。`,
    en: `milestone ${planned(index)} of the plan has no kind`,
  }),
  Milestones_WeightRequired: ({ index }) => ({
    zh: `计划中的里程碑 ${planned(index)} 权重为零；每个里程碑都须有权重。`,
    en: `milestone ${planned(index)} of the plan weighs nothing; each one needs a weight`,
  }),
  Milestones_WeightSum: ({ sum }) => ({
    zh: `里程碑权重合计 ${percent(sum)}，应为 100%。`,
    en: `the milestones' weights add up to ${percent(sum)} and must add up to 100%`,
  }),
  Milestones_DueDateNotAscending: ({ index, dueAt, earliest }) => ({
    zh: `计划中的里程碑 ${planned(index)} 的期限 ${instant(dueAt).zh} 早于 ${instant(earliest).zh}；期限须依次递增，且晚于当前区块时间。`,
    en: `milestone ${planned(index)} of the plan is due at ${instant(dueAt).en}, before ${instant(earliest).en}; due dates ascend and lie after the present block`,
  }),
  Milestones_DependencyInvalid: ({ index }) => ({
    zh: `计划中的里程碑 ${planned(index)} 依赖于自身或更后的里程碑；只能依赖更前的里程碑。`,
    en: `milestone ${planned(index)} of the plan depends on itself or a later one; it may only depend on earlier ones`,
  }),
  Milestones_RequirementInvalid: ({ index }) => ({
    zh: `计划中的里程碑 ${planned(index)} 要求了不存在的佐证材料类型；可用的类型见 codes 命令。`,
    en: `milestone ${planned(index)} of the plan asks for evidence of a kind that does not exist; the command codes lists the kinds`,
  }),
  Milestones_Unknown: ({ pilot, milestone }) => ({
    zh: `试点 ${pilotWord(pilot)} 的计划中没有里程碑 M${milestone}；请核对编号。`,
    en: `the plan of pilot ${pilotWord(pilot)} has no milestone M${milestone}; check its number`,
  }),
  Milestones_StateNotAllowed: ({ pilot, milestone, state }) => {
    const label = word(MILESTONE_STATES, MILESTONE_STATE_LABELS, state);
    return {
      zh: `里程碑 ${code(pilot, milestone)} 目前的状态为“${label.zh}”，不能办理此事项。`,
      en: `milestone ${code(pilot, milestone)} is ${label.en}, which does not allow this act`,
    };
  },
  Milestones_RevisionMismatch: ({ pilot, milestone, expected, given }) => ({
    zh: `里程碑 ${code(pilot, milestone)} 应为第 ${expected} 次提交，而所给为第 ${given} 次；情况已变化，请用 milestone status 查看后重试。`,
    en: `milestone ${code(pilot, milestone)} stands at revision ${expected}, not ${given}: it changed meanwhile; look at milestone status and try again`,
  }),
  Milestones_DependencyOpen: ({ pilot, milestone, dependency }) => ({
    zh: `里程碑 ${code(pilot, milestone)} 须待 M${dependency} 通过或免除后方可提交。`,
    en: `milestone ${code(pilot, milestone)} has to wait until M${dependency} is accepted or waived`,
  }),
  Milestones_EvidenceMissing: ({ pilot, milestone, missingKinds }) => {
    const missing = listed(evidenceKinds(missingKinds));
    return {
      zh: `里程碑 ${code(pilot, milestone)} 缺少以下佐证材料：${missing.zh}。`,
      en: `milestone ${code(pilot, milestone)} lacks evidence: ${missing.en}`,
    };
  },
  Milestones_FilesRequired: () => ({
    zh: "提交内容中没有文件；至少需要一个文件。",
    en: "the submission has no file; it needs at least one",
  }),
  Milestones_ClaimInFuture: ({ claimedAt, blockTime }) => ({
    zh: `填报的完成时间 ${instant(claimedAt).zh} 晚于当前区块时间 ${instant(blockTime).zh}；请更正 --finished-at。`,
    en: `the milestone is said to be finished at ${instant(claimedAt).en}, after the present block, ${instant(blockTime).en}; correct --finished-at`,
  }),
  Milestones_ExtensionTooLate: ({ pilot, milestone, dueAt }) => ({
    zh: `里程碑 ${code(pilot, milestone)} 的期限 ${instant(dueAt).zh} 已过；延期须在期限之前申请。`,
    en: `milestone ${code(pilot, milestone)} was due at ${instant(dueAt).en}; an extension has to be asked for before that`,
  }),
  Milestones_TooManyExtensions: ({ pilot, milestone, limit }) => ({
    zh: `里程碑 ${code(pilot, milestone)} 已延期 ${limit} 次，不能再延期。`,
    en: `milestone ${code(pilot, milestone)} was extended ${limit} times, the most allowed`,
  }),
  Milestones_ExtensionLength: ({ pilot, milestone, dueAt, latest }) => ({
    zh: `里程碑 ${code(pilot, milestone)} 不能延期至 ${instant(dueAt).zh}；新期限须晚于现期限，且不晚于 ${instant(latest).zh}。`,
    en: `milestone ${code(pilot, milestone)} cannot be moved to ${instant(dueAt).en}; the new date must lie after the present one and not after ${instant(latest).en}`,
  }),
  Milestones_ExtensionPending: ({ pilot, milestone }) => ({
    zh: `里程碑 ${code(pilot, milestone)} 已有延期申请待决定。`,
    en: `an extension of milestone ${code(pilot, milestone)} is waiting for a decision already`,
  }),
  Milestones_NoExtensionPending: ({ pilot, milestone }) => ({
    zh: `里程碑 ${code(pilot, milestone)} 没有待决定的延期申请。`,
    en: `no extension of milestone ${code(pilot, milestone)} is waiting for a decision`,
  }),
};

function percent(basisPoints: bigint): string {
  const cents = String(basisPoints % 100n).padStart(2, "0");
  return `${basisPoints / 100n}${cents === "00" ? "" : `.${cents}`}%`;
}
