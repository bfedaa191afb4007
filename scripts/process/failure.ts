/**
 * A fault that the user can mend: its message is one sentence that says what is wrong and what to do. Everything else that escapes
 * is a fault of ours and is shown with its stack.
 */
export class Failure extends Error {
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "Failure";
    this.code = code;
  }
}

/**
 * Runs a program and sets its exit code: 0, or 1 after a line on standard error.
 *
 * Errors with a stable `code` of this project's classes read as one sentence; others show their stack.
 */
export async function runProgram(program: () => Promise<void>): Promise<void> {
  try {
    await program();
  } catch (error) {
    process.exitCode = 1;
    console.error(describeFailure(error));
  }
}

/** What to print of an error that ends a program. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return isForeseen(error) ? `error: ${error.message}` : (error.stack ?? error.message);
}

/** Codes of Node, of its HTTP client and of LevelDB: their messages were not written for who reads them here. */
const FOREIGN_CODES = /^(ERR|ABORT_ERR|UND_ERR|HPE|LEVEL)(_|$)/;

/** Whether an error is of a class of this project, by its code; a fault of the operating system has a code and a call besides. */
function isForeseen(error: Error & { readonly code?: unknown; readonly syscall?: unknown }): boolean {
  const { code, syscall } = error;
  if (typeof code !== "string" || syscall !== undefined) return false;
  return /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(code) && !FOREIGN_CODES.test(code);
}
