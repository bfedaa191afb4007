import { packPilotId, parsePilotCode } from "../../ledger/ids.ts";
import type { Span } from "../../ledger/periods.ts";
import type { Provenance } from "../../ledger/provenance.ts";
import type { Ledger } from "../as-of/ledger.ts";
import { eventsOf } from "../as-of/replay.ts";
import { type Page, type PageRequest, takePage } from "../page.ts";
import { type PublicProvenance, publicProvenance } from "../provenance.ts";
import { type Cell, type EventBehind, type Fact, type FactCode, isIn, writeCell } from "./fact.ts";
import { factsOf } from "./facts.ts";
import { factsOfFold } from "./metrics.ts";
import { ledgerOf } from "./table.ts";
import { metricOf } from "./tabulate.ts";

/** A fact behind a figure, with the events that it follows from. */
export interface FactView {
  readonly fact: FactCode;
  readonly subject: string;
  /** 1 where it is counted; fen or seconds where it is measured. Decimal text. */
  readonly amount: string;
  readonly cell: string;
  readonly events: readonly PublicProvenance[];
}

/** Which figure is opened. */
export interface DrilldownRequest extends PageRequest {
  readonly metric: string;
  readonly cell: Cell;
  readonly span: Span;
}

/**
 * The facts behind a figure (数据溯源), with their events: those that the table's own walk folds into it, and so for every figure there
 * is. Of a share they are those of its part, and then those of what it is a part of.
 */
export async function drilldown(
  ledger: Ledger,
  { metric, cell, span, after, limit }: DrilldownRequest,
): Promise<Page<FactView>> {
  const counted = ledgerOf(ledger, span);
  const { items, next } = await takePage(factsBehind(counted, metric, cell, span, after), limit);
  const views: FactView[] = [];
  for (const fact of items) views.push(await viewOf(counted, fact));
  return { next, items: views };
}

async function* factsBehind(ledger: Ledger, metric: string, cell: Cell, span: Span, after: string | undefined) {
  let number = 0;
  for (const code of factsOfFold(metricOf(metric).fold)) {
    for await (const fact of factsOf(ledger, new Set([code]), span)) {
      if (!isIn(fact.place, cell)) continue;
      number += 1;
      const id = String(number).padStart(9, "0");
      if (after === undefined || id > after) yield [id, fact] as const;
    }
  }
}

async function viewOf(ledger: Ledger, { code, subject, amount, place, behind }: Fact): Promise<FactView> {
  const events: PublicProvenance[] = [];
  for (const one of behind) {
    for (const provenance of await provenancesOf(ledger, one)) events.push(publicProvenance(ledger, provenance));
  }
  return { fact: code, subject, amount: amount.toString(), cell: writeCell(place), events };
}

/** The events themselves: those of a pilot that are only known by name and time are looked for in its stream. */
async function provenancesOf(ledger: Ledger, behind: EventBehind): Promise<Provenance[]> {
  if (!("pilot" in behind)) return [behind];
  const parts = parsePilotCode(behind.pilot);
  if (parts === undefined) return [];
  const found: Provenance[] = [];
  for await (const { provenance } of eventsOf(ledger, [packPilotId(parts)], ledger.cut)) {
    if (behind.events.includes(provenance.event) && provenance.blockTime === behind.blockTime) found.push(provenance);
  }
  return found;
}
