import type { EventName } from "../../ledger/events.ts";
import type { PilotCode } from "../../ledger/ids.ts";
import { quarterOfMonth } from "../../ledger/periods.ts";
import type { Provenance } from "../../ledger/provenance.ts";
import { covers } from "../pilot-filter.ts";

/*
 * What figures are made of. Every figure is a fold over facts, and a fact knows the events it follows from: so every figure can be
 * opened, by the same walk that made it.
 */

/** What is counted or measured. */
export type FactCode =
  | "PILOT"
  | "PILOT_IN_PROGRESS"
  | "BUDGET"
  | "CITY"
  | "LEAD"
  | "ORGANISATION"
  | `ENTERED_${Step | Ending}`
  | `COHORT_${Step}`
  | `SECONDS_TO_${Exclude<Step, "APPLIED">}`
  | "MILESTONE"
  | "MILESTONE_DUE"
  | "MILESTONE_ON_TIME"
  | "MILESTONE_DUE_ORIGINALLY"
  | "MILESTONE_ON_TIME_ORIGINALLY"
  | "MILESTONE_OVERDUE"
  | "EXTENSION"
  | "REVIEW"
  | "REVIEW_LATE"
  | "REVIEW_SECONDS"
  | "REVIEW_LIMIT_UNKNOWN"
  | "APPEARANCE"
  | "DIGEST"
  | "ANCHOR"
  | "ANCHORED_ITEM"
  | "ANCHOR_ATTESTED"
  | "ANCHOR_DISPUTED"
  | "ANCHOR_SUPERSEDED"
  | "INSPECTION"
  | "INSPECTED_PILOT"
  | "COMPLAINT"
  | "CASE_OPENED"
  | "CASE_OPEN"
  | "FINDING"
  | "ORDER"
  | "ORDER_FULFILLED"
  | "ORDER_OVERDUE"
  | "RECTIFICATION_SECONDS"
  | "PENALTY"
  | "PENALTY_OF_KIND"
  | "PENALTY_WITHDRAWN"
  | "FINE"
  | "FILING_REQUIRED"
  | "FILING_FILED"
  | "INCIDENT"
  | "RATED"
  | "RISK_MOVE";

/** The steps of the funnel (转化漏斗), in their order. */
export const STEPS = ["APPLIED", "ADMITTED", "APPROVED", "STARTED", "SOLUTION", "ACCEPTED", "SHOWCASE"] as const;
export type Step = (typeof STEPS)[number];

/** Other ways a pilot can go. */
export const ENDINGS = ["REJECTED", "FAILED", "WITHDRAWN", "TERMINATED", "ARCHIVED"] as const;
export type Ending = (typeof ENDINGS)[number];

/** What figures can be broken down by. */
export const DIMENSIONS = [
  "field",
  "region",
  "own",
  "state",
  "stage",
  "programmeKind",
  "operator",
  "year",
  "quarter",
  "month",
  "kind",
  "severity",
  "clause",
  "band",
  "level",
  "toLevel",
  "timeliness",
  "use",
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** What is only asked for: it follows from the region or the month of a fact. */
type Derived = "own" | "quarter" | "year";

/** Where a fact belongs, by dimension. `region` is its own region. */
export type Place = { readonly [Name in Exclude<Dimension, Derived>]?: string };

/** The code of a place in a dimension; undefined when it has none. */
export function codeIn(place: Place, dimension: Dimension): string | undefined {
  if (dimension === "own") return place.region;
  if (dimension === "year") return place.month?.slice(0, 4);
  if (dimension === "quarter") return place.month === undefined ? undefined : quarterOfMonth(place.month);
  return place[dimension];
}

/** A part of a table: what is in it has these codes. A region holds all that it covers, `own` only what is registered at its level. */
export type Cell = { readonly [Name in Dimension]?: string };

/** An event that a fact follows from: as a record has it, or one of a pilot by its names and time. */
export type EventBehind =
  | Provenance
  | { readonly pilot: PilotCode; readonly events: readonly EventName[]; readonly blockTime: number };

/** Something that a figure counts or sums up. */
export interface Fact {
  readonly code: FactCode;
  /** What it is about: a pilot, a milestone, a case, an organisation, …, by its code. */
  readonly subject: string;
  /** 1 where it is counted; fen or seconds where it is measured. */
  readonly amount: bigint;
  readonly place: Place;
  readonly behind: readonly EventBehind[];
}

/** Whether a fact belongs in a cell. */
export function isIn(place: Place, cell: Cell): boolean {
  for (const name of DIMENSIONS) {
    const asked = cell[name];
    if (asked === undefined) continue;
    if (name !== "region" && codeIn(place, name) !== asked) return false;
    if (name === "region" && !(place.region !== undefined && covers(asked, place.region))) return false;
  }
  return true;
}

/** A cell as text: `field=GOV;region=330100`, or `*` for everything. */
export function writeCell(cell: Cell): string {
  const parts = DIMENSIONS.flatMap((name) => (cell[name] === undefined ? [] : [`${name}=${cell[name]}`]));
  return parts.length === 0 ? "*" : parts.join(";");
}

/** Reads a cell, or says undefined when it is none. */
export function readCell(text: string): Cell | undefined {
  if (text.trim() === "*" || text.trim() === "") return {};
  const cell: Record<string, string> = {};
  for (const part of text.split(";")) {
    const [name = "", ...rest] = part.split("=");
    const isKnown = DIMENSIONS.some((dimension) => dimension === name.trim());
    const value = rest.join("=").trim();
    if (!isKnown || value === "" || Object.hasOwn(cell, name.trim())) return undefined;
    cell[name.trim()] = value;
  }
  return cell;
}
