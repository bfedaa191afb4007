import { FULL_LEDGER, OPERATIONS } from "../../../test/api/addresses.ts";
import { faultOf } from "../../../test/api/conformance.ts";
import { TestServer, TOKEN } from "../../../test/api/server.ts";
import { webhooksInTest } from "../../../test/api/webhooks-in-test.ts";
import type { Campaign, Outcome } from "../campaign.ts";
import { Draw } from "../draw.ts";
import { ask } from "./ask.ts";
import { type Malformed, malformedRequest } from "./malformed.ts";

const NO_LIMITS = { perAddress: 1e9, perPrincipal: 1e9 };

/** What must never be seen in an answer: where the program is, how it is built, or what it was given in confidence. */
const INSIDE = /node_modules|\.ts:\d|\bat \S+ \(|TypeError|RangeError|ZodError|LEVEL_/;

/** The audit API under malformed requests, made from the OpenAPI document: each run asks every operation once. */
export const apiFuzz: Campaign = {
  description: "the audit API under malformed requests from its OpenAPI document; every run asks each operation once",
  run: fuzz,
};

/** Asks every operation `runs` times. */
export async function fuzz({ runs, seed }: { readonly runs: number; readonly seed: number }): Promise<Outcome> {
  const webhooks = await webhooksInTest();
  const server = await new TestServer(FULL_LEDGER, { rateLimits: NO_LIMITS, webhooks: webhooks.webhooks }).start();
  webhooks.server = server;
  const failures: { seed: number; message: string }[] = [];
  const seen = new Map<string, number>();
  try {
    for (let run = 0; run < runs; run++) {
      const draw = new Draw(seed + run);
      const requests = OPERATIONS.map((target) => malformedRequest(target, draw));
      for (const [index, message] of (await Promise.all(requests.map((one) => verdict(server, one, seen)))).entries()) {
        if (message === undefined) continue;
        const { method, address, fault } = requests[index] as Malformed;
        failures.push({ seed: seed + run, message: `${method} ${address.slice(0, 200)} (${fault}): ${message}` });
      }
    }
    if (server.log.includes(TOKEN)) failures.push({ seed, message: "the log holds a token" });
    const left = server.opened.filter(({ closed }) => closed !== 1).length;
    if (left > 0) failures.push({ seed, message: `${left} snapshots were not closed once` });
  } finally {
    await server.stop();
    await webhooks.close();
  }
  const counts = [...seen].toSorted().map(([code, count]) => `${code} ${count}`);
  return {
    runs,
    failures,
    notes: [
      `${runs * OPERATIONS.length} requests, ${runs} to each of ${OPERATIONS.length} operations`,
      counts.join(", "),
    ],
  };
}

/** What is wrong with the answer to a malformed request. */
async function verdict(server: TestServer, request: Malformed, seen: Map<string, number>): Promise<string | undefined> {
  const headers = { Authorization: `Bearer ${TOKEN}`, ...request.headers };
  const { status, type, text } = await ask(`${server.url}${request.address}`, { ...request, headers });
  if (status < 400 || status > 499) return `answered ${status} ${text.slice(0, 200)}`;
  if (type !== "application/problem+json") return `answered ${status} as ${type}`;
  if (INSIDE.test(text.replace(request.address, ""))) return `shows its inside: ${text.slice(0, 300)}`;
  const document = JSON.parse(text) as { readonly code: string };
  seen.set(document.code, (seen.get(document.code) ?? 0) + 1);
  return faultOf(request.method, request.address, status, type, document);
}
