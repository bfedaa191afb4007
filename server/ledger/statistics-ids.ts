import { EVALUATION_KINDS, type EvaluationKind } from "./codes/statistics.ts";
import { asciiFromHex, asciiToHex, type Hex } from "./hex.ts";

/*
 * The ids of the statistics ledger, as people write them and as the contracts pack them. See the types of the same names in
 * `contracts/types` for the layouts.
 */

/** A year, a quarter or a month: `2019`, `2019Q1`, `2019-03`. */
export type PeriodCode = string;

/** A version of an indicator: `SW_REV-1`. */
export type IndicatorVersionCode = string;

/** What a target or a report is about: `SW_REV-1-330100-2019Q1`. */
export type FigureCode = string;

/** A bulletin: `BUL-2019-330000-1`. */
export type BulletinCode = string;

/** An evaluation: `CITY_ON_SITE-2019-330200-1`. */
export type EvaluationCode = string;

export interface IndicatorParts {
  /** 1 to 16 of the characters A-Z, 0-9 and _. */
  readonly code: string;
  readonly version: number;
}

export interface FigureParts {
  readonly indicator: IndicatorVersionCode;
  /** Six digits of GB/T 2260. */
  readonly region: string;
  readonly period: PeriodCode;
}

export interface BulletinParts {
  readonly period: PeriodCode;
  readonly region: string;
  readonly number: number;
}

export interface EvaluationParts {
  readonly kind: EvaluationKind;
  readonly year: number;
  readonly region: string;
  readonly number: number;
}

const PERIOD = /^(2\d{3})(?:Q([1-4])|-(0[1-9]|1[0-2]))?$/;
const INDICATOR = /^([A-Z0-9][A-Z0-9_]{0,15})-(\d{1,5})$/;
const BULLETIN = /^BUL-(2\d{3}(?:Q[1-4]|-\d{2})?)-(\d{6})-(\d{1,5})$/;
const EVALUATION = /^([A-Z_]+)-(2\d{3})-(\d{6})-(\d{1,5})$/;

/** Whether `code` is a period from 2000 to 2999. */
export function isPeriodCode(code: string): code is PeriodCode {
  return PERIOD.test(code);
}

/**
 * The contracts' form of a period.
 *
 * @throws {RangeError} when the code is none.
 */
export function packPeriod(code: PeriodCode): number {
  const match = PERIOD.exec(code);
  if (match === null) throw new RangeError(`"${code}" is no period such as 2019, 2019Q1 or 2019-03`);
  const [, year, quarter, month] = match;
  const part = quarter === undefined ? (month === undefined ? 0 : 0x200 + Number(month)) : 0x100 + Number(quarter);
  return Number(year) * 0x10000 + part;
}

/** The code of a period as the contracts write it. */
export function unpackPeriod(packed: number): PeriodCode {
  const year = String(Math.floor(packed / 0x10000)).padStart(4, "0");
  const division = (packed >> 8) & 0xff;
  const number = packed & 0xff;
  if (division === 0) return year;
  return division === 1 ? `${year}Q${number}` : `${year}-${String(number).padStart(2, "0")}`;
}

/** Reads a version of an indicator, or says undefined when it is none. */
export function parseIndicatorCode(code: string): IndicatorParts | undefined {
  const match = INDICATOR.exec(code);
  if (match === null) return undefined;
  const parts = { code: match[1] ?? "", version: Number(match[2]) };
  return parts.version >= 1 && parts.version <= 0xffff && formatIndicatorCode(parts) === code ? parts : undefined;
}

/** Writes a version of an indicator. */
export function formatIndicatorCode({ code, version }: IndicatorParts): IndicatorVersionCode {
  return `${code}-${version}`;
}

/** The contracts' form of a version of an indicator. */
export function packIndicatorId({ code, version }: IndicatorParts): Hex {
  return `0x${(asciiToHex(code, 16).slice(2) + uint(version, 2)).padEnd(64, "0")}`;
}

