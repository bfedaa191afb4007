import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import autocannon from "autocannon";
import type { SimulatedChain } from "../../../test/support/simulated-chain.ts";
import { SimulatedNode, serveNode } from "../../../test/support/simulated-node.ts";
import { forked } from "./measure.ts";
import type { SyncingPlan } from "./syncing-child.ts";

/** What a server that mirrors at the same time answered, and how long its event loop was held up. */
export interface SyncingRow {
  readonly name: string;
  readonly requestsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Answers with a status of 500 or more, and requests that were not answered. */
  readonly failures: number;
  /** Milliseconds, the worst of the rounds. */
  readonly loopLagP99: number;
  readonly eventsPerSecond: number;
}

const CHILD = fileURLToPath(new URL("./syncing-child.ts", import.meta.url));
const CONNECTIONS = 50;
const SECONDS = 30;
/** Longer than any backfill of one round takes. */
const LONGEST_ROUND = 300;

interface Round {
  readonly result: autocannon.Result;
  readonly seconds: number;
  readonly loopLagP99: number;
}

/** Asks for pages of 50 while the server mirrors the chain from nothing, again and again until it took half a minute. */
export async function askWhileSyncing(
  chain: SimulatedChain,
  { directory, tokens, token }: { readonly directory: string; readonly tokens: string; readonly token: string },
): Promise<SyncingRow> {
  const node = await serveNode(new SimulatedNode(chain));
  const rounds: Round[] = [];
  try {
    for (let seconds = 0; seconds < SECONDS; seconds = sum(rounds.map((round) => round.seconds))) {
      const own = await mkdtemp(join(directory, "syncing-"));
      const plan: SyncingPlan = { url: node.url, identity: chain.identity, directory: own, tokens };
      const child = forked(CHILD, JSON.stringify(plan), "small heap");
      try {
        rounds.push(await askedUntilLive(child, token));
      } finally {
        child.disconnect();
        await once(child, "exit");
      }
    }
  } finally {
    await node.close();
  }
  const seconds = sum(rounds.map((round) => round.seconds));
  const of = (read: (result: autocannon.Result) => number) => rounds.map(({ result }) => read(result));
  const events = chain.blocks.reduce((count, { logs }) => count + logs.length, 0) * rounds.length;
  return {
    name: `page of 50, ${CONNECTIONS} connections for ${Math.round(seconds)} s while syncing`,
    requestsPerSecond: Math.round(sum(of((result) => result.requests.total)) / seconds),
    p50: Math.max(...of((result) => result.latency.p50)),
    p99: Math.max(...of((result) => result.latency.p99)),
    failures: sum(of((result) => result["5xx"] + result.errors + result.timeouts)),
    loopLagP99: Math.max(...rounds.map((round) => round.loopLagP99)),
    eventsPerSecond: Math.round(events / seconds),
  };
}

async function askedUntilLive(child: ChildProcess, token: string): Promise<Round> {
  const [url] = (await once(child, "message")) as [string];
  const begun = performance.now();
  const instance = autocannon({
    url: `${url}/v1/pilots?limit=50`,
    connections: CONNECTIONS,
    duration: LONGEST_ROUND,
    headers: { Authorization: `Bearer ${token}` },
  });
  const live = once(child, "message") as Promise<[number]>;
  void live.then(() => (instance as unknown as { stop: () => void }).stop());
  const [[loopLagP99], result] = await Promise.all([live, instance]);
  return { result, loopLagP99, seconds: (performance.now() - begun) / 1_000 };
}

function sum(values: readonly number[]): number {
  return values.reduce((one, other) => one + other, 0);
}
