import type { Bilingual } from "../../ledger/codes/bilingual.ts";
import { type Span, spanOf } from "../../ledger/periods.ts";
import type { PeriodCode } from "../../ledger/statistics-ids.ts";
import type { Ledger } from "../as-of/ledger.ts";
import { nameOfRegion } from "../name-of-region.ts";
import { type Page, type PageRequest, takePage } from "../page.ts";
import { covers } from "../pilot-filter.ts";

/** A county or district that was not visited in a period. */
export interface UnvisitedRegion {
  readonly region: string;
  readonly regionName: Bilingual;
  readonly period: PeriodCode;
  /** Its latest visit before the end of the period; null when it never had one. */
  readonly lastVisitedAt: number | null;
  /** Whole days from then until the end of the period, or until now while it lasts. */
  readonly daysSince: number | null;
}

const DAY = 86_400;

/** The counties and districts in use that had no guidance visit in a period, by code. */
export async function unvisitedRegions(
  ledger: Ledger,
  { period, region, after, limit }: PageRequest & { readonly period: PeriodCode; readonly region?: string | undefined },
): Promise<Page<UnvisitedRegion>> {
  return takePage(unvisited(ledger, period, region, after), limit);
}

async function* unvisited(ledger: Ledger, period: PeriodCode, within: string | undefined, after: string | undefined) {
  const span = spanOf(period);
  const until = Math.min(span.to, ledger.asOf);
  for await (const [code, { enabled }] of ledger.list("region", after === undefined ? {} : { after })) {
    if (!enabled || code.endsWith("00") || (within !== undefined && !covers(within, code))) continue;
    const lastVisitedAt = await latestVisit(ledger, code, span);
    if (lastVisitedAt !== null && lastVisitedAt >= span.from) continue;
    const daysSince = lastVisitedAt === null ? null : Math.floor((until - lastVisitedAt) / DAY);
    const region: UnvisitedRegion = { region: code, regionName: nameOfRegion(code), period, lastVisitedAt, daysSince };
    yield [code, region] as const;
  }
}

/** When a region was last visited before the end of a span. */
async function latestVisit(ledger: Ledger, region: string, { to }: Span): Promise<number | null> {
  let latest: number | null = null;
  for await (const [, { visitedAt }] of ledger.list("guidanceVisit", { prefix: `${region}/` })) {
    if (visitedAt < to && visitedAt > (latest ?? -1)) latest = visitedAt;
  }
  return latest;
}
