import { asciiFromHex } from "../../../server/ledger/hex.ts";
import {
  unpackBulletinId,
  unpackEvaluationId,
  unpackIndicatorId,
  unpackPeriod,
} from "../../../server/ledger/statistics-ids.ts";
import { unpackUscc } from "../../../server/ledger/uscc.ts";
import type { Read } from "./paper.ts";
import type { Raw } from "./raw.ts";

export interface PaperFigure {
  readonly indicator: string;
  readonly region: string;
  readonly period: string;
  targets: { value: bigint; at: number }[];
  reports: { value: bigint; at: number; verified: boolean }[];
}

export interface PaperBulletin {
  readonly code: string;
  readonly draftedAt: number;
  readonly issuers: string[];
  readonly asOfBlock: number;
  digest: string;
  signed: { organisation: string; at: number }[];
  publishedAt: number | null;
  state: string;
}

export interface PaperEvaluation {
  readonly code: string;
  readonly organisation: string;
  readonly evaluators: string[];
  state: string;
  sheets: { evaluator: string; points: number[]; at: number }[];
  materials: number;
  /** When it came into its state; of one that is being scored, when it was opened. */
  since: number;
  total: number | null;
}

export interface PaperMember {
  readonly pool: string;
  readonly enterprise: string;
  moves: { state: string; at: number }[];
}

/** Indicators and bulletins; evaluations, visits and pools. */
export class StatisticsBook {
  readonly indicators: { code: string; scale: number }[] = [];
  readonly figures: PaperFigure[] = [];
  readonly bulletins: PaperBulletin[] = [];
  readonly evaluations: PaperEvaluation[] = [];
  readonly visits: { region: string; contact: string; visitedAt: number }[] = [];
  readonly pools: { code: string; region: string }[] = [];
  readonly members: PaperMember[] = [];

  read(event: Read): void {
    const { name, subject, args: said, time } = event;
    const args = said as Raw;
    if (name === "IndicatorDefined") {
      this.indicators.push({ code: unpackIndicatorId(subject), scale: args.terms.scale });
    }
    if (FIGURE_EVENTS.includes(name)) this.#figure(event);
    if (name.startsWith("Bulletin")) this.#bulletin(event);
    if (name.startsWith("Evaluation")) this.#evaluate(event);
    if (name === "GuidanceVisitLogged") {
      const { region, contact, visitedAt } = args;
      this.visits.push({ region: String(region), contact: unpackUscc(contact), visitedAt });
    }
    if (name === "PoolOpened") this.pools.push({ code: asciiFromHex(subject), region: String(args.region) });
    const moved = MOVES[name];
    if (moved === undefined) return;
    const [pool, enterprise] = [asciiFromHex(subject), unpackUscc(args.enterprise)];
    let member = this.members.find((one) => one.pool === pool && one.enterprise === enterprise);
    if (member === undefined) {
      member = { pool, enterprise, moves: [] };
      this.members.push(member);
    }
    member.moves.push({ state: moved, at: time });
  }

  #figure({ name, subject, args: said, time }: Read): void {
    const { region: place, period: packed, value } = said as Raw;
    const [indicator, region, period] = [unpackIndicatorId(subject), String(place), unpackPeriod(packed)];
    const isIt = (one: PaperFigure) => one.indicator === indicator && one.region === region && one.period === period;
    let figure = this.figures.find(isIt);
    if (figure === undefined) {
      figure = { indicator, region, period, targets: [], reports: [] };
      this.figures.push(figure);
    }
    if (name === "TargetSet" || name === "TargetSuperseded") figure.targets.push({ value, at: time });
    if (name === "IndicatorReported" || name === "IndicatorCorrected") {
      figure.reports.push({ value, at: time, verified: false });
    }
    const last = figure.reports.at(-1);
    if (name === "IndicatorVerified" && last !== undefined) last.verified = true;
  }

  #bulletin({ name, subject, args: said, time }: Read): void {
    const args = said as Raw;
    const code = unpackBulletinId(subject);
    if (name === "BulletinDrafted") {
      const issuers = args.issuers.map(unpackUscc);
      const fresh = { digest: "", signed: [], publishedAt: null, state: "DRAFTED" };
      this.bulletins.push({ code, draftedAt: time, issuers, asOfBlock: Number(args.asOfBlock), ...fresh });
    }
    const bulletin = this.bulletins.find((one) => one.code === code);
    if (bulletin === undefined) return;
    if (name === "BulletinFileAnchored") bulletin.digest = args.file.digest;
    if (name === "BulletinCosigned") {
      bulletin.signed.push({ organisation: unpackUscc(args.organisation), at: time });
      if (bulletin.signed.length === bulletin.issuers.length) bulletin.state = "COSIGNED";
    }
    if (name === "BulletinPublished") Object.assign(bulletin, { state: "PUBLISHED", publishedAt: time });
    if (name === "BulletinSuperseded") bulletin.state = "SUPERSEDED";
  }

  #evaluate({ name, subject, actor, args: said, time }: Read): void {
    const args = said as Raw;
    const code = unpackEvaluationId(subject);
    if (name === "EvaluationPlanned") {
      const [organisation, evaluators] = [unpackUscc(args.organisation), [...args.evaluators]];
      const fresh = { state: "PLANNED", sheets: [], materials: 0, since: time, total: null };
      this.evaluations.push({ code, organisation, evaluators, ...fresh });
    }
    const evaluation = this.evaluations.find((one) => one.code === code);
    if (evaluation === undefined) return;
    if (name === "EvaluationOpened") Object.assign(evaluation, { state: "COLLECTING", since: time });
    if (name === "EvaluationMaterialsSubmitted") evaluation.materials += 1;
    if (name === "EvaluationSheetSubmitted") {
      const points = args.items.map(({ score, weight, maximum }: Raw) => Math.floor((score * weight) / maximum + 0.5));
      evaluation.sheets.push({ evaluator: actor, points, at: time });
    }
    if (name === "EvaluationScored") Object.assign(evaluation, { state: "SCORED", since: time, total: args.total });
    if (name === "EvaluationPublished") Object.assign(evaluation, { state: "PUBLISHED", since: time });
  }
}

const FIGURE_EVENTS: readonly string[] = [
  "TargetSet",
  "TargetSuperseded",
  "IndicatorReported",
  "IndicatorCorrected",
  "IndicatorVerified",
];

const MOVES: Readonly<Record<string, string>> = {
  EnterpriseNominated: "NOMINATED",
  EnterpriseAdmitted: "IN_POOL",
  EnterpriseGraduated: "GRADUATED",
  EnterpriseRemoved: "REMOVED",
};
