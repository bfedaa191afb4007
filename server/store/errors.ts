/**
 * Why a store cannot do what it was asked.
 *
 * - `FOREIGN_LEDGER` it holds another ledger than the one asked for.
 * - `OUTDATED` an earlier version of this program wrote it, in another form.
 * - `NEWER` a later version of this program wrote it.
 * - `DAMAGED` files of it are missing, altered, or do not belong together.
 * - `CORRUPT` a stored value is not what was written.
 * - `LOCKED` another process has it open.
 * - `UNUSABLE` its directory cannot be read or written.
 * - `WRITE_FAILED` a batch was not written; the store has been reopened and stands at its cursor.
 * - `CLOSED` it was closed, or is being reopened; a new snapshot may work.
 * - `NOT_CONNECTED` a block was given that does not follow the stored head.
 * - `UNPROVEN` what it holds has not been compared with the contracts' journals yet.
 * - `ROLLBACK_TOO_DEEP` undo data does not reach back that far.
 */
export type StoreErrorCode =
  | "FOREIGN_LEDGER"
  | "OUTDATED"
  | "NEWER"
  | "DAMAGED"
  | "CORRUPT"
  | "LOCKED"
  | "UNUSABLE"
  | "WRITE_FAILED"
  | "CLOSED"
  | "NOT_CONNECTED"
  | "UNPROVEN"
  | "ROLLBACK_TOO_DEEP";

/** An error of the store. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "StoreError";
    this.code = code;
  }
}

/** Whether an error says that the store itself cannot be trusted any more, and has to be mirrored anew. */
export function isRot(error: unknown): error is StoreError {
  return error instanceof StoreError && (error.code === "DAMAGED" || error.code === "CORRUPT");
}

/** What a file or database error says of itself, the innermost cause first. */
export function causeOf(error: unknown): { code: string | undefined; message: string } {
  if (!(error instanceof Error)) return { code: undefined, message: String(error) };
  if (error.cause instanceof Error) return causeOf(error.cause);
  const { code } = error as { code?: unknown };
  return { code: typeof code === "string" ? code : undefined, message: error.message };
}
