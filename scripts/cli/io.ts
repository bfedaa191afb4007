/** Where text goes. */
export interface CliOutput {
  write(text: string): unknown;
}

/** The world as the command line sees it; everything it touches but files and the network. */
export interface CliIo {
  /** Answers, and with `--json` exactly one JSON object. */
  readonly stdout: CliOutput;
  /** Progress, notes and failures. */
  readonly stderr: CliOutput;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Relative paths begin here. */
  readonly cwd: string;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Whether somebody watches standard error: progress bars instead of lines. */
  readonly isTTY: boolean;
  /** Asks for a secret without showing it; absent where nobody can answer. */
  readonly askSecret?: (question: string) => Promise<string>;
}
