import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { StoreIdentity } from "../../../server/store/reader.ts";

const READER = fileURLToPath(new URL("reader.ts", import.meta.url));

/** What a process that has a store open is told to do with it. */
export type Order = "look up" | "check" | "inspect";

/** What it says: an answer with a digest of what it read, that its check found a fault, or that a read or inspection found damage. */
export type Said =
  | { readonly kind: "ready" | "found" | "noticed" }
  | { readonly kind: "answer"; readonly digest: string };

/** A store that is open in a process of its own. */
export class ReaderProcess {
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string>;
  readonly #exit: Promise<unknown[]>;
  #complaints = "";

  private constructor(directory: string, identity: StoreIdentity) {
    this.#child = spawn(process.execPath, [READER, directory, JSON.stringify(identity)], {
      stdio: ["pipe", "pipe", "pipe"],
    });
    const { stdout, stderr, stdin } = this.#child;
    stderr?.on("data", (text) => {
      this.#complaints += text;
    });
    if (stdout === null) throw new Error("the process has no output");
    stdin?.on("error", () => undefined);
    this.#lines = createInterface({ input: stdout })[Symbol.asyncIterator]();
    this.#exit = once(this.#child, "close");
  }

  /** Opens a store that is whole. */
  static async of(directory: string, identity: StoreIdentity): Promise<ReaderProcess> {
    const reader = new ReaderProcess(directory, identity);
    const said = await reader.#next();
    if (said !== "gone") return reader;
    const [code, signal] = await reader.#exit;
    const end = `it ended with ${signal ?? code}: ${reader.#complaints.trim()}`;
    throw new Error(`the store in ${directory} could not be opened by another process; ${end}`);
  }

  /** What came of an order; `gone` when the process ended over it. */
  async order(order: Order): Promise<Said | "gone"> {
    this.#child.stdin?.write(`${order}\n`);
    return this.#next();
  }

  async end(): Promise<void> {
    this.#child.kill("SIGKILL");
    await this.#exit;
  }

  async #next(): Promise<Said | "gone"> {
    const { value, done } = await this.#lines.next();
    return done ? "gone" : JSON.parse(value);
  }
}
