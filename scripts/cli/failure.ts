import type { Bilingual } from "../../server/ledger/codes/bilingual.ts";

/** How the command line ends: done; refused, invalid or no match; could not be done or checked at all. */
export type ExitCode = 0 | 1 | 2;

/** Why a command was not carried out, in one sentence that says what to do next. */
export class CliFailure extends Error {
  /** Stable, for programs. */
  readonly code: string;
  readonly sentence: Bilingual;
  readonly exitCode: Exclude<ExitCode, 0>;
  /** What belongs to it for programs; shown with `--json`. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    code: string,
    sentence: Bilingual,
    options: ErrorOptions & {
      readonly exitCode?: Exclude<ExitCode, 0>;
      readonly details?: Readonly<Record<string, unknown>>;
    } = {},
  ) {
    super(sentence.en, options);
    this.name = "CliFailure";
    this.code = code;
    this.sentence = sentence;
    this.exitCode = options.exitCode ?? 2;
    this.details = options.details ?? {};
  }
}

/** The ledger, or a check made before asking it, says no: exit code 1. */
export function refused(code: string, zh: string, en: string, details: Readonly<Record<string, unknown>> = {}) {
  return new CliFailure(code, { zh, en }, { exitCode: 1, details });
}

/** Something the command needs is not there or not right: exit code 2. */
export function unusable(code: string, zh: string, en: string, cause?: unknown) {
  return new CliFailure(code, { zh, en }, { exitCode: 2, cause });
}
