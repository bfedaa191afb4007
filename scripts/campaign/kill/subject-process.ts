import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { StoreIdentity } from "../../../server/store/reader.ts";

const SUBJECT = fileURLToPath(new URL("subject.ts", import.meta.url));

/** What a mirror process is told to do. */
export interface Orders {
  /** Where it mirrors to. */
  readonly directory: string;
  readonly url: string;
  readonly identity: StoreIdentity;
  /** After how many events of a backfill it goes on in two threads. */
  readonly threadAfter: number;
}

/** What came of orders: the digest when it was at the head, or else how the process ended and what it said. */
export type Ending = { readonly digest: string } | { readonly signal: NodeJS.Signals | null; readonly said: string };

/** A mirror in a process of its own, which loads while others run, and mirrors each time it is ordered to. */
export class SubjectProcess {
  readonly #child: ChildProcess;
  readonly #ready: Promise<unknown>;
  readonly #exit: Promise<unknown[]>;
  #answer: PromiseWithResolvers<Ending>;
  #said = "";

  /** @param wrapper What it is started under, such as `strace` with its options. */
  constructor(wrapper: readonly string[] = []) {
    const [command = process.execPath, ...args] = [...wrapper, process.execPath, SUBJECT];
    this.#child = spawn(command, args, { stdio: ["pipe", "pipe", "pipe"] });
    this.#exit = once(this.#child, "close");
    this.#answer = this.#renewed();
    const { stdout, stderr, stdin } = this.#child;
    if (stdout === null || stderr === null) throw new Error("the process has no output");
    // It may be gone before it reads its orders: its exit says so.
    stdin?.on("error", () => undefined);
    stderr.setEncoding("utf8").on("data", (text: string) => {
      this.#said += text;
    });
    this.#ready = new Promise<void>((resolve) => {
      createInterface({ input: stdout }).on("line", (line) => {
        if (line === "ready") resolve();
        else this.#answer.resolve({ digest: line });
      });
      this.#exit.then(() => resolve());
    });
  }

  /** Resolves when it waits for orders, or is gone. */
  async isReady(): Promise<void> {
    await this.#ready;
  }

  /** Lets it begin, as soon as it is ready. */
  order(orders: Orders): void {
    this.#answer = this.#renewed();
    this.#child.stdin?.write(`${JSON.stringify(orders)}\n`);
  }

  /** What came of the last orders. */
  done(): Promise<Ending> {
    return this.#answer.promise;
  }

  kill(): void {
    this.#child.kill("SIGKILL");
  }

  /** Lets it end once it has done what it was ordered to; what came of that. */
  async ended(): Promise<Ending> {
    this.#child.stdin?.end();
    await this.#exit;
    return this.#answer.promise;
  }

  #renewed(): PromiseWithResolvers<Ending> {
    const answer = Promise.withResolvers<Ending>();
    this.#exit.then(([, signal]) =>
      answer.resolve({ signal: signal as NodeJS.Signals | null, said: this.#said.trim() }),
    );
    return answer;
  }
}
