import { z } from "zod";
import type { Bilingual } from "../../../server/ledger/codes/bilingual.ts";
import { EVIDENCE_KINDS } from "../../../server/ledger/codes/evidence.ts";
import { MILESTONE_KINDS } from "../../../server/ledger/codes/milestones.ts";
import {
  formatPilotCode,
  formatProgrammeCode,
  parsePilotCode,
  parseProgrammeCode,
} from "../../../server/ledger/ids.ts";
import { shanghaiTime } from "../../../server/ledger/refusals/wording.ts";
import { canonicalText } from "../../../server/ledger/text.ts";
import { endOfDay } from "../values/instants.ts";
import { basisPointsOf, fenOfYuan } from "../values/money.ts";
import { bilingual, fieldCode, oneOf, readAs, regionCode } from "../yaml/entries.ts";

const MOST_MILESTONES = 24;
const TEXT_LIMIT = 8192;
const WHOLE = 10_000;

const milestone = z.strictObject({
  kind: oneOf(MILESTONE_KINDS),
  title: bilingual,
  due: readAs(endOfDay, "不是有效日期，应形如 2019-06-30", "is no date: write it as 2019-06-30"),
  weight: readAs(
    basisPointsOf,
    "不是有效权重，应为大于 0 的百分数（如 12.5）或基点（如 1250bp）",
    "is no weight: write percent above 0, such as 12.5, or basis points, such as 1250bp",
  ),
  mandatory: z.boolean().default(true),
  dependsOn: z.array(z.int()).default([]),
  evidence: z.array(oneOf(EVIDENCE_KINDS)).default([]),
});

/** What `pilot.yaml` says. */
export const applicationSchema = z.strictObject({
  programme: readAs(
    (text) => {
      const parts = parseProgrammeCode(text);
      return parts && formatProgrammeCode(parts);
    },
    "不是批次编号，应形如 ZJ-2019-PILOT-1",
    "is no programme's code: one looks like ZJ-2019-PILOT-1",
  ),
  region: regionCode,
  field: fieldCode,
  title: bilingual,
  summary: bilingual.optional(),
  platform: z.string().trim().min(1).optional(),
  budget: readAs(
    fenOfYuan,
    '不是有效金额，应为元，至多两位小数，如 3600000 或 "1,234.56"',
    'is no amount: write yuan with at most two decimals, such as 3600000 or "1,234.56"',
  ),
  predecessor: readAs(
    (text) => {
      const parts = parsePilotCode(text);
      return parts && formatPilotCode(parts);
    },
    "不是试点编号，应形如 ZJ-2019-330100-JUD-0001",
    "is no pilot's code: one looks like ZJ-2019-330100-JUD-0001",
  ).optional(),
  documents: z.array(z.string().min(1)).min(1),
  milestones: z.array(milestone).min(1).max(MOST_MILESTONES),
});

/** A problem that shows only when several entries are seen together. */
export interface PlanProblem {
  readonly path: readonly (string | number)[];
  readonly sentence: Bilingual;
}

const planSchema = z.object({ milestones: z.array(milestone) });

/** What is wrong with a plan whose milestones are each right: weights, order, dependencies. Reads the file's raw content. */
export function planProblems(raw: unknown): PlanProblem[] {
  const parsed = planSchema.safeParse(raw);
  if (!parsed.success) return [];
  const { milestones } = parsed.data;
  const problems: PlanProblem[] = [];
  const sum = milestones.reduce((total, { weight }) => total + weight, 0);
  if (sum !== WHOLE && milestones.length > 0) {
    problems.push({
      path: ["milestones"],
      sentence: {
        zh: `里程碑权重合计 ${sum / 100}%，应为 100%`,
        en: `the milestones' weights add up to ${sum / 100}% and must add up to 100%`,
      },
    });
  }
  milestones.forEach(({ due, dependsOn }, index) => {
    const before = milestones[index - 1]?.due ?? 0;
    if (due < before) {
      const day = shanghaiTime(before).slice(0, 10);
      problems.push({
        path: ["milestones", index, "due"],
        sentence: {
          zh: `里程碑 M${index + 1} 的期限早于前一个里程碑的期限 ${day}`,
          en: `milestone M${index + 1} is due before the one in front of it, which is due on ${day}`,
        },
      });
    }
    dependsOn.forEach((number, place) => {
      if (number >= 1 && number <= index) return;
      problems.push({
        path: ["milestones", index, "dependsOn", place],
        sentence: {
          zh: `里程碑 M${index + 1} 只能依赖更前的里程碑，不能依赖 M${number}`,
          en: `milestone M${index + 1} can only depend on earlier ones, not on M${number}`,
        },
      });
    });
  });
  return problems;
}

/** A public text that is too long for the ledger, or undefined. */
export function textProblem(application: ApplicationFile): PlanProblem | undefined {
  const length = new TextEncoder().encode(publicText(application)).length;
  if (length <= TEXT_LIMIT) return undefined;
  return {
    path: ["summary"],
    sentence: {
      zh: `公开文本（标题、摘要、平台、里程碑名称）长 ${length} 字节，至多 ${TEXT_LIMIT} 字节`,
      en: `the public text (title, summary, platform, milestone titles) has ${length} bytes; it takes at most ${TEXT_LIMIT}`,
    },
  };
}

/** An application as its file states it: money in fen, shares in basis points, times in Unix seconds. */
export type ApplicationFile = z.output<typeof applicationSchema>;

/** What the public will read about the pilot, as it travels in the event. */
export function publicText({ title, summary, platform, milestones }: ApplicationFile): string {
  return canonicalText({
    title,
    ...(summary && { summary }),
    ...(platform && { platform }),
    milestones: milestones.map((item) => item.title),
  });
}