/** The code of an indicator's id as the contracts write it. */
export function unpackIndicatorId(id: Hex): IndicatorVersionCode {
  return formatIndicatorCode({ code: asciiFromHex(id.slice(0, 34)), version: number(id, 16, 2) });
}

/** Writes what a target or a report is about. */
export function formatFigureCode({ indicator, region, period }: FigureParts): FigureCode {
  return `${indicator}-${region}-${period}`;
}

/** The code of a figure's id as the contracts write it. */
export function unpackFigureId(id: Hex): FigureCode {
  return formatFigureCode({
    indicator: unpackIndicatorId(id),
    region: regionText(number(id, 18, 3)),
    period: unpackPeriod(number(id, 21, 4)),
  });
}

/** Reads a bulletin's code, or says undefined when it is none. */
export function parseBulletinCode(code: string): BulletinParts | undefined {
  const match = BULLETIN.exec(code);
  if (match === null) return undefined;
  const parts = { period: match[1] ?? "", region: match[2] ?? "", number: Number(match[3]) };
  const valid = isPeriodCode(parts.period) && parts.number >= 1 && parts.number <= 0xffff;
  return valid && formatBulletinCode(parts) === code ? parts : undefined;
}

/** Writes a bulletin's code. */
export function formatBulletinCode({ period, region, number: serial }: BulletinParts): BulletinCode {
  return `BUL-${period}-${region}-${serial}`;
}

/** The contracts' form of a bulletin's id. */
export function packBulletinId({ period, region, number: serial }: BulletinParts): Hex {
  const packed =
    asciiToHex("BUL", 4).slice(2) + uint(packPeriod(period), 4) + uint(Number(region), 3) + uint(serial, 2);
  return `0x${packed.padEnd(64, "0")}`;
}

/** The code of a bulletin's id as the contracts write it. */
export function unpackBulletinId(id: Hex): BulletinCode {
  return formatBulletinCode({
    period: unpackPeriod(number(id, 4, 4)),
    region: regionText(number(id, 8, 3)),
    number: number(id, 11, 2),
  });
}

/** Reads an evaluation's code, or says undefined when it is none. */
export function parseEvaluationCode(code: string): EvaluationParts | undefined {
  const match = EVALUATION.exec(code);
  const kind = EVALUATION_KINDS.find((candidate) => candidate !== "NONE" && candidate === match?.[1]);
  if (match === null || kind === undefined) return undefined;
  const parts = { kind, year: Number(match[2]), region: match[3] ?? "", number: Number(match[4]) };
  return parts.number >= 1 && parts.number <= 0xffff && formatEvaluationCode(parts) === code ? parts : undefined;
}

/** Writes an evaluation's code. */
export function formatEvaluationCode({ kind, year, region, number: serial }: EvaluationParts): EvaluationCode {
  return `${kind}-${year}-${region}-${serial}`;
}

/** The contracts' form of an evaluation's id. */
export function packEvaluationId({ kind, year, region, number: serial }: EvaluationParts): Hex {
  const head = asciiToHex("EV", 2).slice(2) + uint(EVALUATION_KINDS.indexOf(kind), 1) + uint(0, 1);
  return `0x${(head + uint(year, 2) + uint(Number(region), 3) + uint(serial, 2)).padEnd(64, "0")}`;
}

/** The code of an evaluation's id as the contracts write it. */
export function unpackEvaluationId(id: Hex): EvaluationCode {
  return formatEvaluationCode({
    kind: EVALUATION_KINDS[number(id, 2, 1)] ?? "NONE",
    year: number(id, 4, 2),
    region: regionText(number(id, 6, 3)),
    number: number(id, 9, 2),
  });
}

/** Six digits of a region as the contracts write it. */
function regionText(region: number): string {
  return String(region).padStart(6, "0");
}

function uint(value: number, bytes: number): string {
  return value.toString(16).padStart(bytes * 2, "0");
}

function number(id: Hex, offset: number, bytes: number): number {
  return Number.parseInt(id.slice(2 + offset * 2, 2 + (offset + bytes) * 2), 16);
}
