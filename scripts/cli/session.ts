import { resolve } from "node:path";
import type { Bilingual } from "../../server/ledger/codes/bilingual.ts";
import type { ExitCode } from "./failure.ts";
import type { CliIo } from "./io.ts";
import type { Language } from "./language.ts";

/** Options that every command takes. */
export interface GlobalOptions {
  readonly deployment?: string;
  readonly rpc?: string;
  readonly api?: string;
  readonly account?: string;
  readonly keystore?: string;
  readonly out?: string;
  readonly json?: boolean;
}

/** One call of the command line. */
export interface Session {
  readonly io: CliIo;
  readonly language: Language;
  readonly options: GlobalOptions;
}

/** What a command has to say when it is done. */
export interface Outcome {
  /** For programs. */
  readonly json: Readonly<Record<string, unknown>>;
  /** For people. */
  readonly lines: readonly string[];
  readonly exitCode?: ExitCode;
}

/** A bilingual text in the session's language. */
export function say(session: Session, text: Bilingual): string {
  return text[session.language];
}

/** Tells whoever watches what is going on; never part of the answer. */
export function note(session: Session, text: Bilingual): void {
  session.io.stderr.write(`${say(session, text)}\n`);
}

/** A path among the arguments, from where the caller stands. */
export function pathOf(session: Session, path: string): string {
  return resolve(session.io.cwd, path);
}
