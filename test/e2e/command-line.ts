import { runCli } from "../../scripts/cli/program.ts";

/** One call of the command line, and what it said. */
export interface Said {
  readonly code: number;
  /** The JSON object of standard output. */
  readonly json: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** Calls of the command line in this process, as a person at a terminal makes them. */
export class CommandLine {
  readonly #deploymentFile: string;
  readonly #folder: string;
  readonly #api: string | undefined;

  constructor(options: { readonly deploymentFile: string; readonly folder: string; readonly api?: string }) {
    this.#deploymentFile = options.deploymentFile;
    this.#folder = options.folder;
    this.#api = options.api;
  }

  /** Runs a command as `account` and gives what it said, whatever that is. */
  async run(account: string, argv: readonly string[]): Promise<Said> {
    const said: string[] = [];
    const noted: string[] = [];
    const code = await runCli(
      [
        ...["--deployment", this.#deploymentFile, "--account", account, "--json", "--lang", "en"],
        ...(this.#api === undefined ? [] : ["--api", this.#api]),
        ...argv,
      ],
      {
        stdout: { write: (text: string) => said.push(text) },
        stderr: { write: (text: string) => noted.push(text) },
        env: {},
        cwd: this.#folder,
        clock: Date.now,
        isTTY: false,
      },
    );
    const text = said.join("");
    return { code, json: text === "" ? {} : JSON.parse(text), text: text + noted.join("") };
  }

  /** Runs a command that must succeed. */
  async do(account: string, ...argv: readonly string[]): Promise<Said["json"]> {
    const said = await this.run(account, argv);
    if (said.code !== 0) throw new Error(`"${argv.join(" ")}" as ${account} ended with ${said.code}: ${said.text}`);
    return said.json;
  }
}
