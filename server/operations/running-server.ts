import { readFile } from "node:fs/promises";
import { type IncomingMessage, request } from "node:http";
import { createInterface } from "node:readline";
import { json } from "node:stream/consumers";
import type { Control } from "./control.ts";
import { controlFileIn } from "./control.ts";
import type { DigestAt, FullReport, OnWork, Operations, Standing, WorkProgress } from "./operations.ts";

/** A command that a running server refused. */
export class CommandError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = "CommandError";
    this.code = code;
  }
}

type WorkLine =
  | { readonly progress: WorkProgress }
  | { readonly result: unknown }
  | { readonly failure: { readonly code: string; readonly message: string } };

/** The server that has the mirror of a directory open; undefined when none answers. */
export async function runningServer(directory: string): Promise<Operations | undefined> {
  let control: Control;
  try {
    control = JSON.parse(await readFile(controlFileIn(directory), "utf8"));
  } catch {
    return undefined;
  }
  const server = new RunningServer(control);
  // A server that was killed leaves its file behind.
  return server.status().then(
    () => server,
    () => undefined,
  );
}

class RunningServer implements Operations {
  readonly #control: Control;

  constructor(control: Control) {
    this.#control = control;
  }

  async status(): Promise<Standing> {
    return (await this.#answer("/status")) as Standing;
  }

  async check(onWork?: OnWork): Promise<FullReport> {
    return (await this.#work("/check", onWork)) as FullReport;
  }

  async digest(block: number | undefined): Promise<DigestAt> {
    return (await this.#answer(block === undefined ? "/digest" : `/digest?at=${block}`)) as DigestAt;
  }

  async compact(onWork?: OnWork): Promise<{ before: number; after: number }> {
    return (await this.#work("/compact", onWork)) as { before: number; after: number };
  }

  async share(key: string): Promise<number | null> {
    return ((await this.#answer(`/share?key=${encodeURIComponent(key)}`)) as { share: number | null }).share;
  }

  async *backup(): AsyncGenerator<string> {
    for await (const line of createInterface({ input: await this.#ask("/backup") })) yield `${line}\n`;
  }

  async #work(path: string, onWork: OnWork = () => undefined): Promise<unknown> {
    for await (const line of createInterface({ input: await this.#ask(path) })) {
      const told = JSON.parse(line) as WorkLine;
      if ("progress" in told) onWork(told.progress);
      else if ("failure" in told) throw new CommandError(told.failure.code, told.failure.message);
      else return told.result;
    }
    throw new CommandError("BROKEN_OFF", "the server broke the work off: look at its log");
  }

  async #answer(path: string): Promise<unknown> {
    return json(await this.#ask(path));
  }

  async #ask(path: string): Promise<IncomingMessage> {
    const { url, secret } = this.#control;
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      request(`${url}${path}`, { headers: { authorization: `Bearer ${secret}` } }, resolve)
        .once("error", reject)
        .end();
    });
    if (response.statusCode === 200) return response;
    const { code, message } = (await json(response)) as { code: string; message: string };
    throw new CommandError(code, message);
  }
}
