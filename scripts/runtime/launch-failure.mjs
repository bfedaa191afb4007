/**
 * A failure the user can act on: its message is one sentence that says what to do next.
 * `detail` holds lines worth showing above it (the end of npm's log, for instance).
 */
export class LaunchFailure extends Error {
  /**
   * @param {string} code stable name of the failure
   * @param {string} message what happened and what to do
   * @param {{ cause?: unknown, detail?: string, exitCode?: number }} [options]
   */
  constructor(code, message, options = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "LaunchFailure";
    this.code = code;
    this.detail = options.detail ?? "";
    this.exitCode = options.exitCode ?? 1;
  }
}

/**
 * Prints a failure for a person: the detail, then the sentence; the stack only with PILOT_LEDGER_DEBUG=1.
 * @param {unknown} error
 * @returns {number} the exit code to end with
 */
export function reportFailure(error) {
  const known = error instanceof LaunchFailure;
  if (known && error.detail !== "") process.stderr.write(`${error.detail}\n\n`);
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`pilot-ledger: ${message}\n`);
  if (process.env.PILOT_LEDGER_DEBUG === "1") console.error(error);
  else if (!known) process.stderr.write("Set PILOT_LEDGER_DEBUG=1 and run again to see where this came from.\n");
  return known ? error.exitCode : 1;
}
