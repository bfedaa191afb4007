import { type ChildProcess, spawn } from "node:child_process";
import { stripVTControlCharacters } from "node:util";

export interface End {
  code: number | null;
  signal: NodeJS.Signals | null;
}

const POLL_MS = 50;

/** A command with all it starts, as a terminal's job: signals go to the whole group, as Ctrl-C does. */
export class ProcessGroup {
  readonly #child: ChildProcess;
  readonly #ended: Promise<End>;
  #end: End | undefined;
  #output = "";

  constructor(command: string, args: readonly string[], options: { cwd: string; env: NodeJS.ProcessEnv }) {
    this.#child = spawn(command, args, { ...options, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        this.#output += text;
      });
    }
    this.#ended = new Promise((ended, fail) => {
      this.#child.once("error", fail);
      this.#child.once("close", (code, signal) => {
        this.#end = { code, signal };
        ended(this.#end);
      });
    });
  }

  /** Everything written so far, to either stream. */
  get output(): string {
    return stripVTControlCharacters(this.#output);
  }

  get hasEnded(): boolean {
    return this.#end !== undefined;
  }

  /** Signals the whole group, or only the process that leads it. */
  kill(signal: NodeJS.Signals | 0, whom: "group" | "leader" = "group"): void {
    const { pid } = this.#child;
    if (pid === undefined) throw new Error("the command was not started");
    process.kill(whom === "group" ? -pid : pid, signal);
  }

  /** Waits for the end of the command, which includes that nothing holds its output open any more. */
  ended(): Promise<End> {
    return this.#ended;
  }

  /** Polls until the condition gives a value; fails with the output when the command ends first, or at the deadline. */
  async until<T>(what: string, deadlineMs: number, condition: () => Promise<T | undefined>): Promise<T> {
    const deadline = Date.now() + deadlineMs;
    while (Date.now() < deadline) {
      const value = await condition();
      if (value !== undefined) return value;
      if (this.hasEnded) throw new Error(`the command ended before ${what}:\n${this.output}`);
      await new Promise((resume) => setTimeout(resume, POLL_MS));
    }
    throw new Error(`${what}: not within ${deadlineMs / 1000} s:\n${this.output}`);
  }

  /** Whether any process of the group is left. */
  get survives(): boolean {
    try {
      this.kill(0);
      return true;
    } catch {
      return false;
    }
  }

  /** Leaves nothing behind, whatever the test came to. */
  destroy(): void {
    if (this.survives) this.kill("SIGKILL");
  }
}
