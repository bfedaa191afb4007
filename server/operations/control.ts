import { randomBytes, timingSafeEqual } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { causeOf } from "../store/errors.ts";
import type { OnWork, Operations } from "./operations.ts";

/** Where a running server is told what to do, and the secret that shows who may. */
export interface Control {
  readonly url: string;
  readonly secret: string;
}

/** The file by which the operations commands find a running server; only who may read it may command it. */
export function controlFileIn(directory: string): string {
  return join(directory, "control.json");
}

/**
 * Takes the operator's commands on a free port of this machine alone.
 *
 * @param directory The server's, in which the control file is kept.
 */
export async function serveControl(operations: Operations, directory: string): Promise<{ close(): Promise<void> }> {
  const secret = randomBytes(32).toString("hex");
  const server = createServer((request, response) => {
    answer(operations, secret, request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else
        send(response, 500, { code: codeOf(error), message: error instanceof Error ? error.message : String(error) });
    });
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  const control: Control = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, secret };
  const file = controlFileIn(directory);
  await rm(file, { force: true });
  await writeFile(file, JSON.stringify(control), { mode: 0o600 });
  return {
    close: async () => {
      await rm(file, { force: true });
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(
  operations: Operations,
  secret: string,
  { headers, url: address = "/" }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isSame(headers.authorization ?? "", `Bearer ${secret}`))
    return send(response, 401, { code: "DENIED", message: "denied" });
  const { pathname, searchParams } = new URL(address, "http://localhost");
  if (pathname === "/status") return send(response, 200, await operations.status());
  if (pathname === "/check") return work(response, (onWork) => operations.check(onWork));
  if (pathname === "/compact") return work(response, (onWork) => operations.compact(onWork));
  if (pathname === "/share")
    return send(response, 200, { share: await operations.share(searchParams.get("key") ?? "") });
  if (pathname === "/digest") {
    const block = searchParams.get("at");
    return send(response, 200, await operations.digest(block === null ? undefined : Number(block)));
  }
  if (pathname === "/backup") return pipeline(Readable.from(operations.backup()), response.writeHead(200));
  send(response, 404, {
    code: "NO_SUCH_COMMAND",
    message: `the server does not know ${pathname}: it is of another version`,
  });
}

/** What takes long: lines of how far it is, about every half second, and a last one of what came of it. */
async function work(response: ServerResponse, run: (onWork: OnWork) => Promise<object>): Promise<void> {
  const line = (content: object) => response.write(`${JSON.stringify(content)}\n`);
  let told = 0;
  response.writeHead(200, { "content-type": "application/x-ndjson" });
  try {
    const result = await run((progress) => {
      const now = performance.now();
      if (now - told < TOLD_EVERY || response.writableEnded) return;
      told = now;
      line({ progress });
    });
    line({ result });
  } catch (error) {
    line({ failure: { code: codeOf(error), message: error instanceof Error ? error.message : String(error) } });
  }
  response.end();
}

/** Milliseconds. */
const TOLD_EVERY = 500;

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

function isSame(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}

function codeOf(error: unknown): string {
  return causeOf(error).code ?? (error as { code?: string }).code ?? "UNEXPECTED";
}
