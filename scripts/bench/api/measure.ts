import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import autocannon from "autocannon";
import { SMALL_HEAP_ENVIRONMENT, SMALL_HEAP_FLAGS } from "../../runtime/small-heap.mjs";
import type { ServerPlan } from "./server.ts";

/** What was measured of one server and one question. */
export interface Measured {
  readonly requestsPerSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/** What is asked. */
export interface Question {
  readonly paths: readonly string[];
  /** Asked before and not counted: it brings the program to its speed, which a few hundred requests do not. */
  readonly before: readonly string[];
  /** `again`: over and over, for a time. `once`: each path one time and never again. */
  readonly order: "again" | "once";
}

/** How it is measured. */
export interface Load {
  readonly seconds: number;
  readonly connections: number;
}

const CHILD = fileURLToPath(new URL("./child.ts", import.meta.url));

/** Runs a server in a process of its own and asks it one question after the other. */
export async function measure(
  plan: ServerPlan,
  questions: Readonly<Record<string, Question>>,
  token: string,
  load: Load,
): Promise<Record<string, Measured>> {
  return withServer(plan, ({ url }) => ask(url, questions, token, load));
}

/** A server in a process of its own. */
interface Running {
  readonly url: string;
  readonly child: ChildProcess;
}

/** Does something with a server, and ends it. */
export async function withServer<T>(plan: ServerPlan, use: (server: Running) => Promise<T>): Promise<T> {
  const child = forked(CHILD, JSON.stringify(plan), plan.kind === "audit API" ? "small heap" : "usual heap");
  try {
    const [url] = (await once(child, "message")) as [string];
    return await use({ url, child });
  } finally {
    child.disconnect();
    await once(child, "exit");
  }
}

/** Starts a process of the benchmark; `small heap`: as programs are run that mirror and serve. */
export function forked(module: string, plan: string, heap: "small heap" | "usual heap"): ChildProcess {
  const [flags, environment] = heap === "small heap" ? [SMALL_HEAP_FLAGS, SMALL_HEAP_ENVIRONMENT] : [[], {}];
  return fork(module, [plan], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    execArgv: [...process.execArgv, ...flags],
    env: { ...process.env, ...environment },
  });
}

/** Asks a server one question after the other, each after asking for a while that does not count. */
export async function ask(
  url: string,
  questions: Readonly<Record<string, Question>>,
  token: string,
  { seconds, connections }: Load,
): Promise<Record<string, Measured>> {
  const measured: Record<string, Measured> = {};
  for (const [name, { paths, before, order }] of Object.entries(questions)) {
    await cannon(url, before, token, { amount: before.length, connections });
    const lasts = order === "once" ? { amount: paths.length } : { duration: seconds };
    measured[name] = await cannon(url, paths, token, { ...lasts, connections });
  }
  return measured;
}

type Shots = Pick<autocannon.Options, "amount" | "duration" | "connections">;

async function cannon(url: string, paths: readonly string[], token: string, shots: Shots): Promise<Measured> {
  let turn = 0;
  const next = () => paths[turn++ % paths.length] ?? "/";
  const begun = performance.now();
  const result = await autocannon({
    url,
    ...shots,
    // It ends with a sample.
    sampleInt: 10,
    headers: { Authorization: `Bearer ${token}` },
    requests: [{ setupRequest: (request) => ({ ...request, path: next() }) }],
  });
  const wrong = result.non2xx + result.errors + result.timeouts;
  if (wrong > 0) throw new Error(`${url}: ${wrong} of ${result.requests.total} were not answered`);
  const { requests, latency } = result;
  const seconds = (performance.now() - begun) / 1_000;
  return { requestsPerSecond: Math.round(requests.total / seconds), p50: latency.p50, p99: latency.p99 };
}
