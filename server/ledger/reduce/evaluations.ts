import { asciiFromHex, type Hex } from "../hex.ts";
import { eventId } from "../keys.ts";
import type { RecordKey } from "../records.ts";
import { parseEvaluationCode, unpackEvaluationId } from "../statistics-ids.ts";
import type { CriterionRecord } from "../statistics-records.ts";
import { bilingualOr, parseText } from "../text.ts";
import { unpackUscc } from "../uscc.ts";
import { type Handlers, ReduceError, recordedBy } from "./handler.ts";

type EvaluationEvents =
  | "EvaluationPlanned"
  | "EvaluationOpened"
  | "EvaluationMaterialsSubmitted"
  | "EvaluationSheetSubmitted"
  | "EvaluationScored"
  | "EvaluationPublished"
  | "GuidanceVisitLogged";

/** Evaluations, and the guidance visits that go with them. */
export const evaluationHandlers: Handlers<EvaluationEvents> = {
  EvaluationPlanned: {
    reads: () => [],
    apply: ({ args, subject }, draft) => {
      const code = unpackEvaluationId(subject);
      const parts = parseEvaluationCode(code);
      if (parts === undefined) throw new ReduceError("evaluation", code);
      draft.put("evaluation", code, {
        code,
        ...parts,
        title: bilingualOr(parseText(args.text)?.title, code),
        organisation: unpackUscc(args.organisation),
        state: "PLANNED",
        criteria: args.criteria.map(criterion),
        evaluators: args.evaluators,
        materials: [],
        sheets: [],
        total: null,
        decisionDigest: null,
        ...recordedBy(draft.provenance),
      });
    },
  },
  EvaluationOpened: {
    reads: ({ subject }) => evaluationKey(subject),
    apply: ({ subject }, draft) => draft.update("evaluation", unpackEvaluationId(subject), { state: "COLLECTING" }),
  },
  EvaluationMaterialsSubmitted: {
    reads: ({ subject }) => evaluationKey(subject),
    apply: ({ args, subject, origin }, draft) => {
      const code = unpackEvaluationId(subject);
      const { materials } = draft.get("evaluation", code);
      const { manifestDigest } = args;
      draft.update("evaluation", code, { materials: [...materials, { manifestDigest, at: origin.blockTime }] });
    },
  },
  EvaluationSheetSubmitted: {
    reads: ({ subject }) => evaluationKey(subject),
    apply: ({ args, subject, actor, origin }, draft) => {
      const code = unpackEvaluationId(subject);
      const { sheets } = draft.get("evaluation", code);
      const sheet = {
        evaluator: actor,
        items: args.items.map((item) => ({ ...criterion(item), score: item.score })),
        total: args.total,
        opinionDigest: args.opinionDigest,
        at: origin.blockTime,
      };
      draft.update("evaluation", code, { sheets: [...sheets, sheet] });
    },
  },
  EvaluationScored: {
    reads: ({ subject }) => evaluationKey(subject),
    apply: ({ args, subject }, draft) =>
      draft.update("evaluation", unpackEvaluationId(subject), { state: "SCORED", total: args.total }),
  },
  EvaluationPublished: {
    reads: ({ subject }) => evaluationKey(subject),
    apply: ({ args, subject }, draft) =>
      draft.update("evaluation", unpackEvaluationId(subject), {
        state: "PUBLISHED",
        decisionDigest: args.decisionDigest,
      }),
  },
  GuidanceVisitLogged: {
    reads: () => [],
    apply: ({ args }, draft) => {
      const region = String(args.region);
      draft.put("guidanceVisit", `${region}/${eventId(draft.provenance)}`, {
        region,
        contact: unpackUscc(args.contact),
        visitedAt: args.visitedAt,
        documentDigest: args.documentDigest,
        provenance: draft.provenance,
      });
    },
  },
};

function evaluationKey(subject: Hex): RecordKey[] {
  return [{ kind: "evaluation", id: unpackEvaluationId(subject) }];
}

function criterion({ code, maximum, weight }: { code: Hex; maximum: number; weight: number }): CriterionRecord {
  return { code: asciiFromHex(code), maximum, weight };
}
