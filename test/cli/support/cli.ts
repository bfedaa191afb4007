import { type CliIo, runCli } from "../../../scripts/cli/program.ts";

/** What a call of the command line left behind. */
export interface Call {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** The one JSON object of a call with `--json`. */
  json<T = Readonly<Record<string, unknown>>>(): T;
}

/** Calls the command line in this process. */
export async function call(cwd: string, argv: readonly string[], env: CliIo["env"] = {}): Promise<Call> {
  const said = { stdout: "", stderr: "" };
  const sink = (name: keyof typeof said) => ({
    write: (text: string) => {
      said[name] += text;
    },
  });
  const io: CliIo = { stdout: sink("stdout"), stderr: sink("stderr"), env, cwd, clock: Date.now, isTTY: false };
  const code = await runCli(argv, io);
  return { code, ...said, json: () => JSON.parse(said.stdout) };
}
