import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { StoreIdentity } from "../../../server/store/reader.ts";

const SUBJECT = fileURLToPath(new URL("subject.ts", import.meta.url));

/** What a mirror process is told to do. */
export interface Orders {
  /** Where it mirrors to: into all of them at once. */
  readonly directories: readonly string[];
  readonly url: string;
  readonly identity: StoreIdentity;
}

/** How a process ended: the digests it printed, or else what it said. */
export type Ending =
  | { readonly digests: readonly string[] }
  | { readonly signal: NodeJS.Signals | null; readonly said: string };

/** A mirror in a process of its own, which loads while others run and begins when it is ordered to. */
export class SubjectProcess {
  readonly #child: ChildProcess;
  readonly #ready: Promise<unknown>;
  readonly #lines: string[] = [];
  readonly #exit: Promise<unknown[]>;
  #said = "";

  /** @param wrapper What it is started under, such as `strace` with its options. */
  constructor(wrapper: readonly string[] = []) {
    const [command = process.execPath, ...args] = [...wrapper, process.execPath, SUBJECT];
    this.#child = spawn(command, args, { stdio: ["pipe", "pipe", "pipe"] });
    this.#exit = once(this.#child, "close");
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
        else this.#lines.push(line);
      });
      this.#exit.then(() => resolve());
    });
  }

  /** Lets it begin; resolves when it has been told. */
  async order(orders: Orders): Promise<void> {
    await this.#ready;
    this.#child.stdin?.write(`${JSON.stringify(orders)}\n`);
  }

  kill(): void {
    this.#child.kill("SIGKILL");
  }

  async ended(): Promise<Ending> {
    const [, signal] = await this.#exit;
    const [digests] = this.#lines;
    if (digests !== undefined) return { digests: digests.split(" ") };
    return { signal: signal as NodeJS.Signals | null, said: this.#said.trim() };
  }
}
