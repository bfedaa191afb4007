import type { Draw } from "../../scripts/campaign/draw.ts";
import type { Paper } from "./paper/paper.ts";

/** A question with the answer by the paper. */
export interface OracleQuestion {
  readonly path: string;
  /** What is compared, by the paper as of the cut; of what is not there, the problem's code. */
  readonly expected: (paper: Paper, now: number, all: Paper) => unknown;
  /** The same of an answer. */
  readonly read: (body: Item) => unknown;
}

/** Draws a question about what is on a paper. */
export type Questioner = (draw: Draw, all: Paper) => OracleQuestion;

/** Part of an answer, loosely typed: each question looks at other members. */
export interface Item {
  readonly [member: string]: Item;
}

/** Reads the items of a list. */
export function items(seen: (item: Item) => unknown): (body: Item) => unknown {
  return (body) => listOf(body.items).map(seen);
}

/** A member that is a list. */
export function listOf(member: Item | undefined): readonly Item[] {
  return (member ?? []) as unknown as readonly Item[];
}

/** The code of an item. */
export const codeOf = ({ code }: Item) => code;

/** The code of something on paper. */
export function codeOnPaper({ code }: { readonly code: string }): string {
  return code;
}

/** One of some, or what stands for none. */
export function oneOf<Choice>(draw: Draw, choices: readonly Choice[], none: Choice): Choice {
  return choices.length === 0 ? none : draw.one(choices);
}

/** In the order of a text. */
export const byText =
  <T>(keyOf: (one: T) => string) =>
  (one: T, other: T) =>
    keyOf(one) < keyOf(other) ? -1 : keyOf(one) > keyOf(other) ? 1 : 0;

export const byCode = byText(({ code }: { readonly code: string }) => code);

/** In the order of a number and then of a text, or the other way round. */
export const byNumber =
  <T>(numberOf: (one: T) => number, keyOf: (one: T) => string, reverse: boolean) =>
  (one: T, other: T) =>
    (reverse ? -1 : 1) * (numberOf(one) - numberOf(other) || (keyOf(one) < keyOf(other) ? -1 : 1));

/** Draws a time that is asked about. */
export function drawSpan(draw: Draw) {
  const from = 1_554_048_000 + draw.number(60) * 86_400;
  const to = from + draw.number(120) * 86_400;
  return { query: `from=${from}&to=${to}`, has: (at: number) => at >= from && at < to };
}

/** Whether a region is another or covers it. */
export function covers(region: string, other: string): boolean {
  const prefix = region.endsWith("0000") ? region.slice(0, 2) : region.endsWith("00") ? region.slice(0, 4) : region;
  return other.startsWith(prefix);
}

/** Where a pilot lies, by its code. */
export const placeOf = (pilot: string) => ({ region: pilot.slice(8, 14), field: pilot.slice(15, 18) });

/** A share in basis points, rounded half up. */
export const share = (part: number, whole: number) =>
  whole === 0 ? null : String(Math.floor((part * 10_000) / whole + 0.5));
