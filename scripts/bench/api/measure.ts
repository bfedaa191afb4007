import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import autocannon from "autocannon";
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
  /** `again`: over and over, by all at once. `once`: each path by one client, the next by the next. */
  readonly order: "again" | "once";
}

/** How it is measured. */
export interface Load {
  readonly seconds: number;
  readonly connections: number;
}

const CHILD = fileURLToPath(new URL("./child.ts", import.meta.url));

/** Runs a server in a process of its own and asks it the addresses in turn, after asking for a while that does not count. */
export async function measure(
  plan: ServerPlan,
  questions: Readonly<Record<string, Question>>,
  token: string,
  { seconds, connections }: Load,
): Promise<Record<string, Measured>> {
  const child = fork(CHILD, [JSON.stringify(plan)], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  try {
    const [url] = (await once(child, "message")) as [string];
    const measured: Record<string, Measured> = {};
    for (const [name, question] of Object.entries(questions)) {
      const next = turns(question);
      await cannon(url, next, token, { seconds: Math.max(1, seconds / 3), connections });
      measured[name] = await cannon(url, next, token, { seconds, connections });
    }
    return measured;
  } finally {
    child.disconnect();
    await once(child, "exit");
  }
}

/** The paths in turn, one for each request. */
function turns({ paths, order }: Question): () => string {
  let turn = 0;
  // Far apart: neighbours lie in one block of the store, and one read brings in both.
  const stride = order === "once" ? 7_919 : 1;
  return () => paths[(turn++ * stride) % paths.length] ?? "/";
}

async function cannon(url: string, next: () => string, token: string, load: Load): Promise<Measured> {
  const result = await autocannon({
    url,
    duration: load.seconds,
    connections: load.connections,
    headers: { Authorization: `Bearer ${token}` },
    requests: [{ setupRequest: (request) => ({ ...request, path: next() }) }],
  });
  const wrong = result.non2xx + result.errors + result.timeouts;
  if (wrong > 0) throw new Error(`${url}: ${wrong} of ${result.requests.total} were not answered`);
  const { requests, latency } = result;
  return { requestsPerSecond: Math.round(requests.average), p50: latency.p50, p99: latency.p99 };
}
