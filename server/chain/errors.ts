/**
 * Why a node did not answer as asked.
 *
 * - `RPC_UNREACHABLE` it cannot be reached, or says that it is overloaded.
 * - `RPC_TIMEOUT` it did not answer in time.
 * - `RPC_ERROR` it answered with an error.
 * - `RPC_MALFORMED` its answer is not of the form, or contradicts the question or itself.
 */
export type RpcErrorCode = "RPC_UNREACHABLE" | "RPC_TIMEOUT" | "RPC_ERROR" | "RPC_MALFORMED";

/** A failure of a node. Its message names the node by scheme, host and port alone: paths and users of endpoints are secrets. */
export class RpcError extends Error {
  readonly code: RpcErrorCode;
  /** The JSON-RPC error code or HTTP status the node gave. */
  readonly answerCode: number | undefined;

  constructor(code: RpcErrorCode, message: string, answerCode?: number) {
    super(message);
    this.name = "RpcError";
    this.code = code;
    this.answerCode = answerCode;
  }

  /** Whether the same request may succeed when it is sent again. */
  get isTransient(): boolean {
    return this.code === "RPC_UNREACHABLE" || this.code === "RPC_TIMEOUT";
  }
}

/** Whether a node refused a request because it covers too much; each provider words it in its own way. */
export function isTooLarge(error: unknown): boolean {
  if (!(error instanceof RpcError)) return false;
  if (error.code === "RPC_TIMEOUT" || error.answerCode === -32005 || error.answerCode === 413) return true;
  const words = /range|too (many|large|big|wide)|limit|exceed|more than|max(imum)?\b|response size|timed? ?out/i;
  return error.code === "RPC_ERROR" && words.test(error.message);
}
