import { nameOf, namesOfBits } from "../codes/code.ts";
import { EVIDENCE_KINDS } from "../codes/evidence.ts";
import { MILESTONE_KINDS } from "../codes/milestones.ts";
import type { EventArguments } from "../events.ts";
import { formatMilestoneCode, type PilotCode } from "../ids.ts";
import { milestoneId } from "../keys.ts";
import type { RecordKey } from "../records.ts";
import { bilingual, parseText } from "../text.ts";
import type { Draft } from "./handler.ts";
import { recordedBy } from "./handler.ts";

type Plan = EventArguments["PilotApplied"]["plan"];

/** Writes the milestones of a plan as an application states them. */
export function putPlan(pilot: PilotCode, plan: Plan, text: string, draft: Draft): void {
  const titles = parseText(text)?.milestones;
  plan.forEach((item, index) => {
    const number = index + 1;
    draft.put("milestone", milestoneId(pilot, number), {
      code: formatMilestoneCode(pilot, number),
      pilot,
      number,
      title: bilingual(Array.isArray(titles) ? titles[index] : undefined),
      kind: nameOf(MILESTONE_KINDS, item.kind),
      mandatory: item.mandatory,
      weight: item.weight,
      originalDueAt: item.dueAt,
      dueAt: item.dueAt,
      dependsOn: numbersOfBits(item.dependsOn),
      requiredEvidence: namesOfBits(EVIDENCE_KINDS, item.requiredEvidence),
      state: "PLANNED",
      plannedAt: draft.provenance.blockTime,
      submissions: [],
      extensions: [],
      waived: null,
      ...recordedBy(draft.provenance),
    });
  });
}

/** The keys of milestones 1 to `count`. */
export function milestoneKeys(pilot: PilotCode, count: number): RecordKey[] {
  return Array.from({ length: count }, (_, index) => ({ kind: "milestone", id: milestoneId(pilot, index + 1) }));
}

function numbersOfBits(bits: number): number[] {
  const numbers: number[] = [];
  for (let rest = bits, number = 0; rest !== 0; rest >>>= 1, number++) if (rest & 1) numbers.push(number);
  return numbers;
}
