import type { BlockMark } from "../store/reader.ts";

/** The contracts count other events than those that were read or mirrored. */
export class MismatchError extends Error {
  readonly code = "JOURNAL_MISMATCH";

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "MismatchError";
  }
}

/** What is mirrored already is not what the contracts count: it has to be set aside and mirrored anew. */
export class MirroredMismatchError extends MismatchError {
  constructor(head: BlockMark, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`what is mirrored up to block ${head.number} (${head.hash}) is not what the contracts count: ${reason}`, {
      cause,
    });
  }
}
