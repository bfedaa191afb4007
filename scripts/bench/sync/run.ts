import { DeployedLedger } from "../../../test/support/deployed-ledger.ts";
import { startAnvil, type TestNode } from "../../../test/support/node.ts";
import { blockToQueryable } from "./latency.ts";
import { EVENTS_PER_PILOT, fillLedger, fillSparsely } from "./load.ts";
import { installPonder, runPonder } from "./ponder.ts";
import { type Measurement, type Row, rowOf } from "./row.ts";
import { runChild } from "./run-child.ts";

/** What is measured. */
export interface BenchmarkOptions {
  readonly events: number;
  readonly runs: number;
  /** Blocks of the sparse chain, with an event in every hundredth; 0 for none. */
  readonly sparseBlocks: number;
  readonly ponder: boolean;
  /** Says what is being done. */
  readonly say: (what: string) => void;
  /** Takes each row as soon as it is measured. */
  readonly report: (row: Row | FigureRow) => void;
}

/** A row of what is not counted in events a second. */
interface FigureRow {
  readonly name: string;
  readonly milliseconds: number;
}

/** Blocks as large as the acts in them, and as Ethereum's rules were before transactions were capped at 2^24 gas. */
const ANVIL = ["--hardfork", "prague", "--disable-block-gas-limit"];
const SPARSE_EVERY = 100;

/** Measures everything, all sides against the same nodes. */
export async function runBenchmark(options: BenchmarkOptions): Promise<void> {
  if (options.ponder) await installPonder();
  await onChain((ledger, node) => dense(ledger, node, options));
  if (options.sparseBlocks > 0) await onChain((ledger, node) => sparse(ledger, node, options));
}

async function dense(
  ledger: DeployedLedger,
  { url }: TestNode,
  { events, runs, ponder, say, report }: BenchmarkOptions,
): Promise<void> {
  const pilots = Math.ceil(events / EVENTS_PER_PILOT);
  say(`${pilots} pilots act on the ledger …`);
  await fillLedger(ledger, pilots);
  const { identity } = ledger;
  const head = await ledger.provider.getBlockNumber();
  const [fetched, ours, cold, cached]: Measurement[][] = [[], [], [], []];
  // The sides take turns, so that what disturbs the machine disturbs all of them.
  for (let run = 1; run <= runs; run++) {
    say(`run ${run} of ${runs} …`);
    fetched?.push(await runChild({ side: "fetch", url, identity }));
    ours?.push(await runChild({ side: "ours", url, identity }));
    if (!ponder) continue;
    const load = { url, identity, head, events: pilots * EVENTS_PER_PILOT };
    cold?.push(await runPonder(load, "cold"));
    cached?.push(await runPonder(load, "cached"));
  }
  const row = (name: string, measured: Measurement[] = []) => report(rowOf(name, measured, ours ?? []));
  row("ours", ours);
  row("fetch and JSON.parse alone", fetched);
  if (ponder) row("Ponder 0.16.10 cold", cold);
  if (ponder) row("Ponder 0.16.10 with its RPC cache", cached);
  say("block by block …");
  const { fromAct, fromBlock } = await blockToQueryable(ledger, url);
  report({ name: "block to queryable, median", milliseconds: Math.round(fromBlock) });
  report({ name: "act to queryable, median", milliseconds: Math.round(fromAct) });
}

async function sparse(
  ledger: DeployedLedger,
  { url }: TestNode,
  { runs, sparseBlocks, say, report }: BenchmarkOptions,
): Promise<void> {
  say(`${sparseBlocks} blocks, few of them with an event …`);
  await fillSparsely(ledger, sparseBlocks, SPARSE_EVERY);
  const measured: Measurement[] = [];
  for (let run = 0; run < runs; run++) measured.push(await runChild({ side: "ours", url, identity: ledger.identity }));
  const seconds = Math.max(...measured.map((run) => run.seconds)).toFixed(1);
  const row = rowOf(
    `ours, ${sparseBlocks} blocks with an event in each ${SPARSE_EVERY}th, at most ${seconds} s`,
    measured,
    measured,
  );
  report(row);
}

async function onChain<T>(use: (ledger: DeployedLedger, node: TestNode) => Promise<T>): Promise<T> {
  const node = await startAnvil({ args: ANVIL });
  try {
    const ledger = await DeployedLedger.on(node.url);
    try {
      return await use(ledger, node);
    } finally {
      ledger.close();
    }
  } finally {
    await node.close();
  }
}
