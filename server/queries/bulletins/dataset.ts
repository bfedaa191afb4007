import canonicalize from "canonicalize";
import { spanOf } from "../../ledger/periods.ts";
import type { EventRecord } from "../../ledger/records.ts";
import { RULES } from "../../ledger/rules/rules.ts";
import type { PeriodCode } from "../../ledger/statistics-ids.ts";
import { includes } from "../as-of/cut.ts";
import { type Ledger, ledgerAt } from "../as-of/ledger.ts";
import { listFigures } from "../indicators/figures.ts";
import { growthTable } from "../statistics/growth.ts";
import { statisticTable } from "../statistics/table.ts";
import { TABLE_NAMES } from "../statistics/tables.ts";

/** What a bulletin's dataset covers. */
export interface DatasetRequest {
  readonly period: PeriodCode;
  readonly region: string;
}

/**
 * The dataset of a statistics bulletin (公报数据集): every table of a period and region, and the indicators as then known, as canonical
 * JSON (RFC 8785). It depends on nothing but the ledger's events up to the cut: what stands is counted as of the last second of the
 * period, or as of the latest event where that is earlier. So whoever has the events can make the same bytes, whenever they ask.
 */
export async function bulletinDataset(ledger: Ledger, { period, region }: DatasetRequest): Promise<string> {
  const latest = await latestEvent(ledger);
  const block = latest?.provenance.blockNumber ?? 0;
  const time = latest?.provenance.blockTime ?? 0;
  const known = ledgerAt(ledger, { block, time });
  const span = spanOf(period);
  const within = { region };
  const tables: Record<string, object> = {};
  for (const table of TABLE_NAMES) {
    const { rows } = await statisticTable(known, { table, span, within });
    tables[table] = Object.fromEntries(rows.map(({ cell, figures }) => [cell, valuesOf(figures)]));
  }
  const { figures: grown } = await growthTable(known, { period, within });
  const { items } = await listFigures(known, { filter: { period, region }, limit: Number.MAX_SAFE_INTEGER });
  const indicators = items.map(({ code, target, reported, state, attainment, corrections }) => [
    code,
    { target, reported, state, attainment, corrections },
  ]);
  const dataset = {
    form: 2,
    period,
    region,
    latestEvent: latest === undefined ? null : placeOf(latest),
    // The code tables as they stood: with others, the same events give other rows.
    codeTables: { fields: await inUse(known, "field"), regions: await inUse(known, "region") },
    ruleSet: { id: RULES.id, version: RULES.version },
    tables,
    growth: Object.fromEntries(grown.map(({ metric, label: _, unit: __, ...figures }) => [metric, figures])),
    indicators: Object.fromEntries(indicators),
  };
  return canonicalize(dataset) ?? "";
}

/** The codes of a table that are in use, ascending. */
async function inUse(ledger: Ledger, kind: "field" | "region"): Promise<string[]> {
  const codes: string[] = [];
  for await (const [code, { enabled }] of ledger.list(kind)) if (enabled) codes.push(code);
  return codes;
}

async function latestEvent(ledger: Ledger): Promise<EventRecord | undefined> {
  for await (const [, event] of ledger.list("event", { reverse: true })) {
    if (includes(ledger.cut, event.provenance)) return event;
  }
  return undefined;
}

function placeOf({ provenance: { blockNumber, blockHash, blockTime, logIndex } }: EventRecord) {
  return { blockNumber, blockHash, blockTime, logIndex };
}

function valuesOf(figures: readonly { readonly metric: string; readonly value: string | null }[]) {
  return Object.fromEntries(figures.map(({ metric, value }) => [metric, value]));
}
