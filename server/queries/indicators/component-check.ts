import { RULES } from "../../ledger/rules/rules.ts";
import { type PeriodCode, parseIndicatorCode } from "../../ledger/statistics-ids.ts";
import type { FigureRecord } from "../../ledger/statistics-records.ts";
import type { Ledger } from "../as-of/ledger.ts";
import { findAll } from "../find.ts";

/** Whether an indicator is the sum of those that make it up. Values have `scale` decimal places. */
export interface ComponentCheck {
  readonly of: "TARGET" | "REPORT";
  readonly indicator: string;
  readonly region: string;
  readonly period: PeriodCode;
  readonly scale: number;
  readonly headline: string;
  readonly components: readonly { readonly indicator: string; readonly value: string | null }[];
  /** Null while a component is missing. */
  readonly sum: string | null;
  /** The headline less the sum. */
  readonly difference: string | null;
  readonly matches: boolean | null;
}

/** Checks the figures of a period against the sums that the rule set names (分项合计校验). */
export async function componentChecks(
  ledger: Ledger,
  { period, region }: { readonly period: PeriodCode; readonly region: string | undefined },
): Promise<ComponentCheck[]> {
  const figures = await findAll(ledger, {
    kind: "figure",
    leads: [{ index: "figure.period", values: [period] }],
    satisfies: (figure) => figure.period === period && (region === undefined || figure.region === region),
  });
  const scales = new Map<string, number>();
  for await (const [code, { scale }] of ledger.list("indicator")) scales.set(code, scale);
  const checks: ComponentCheck[] = [];
  for (const [headline, components] of Object.entries(RULES.indicatorComponents)) {
    for (const figure of figures.filter(({ indicator }) => codeOf(indicator) === headline)) {
      const parts = components.map((code) =>
        figures.find((part) => codeOf(part.indicator) === code && part.region === figure.region),
      );
      for (const side of ["TARGET", "REPORT"] as const) {
        const check = checkOf(side, figure, components, parts, scales);
        if (check !== undefined) checks.push(check);
      }
    }
  }
  return checks;
}

function checkOf(
  side: ComponentCheck["of"],
  figure: FigureRecord,
  components: readonly string[],
  parts: readonly (FigureRecord | undefined)[],
  scales: ReadonlyMap<string, number>,
): ComponentCheck | undefined {
  const scaleOf = (one: FigureRecord | undefined) => scales.get(one?.indicator ?? "") ?? 0;
  const scale = Math.max(scaleOf(figure), ...parts.map(scaleOf));
  const scaledValue = (one: FigureRecord | undefined): bigint | null => {
    const value = (side === "TARGET" ? one?.targets : one?.reports)?.at(-1)?.value;
    return value === undefined ? null : BigInt(value) * 10n ** BigInt(scale - scaleOf(one));
  };
  const headline = scaledValue(figure);
  if (headline === null) return undefined;
  const values = parts.map(scaledValue);
  const sum = values.reduce(
    (total, value) => (total === null || value === null ? null : total + value),
    0n as bigint | null,
  );
  return {
    of: side,
    indicator: figure.indicator,
    region: figure.region,
    period: figure.period,
    scale,
    headline: headline.toString(),
    components: components.map((code, index) => ({
      indicator: parts[index]?.indicator ?? code,
      value: values[index]?.toString() ?? null,
    })),
    sum: sum?.toString() ?? null,
    difference: sum === null ? null : (headline - sum).toString(),
    matches: sum === null ? null : headline === sum,
  };
}

function codeOf(indicator: string): string {
  return parseIndicatorCode(indicator)?.code ?? indicator;
}
