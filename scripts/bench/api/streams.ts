import { readFile } from "node:fs/promises";
import { type IncomingMessage, request } from "node:http";
import { withServer } from "./measure.ts";
import type { ServerPlan } from "./server.ts";

/** What was measured of a server that sends a whole list. */
export interface Streamed {
  readonly itemsPerSecond: number;
  /** The most memory of the server's process since it began, MiB; 0 where it cannot be told. */
  readonly peakMemoryMiB: number;
}

/** So many at once ask for the whole list. */
const CLIENTS = 4;

const LINE_END = 0x0a;

/** Asks for all pilots as NDJSON, some clients at once, of a server that has not answered anything before. */
export async function streamAll(plan: ServerPlan, token: string): Promise<Streamed> {
  return withServer(plan, async ({ url, child }) => {
    const begun = performance.now();
    const counts = await Promise.all(
      Array.from({ length: CLIENTS }, () => linesOf(`${url}/v1/pilots?format=ndjson`, token)),
    );
    const seconds = (performance.now() - begun) / 1_000;
    const items = counts.reduce((one, other) => one + other, 0);
    const status = await readFile(`/proc/${child.pid}/status`, "utf8").catch(() => "");
    const peakMemoryMiB = Math.round(Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1_024);
    return { itemsPerSecond: Math.round(items / seconds), peakMemoryMiB };
  });
}

async function linesOf(url: string, token: string): Promise<number> {
  const response = await new Promise<IncomingMessage>((answered, failed) => {
    request(url, { headers: { Authorization: `Bearer ${token}` } }, answered)
      .once("error", failed)
      .end();
  });
  if (response.statusCode !== 200) throw new Error(`${url}: ${response.statusCode}`);
  let lines = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    for (let at = chunk.indexOf(LINE_END); at !== -1; at = chunk.indexOf(LINE_END, at + 1)) lines += 1;
  }
  return lines;
}
