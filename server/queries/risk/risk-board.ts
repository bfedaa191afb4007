import type { Bilingual } from "../../ledger/codes/bilingual.ts";
import { RUNNING_STATES } from "../../ledger/codes/pilots.ts";
import { SIGNAL_LABELS, type SignalCode } from "../../ledger/codes/signals.ts";
import { RISK_LEVELS, type RiskLevel } from "../../ledger/codes/supervision.ts";
import { RISK_LEVEL_LABELS } from "../../ledger/codes/supervision-labels.ts";
import type { PilotRecord } from "../../ledger/pilot-records.ts";
import { bandsBetween, levelOfScore, ratingAt, signalsAt, suggestedScore } from "../../ledger/signals.ts";
import type { RiskRatingRecord } from "../../ledger/supervision-records.ts";
import type { Ledger } from "../as-of/ledger.ts";
import { type LabelsOf, labelsOf } from "../labels.ts";
import { pilotsThatSatisfy } from "../list-pilots.ts";
import { type Order, ordersOf, takeOrderedPage } from "../ordered-page.ts";
import type { Page, PageRequest } from "../page.ts";
import { type PilotBrief, type PlaceFilter, pilotBriefs } from "../pilot-brief.ts";
import { type PublicProvenance, publicProvenance } from "../provenance.ts";
import { sortableNumber } from "../sorted-page.ts";
import { riskFacts } from "./risk-facts.ts";

/** A signal with its name and the events behind it. */
export interface SignalView {
  readonly code: SignalCode;
  readonly label: Bilingual;
  readonly score: number;
  readonly events: readonly PublicProvenance[];
}

/** How a running pilot is rated, and what speaks for which level. */
export interface RiskItem extends PilotBrief {
  /** The level in force; NONE when none was given or the last has expired. */
  readonly rated: RiskLevel;
  readonly ratedAt: number | null;
  readonly validUntil: number | null;
  /** Whether the last rating has expired. */
  readonly expired: boolean;
  /** The level before the one in force, for telling whether the risk rises; NONE for none. */
  readonly previous: RiskLevel;
  readonly score: number;
  readonly suggested: RiskLevel;
  /** Bands between the rated and the suggested level; null without a rating in force. */
  readonly disagreement: number | null;
  readonly signals: readonly SignalView[];
  readonly labels: LabelsOf<"rated" | "suggested" | "previous">;
}

type Assessment = Omit<RiskItem, keyof PilotBrief> & Pick<RiskItem, "pilot">;

/** Which pilots of the board are asked for. */
export interface RiskFilter extends PlaceFilter {
  /** Rated so; NONE for without a rating in force. */
  readonly level?: readonly RiskLevel[] | undefined;
  /** Suggested so. */
  readonly suggested?: readonly RiskLevel[] | undefined;
  /** With at least one of these signals. */
  readonly code?: readonly SignalCode[] | undefined;
  /** Whose suggested level is at least so many bands from the rated one. */
  readonly minDisagreement?: number | undefined;
}

/** What the board can be listed by; a level counts from 0 for none. */
export const RISK_ORDERS = ordersOf("pilot", "rated", "score");
type RiskOrder = Order<"pilot" | "rated" | "score">;

/** The running pilots with their rating and what the ledger suggests (风险看板), by code unless told otherwise. */
export async function riskBoard(
  ledger: Ledger,
  { filter, ...asked }: PageRequest & { readonly filter: RiskFilter; readonly sort?: RiskOrder | undefined },
): Promise<Page<RiskItem>> {
  const { items, next } = await takeOrderedPage(
    {
      itemsAfter: (after) => assessments(ledger, filter, after),
      keys: {
        pilot: "id",
        rated: ({ rated }: Assessment) => sortableNumber(RISK_LEVELS.indexOf(rated)),
        score: ({ score }: Assessment) => sortableNumber(score),
      },
    },
    asked,
  );
  const briefOf = await pilotBriefs(
    ledger,
    items.map(({ pilot }) => pilot),
  );
  return { next, items: items.map((item) => ({ ...item, ...briefOf(item.pilot) })) };
}

async function* assessments(ledger: Ledger, filter: RiskFilter, after: string | undefined) {
  const { level, suggested, code, minDisagreement } = filter;
  for await (const [id, pilot] of runningPilots(ledger, filter, after)) {
    const rating = await ledger.get("riskRating", id);
    const rated = ratingAt(rating, ledger.asOf)?.level ?? "NONE";
    if (level !== undefined && !level.includes(rated)) continue;
    if (minDisagreement !== undefined && rated === "NONE") continue;
    const item = await assessment(ledger, pilot, rating, rated);
    if (suggested !== undefined && !suggested.includes(item.suggested)) continue;
    if (code !== undefined && !item.signals.some((signal) => code.includes(signal.code))) continue;
    if (minDisagreement !== undefined && (item.disagreement ?? 0) < minDisagreement) continue;
    yield [id, item] as const;
  }
}

/** The pilots that run, there where is asked for. */
async function* runningPilots(ledger: Ledger, filter: RiskFilter, after: string | undefined) {
  const { pilot: code, region, field } = filter;
  const running = { region, field, state: RUNNING_STATES };
  for await (const entry of pilotsThatSatisfy(ledger, running, after)) {
    if (code === undefined || entry[0] === code) yield entry;
  }
}

async function assessment(
  ledger: Ledger,
  pilot: PilotRecord,
  rating: RiskRatingRecord | undefined,
  rated: RiskLevel,
): Promise<Assessment> {
  const signals = signalsAt(await riskFacts(ledger, pilot), ledger.asOf);
  const score = suggestedScore(signals);
  const suggested = levelOfScore(score);
  const last = rating?.ratings.at(-1);
  const previous = rating?.ratings.at(-2)?.level ?? "NONE";
  return {
    pilot: pilot.code,
    rated,
    ratedAt: last?.at ?? null,
    validUntil: last?.validUntil ?? null,
    expired: last !== undefined && rated === "NONE",
    previous,
    score,
    suggested,
    disagreement: rated === "NONE" ? null : bandsBetween(rated, suggested),
    signals: signals.map(({ code, score: points, events }) => ({
      code,
      label: SIGNAL_LABELS[code],
      score: points,
      events: events.map((event) => publicProvenance(ledger, event)),
    })),
    labels: labelsOf(
      { rated: RISK_LEVEL_LABELS, suggested: RISK_LEVEL_LABELS, previous: RISK_LEVEL_LABELS },
      { rated, suggested, previous },
    ),
  };
}
