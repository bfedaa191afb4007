import type { Bilingual } from "../ledger/codes/bilingual.ts";
import {
  EVIDENCE_USE_LABELS,
  PILOT_STATE_LABELS,
  PROGRAMME_KIND_LABELS,
  STAGE_LABELS,
  TIMELINESS_LABELS,
} from "../ledger/codes/labels.ts";
import type { Ledger } from "./as-of/ledger.ts";
import { type RegionFigures, regionFigures } from "./region-figures.ts";
import { type Cell, codeIn, type Dimension, type FactCode, writeCell } from "./statistics/fact.ts";
import { factRuns } from "./statistics/facts.ts";

/** Where a figure is opened: the drill-down gives for this metric and cell, as of the same instant, the facts that it is made of. */
export interface Opened {
  readonly metric: string;
  readonly cell: string;
}

/** A figure. */
export interface Count extends Opened {
  readonly count: number;
}

/** A figure of a breakdown. */
export interface Figure extends Count {
  readonly code: string;
  readonly label: Bilingual;
}

/** The ledger in figures, each of which can be opened. The figures of each breakdown add up to its total. */
export interface Overview {
  readonly pilots: {
    /** All that ever applied. */
    readonly cumulative: Count;
    readonly byState: readonly Figure[];
    readonly byStage: readonly Figure[];
    readonly byField: readonly Figure[];
    readonly byProgrammeKind: readonly Figure[];
    readonly byRegion: RegionFigures;
  };
  readonly milestones: { readonly total: Count; readonly byTimeliness: readonly Figure[] };
  /** Sum of the pilots' budgets, fen in decimal text. */
  readonly budget: Opened & { readonly fen: string };
  readonly organisations: { readonly registered: Count; readonly leading: Count };
  readonly evidence: { readonly digests: Count; readonly appearances: Count; readonly byUse: readonly Figure[] };
}

type Labels = Readonly<Record<string, Bilingual>>;

/** What is counted, by the figure it is, and what it is broken down by. */
const COUNTED: { readonly [Code in FactCode]?: { readonly metric: string; readonly by: readonly Dimension[] } } = {
  PILOT: { metric: "PILOTS", by: ["state", "stage", "field", "programmeKind", "own"] },
  BUDGET: { metric: "BUDGET", by: [] },
  LEAD: { metric: "LEADS", by: [] },
  ORGANISATION: { metric: "ORGANISATIONS", by: [] },
  MILESTONE: { metric: "MILESTONES", by: ["timeliness"] },
  APPEARANCE: { metric: "APPEARANCES", by: ["use"] },
  DIGEST: { metric: "DIGESTS", by: [] },
};

/** Counts the ledger (统计概览) as of its cut, in the walk that the drill-down makes as well. Whole numbers only. */
export async function overview(ledger: Ledger): Promise<Overview> {
  const sums = await countedIn(ledger);
  const value = (metric: string, cell: Cell) => sums.get(`${metric} ${writeCell(cell)}`) ?? 0n;
  const total = (metric: string): Count => ({ count: Number(value(metric, {})), metric, cell: writeCell({}) });
  const breakdown = (metric: string, dimension: Dimension, labels: Labels): Figure[] => {
    const codes = new Set([...Object.keys(labels), ...codesIn(sums, metric, dimension)]);
    return [...codes].map((code) => {
      const cell = { [dimension]: code };
      const label = labels[code] ?? { zh: code, en: code };
      return { code, label, count: Number(value(metric, cell)), metric, cell: writeCell(cell) };
    });
  };
  const regions = codesIn(sums, "PILOTS", "own").map((own): [string, number] => [
    own,
    Number(value("PILOTS", { own })),
  ]);
  return {
    pilots: {
      cumulative: total("PILOTS"),
      byState: breakdown("PILOTS", "state", PILOT_STATE_LABELS),
      byStage: breakdown("PILOTS", "stage", STAGE_LABELS),
      byField: breakdown("PILOTS", "field", await fieldLabels(ledger)),
      byProgrammeKind: breakdown("PILOTS", "programmeKind", PROGRAMME_KIND_LABELS),
      byRegion: regionFigures("PILOTS", new Map(regions)),
    },
    milestones: {
      total: total("MILESTONES"),
      byTimeliness: breakdown("MILESTONES", "timeliness", TIMELINESS_LABELS),
    },
    budget: { fen: value("BUDGET", {}).toString(), metric: "BUDGET", cell: writeCell({}) },
    organisations: { registered: total("ORGANISATIONS"), leading: total("LEADS") },
    evidence: {
      digests: total("DIGESTS"),
      appearances: total("APPEARANCES"),
      byUse: breakdown("APPEARANCES", "use", EVIDENCE_USE_LABELS),
    },
  };
}

/** The sums of all that is counted, by metric and cell, which is of one dimension: written here as `writeCell` does, a fact at a time. */
async function countedIn(ledger: Ledger): Promise<ReadonlyMap<string, bigint>> {
  const sums = new Map<string, bigint>();
  const add = (key: string, amount: bigint) => sums.set(key, (sums.get(key) ?? 0n) + amount);
  const leads = new Set<string>();
  // All appearances of a digest stand together, so that the different ones are counted without remembering them.
  let digest: string | undefined;
  const codes = new Set(Object.keys(COUNTED) as FactCode[]);
  for await (const facts of factRuns(ledger, codes, { from: 0, to: ledger.asOf + 1 })) {
    for (const { code, subject, place, amount } of facts) {
      const counted = COUNTED[code];
      if (counted === undefined || (code === "LEAD" && leads.has(subject)) || (code === "DIGEST" && digest === subject))
        continue;
      if (code === "LEAD") leads.add(subject);
      if (code === "DIGEST") digest = subject;
      add(`${counted.metric} *`, amount);
      for (const dimension of counted.by) {
        const value = codeIn(place, dimension);
        if (value !== undefined) add(`${counted.metric} ${dimension}=${value}`, amount);
      }
    }
  }
  return sums;
}

/** The codes of a dimension that were counted, ascending. */
function codesIn(sums: ReadonlyMap<string, bigint>, metric: string, dimension: Dimension): string[] {
  const prefix = `${metric} ${dimension}=`;
  return [...sums.keys()]
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length))
    .toSorted();
}

async function fieldLabels(ledger: Ledger): Promise<Labels> {
  const labels: Record<string, Bilingual> = {};
  for await (const [code, field] of ledger.list("field")) labels[code] = field.name;
  return labels;
}
