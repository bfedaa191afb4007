import { SEVERITIES, type Severity } from "../../ledger/codes/supervision.ts";
import type { DossierCode } from "../../ledger/dossiers.ts";
import type { Ledger } from "../as-of/ledger.ts";
import type { PlaceFilter } from "../pilot-brief.ts";
import { casesThatSatisfy } from "./case-filter.ts";

/** How often a clause was breached. */
export interface ClauseFindings {
  readonly clause: string;
  readonly findings: number;
  readonly bySeverity: Readonly<Record<Exclude<Severity, "NONE">, number>>;
  readonly cases: readonly DossierCode[];
  readonly pilots: number;
  readonly latestAt: number;
}

/** Which findings are asked for. */
export interface FindingFilter extends PlaceFilter {
  /** Found at this instant or later, Unix seconds. */
  readonly from?: number | undefined;
  /** Found before this instant, Unix seconds. */
  readonly to?: number | undefined;
}

/** The findings (发现问题) by clause, the most frequent first. */
export async function findingsByClause(ledger: Ledger, filter: FindingFilter): Promise<ClauseFindings[]> {
  const { from = 0, to = Number.MAX_SAFE_INTEGER } = filter;
  const found = new Map<
    string,
    { severities: Severity[]; cases: Set<string>; pilots: Set<string>; latestAt: number }
  >();
  for await (const [code, dossier] of casesThatSatisfy(ledger, filter)) {
    for (const { clause, severity, at } of dossier.findings) {
      if (at < from || at >= to) continue;
      const entry = found.get(clause) ?? { severities: [], cases: new Set(), pilots: new Set(), latestAt: 0 };
      found.set(clause, entry);
      entry.severities.push(severity);
      entry.cases.add(code);
      entry.pilots.add(dossier.pilot);
      entry.latestAt = Math.max(entry.latestAt, at);
    }
  }
  return [...found]
    .map(([clause, { severities, cases, pilots, latestAt }]) => ({
      clause,
      findings: severities.length,
      bySeverity: countBySeverity(severities),
      cases: [...cases],
      pilots: pilots.size,
      latestAt,
    }))
    .toSorted((one, other) => other.findings - one.findings || (one.clause < other.clause ? -1 : 1));
}

function countBySeverity(severities: readonly Severity[]): ClauseFindings["bySeverity"] {
  const counts = SEVERITIES.slice(1).map((severity) => [severity, severities.filter((one) => one === severity).length]);
  return Object.fromEntries(counts);
}
