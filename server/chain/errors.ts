/**
 * Why a node did not answer as asked.
 *
 * - `RPC_UNREACHABLE` it cannot be reached, or broke off.
 * - `RPC_OVERLOADED` it says that it is asked too much: wait as long as it says.
 * - `RPC_TIMEOUT` it did not answer in time.
 * - `RPC_ERROR` it answered with an error.
 * - `RPC_MALFORMED` its answer is not of the form, or contradicts the question or itself.
 */
export type RpcErrorCode = "RPC_UNREACHABLE" | "RPC_OVERLOADED" | "RPC_TIMEOUT" | "RPC_ERROR" | "RPC_MALFORMED";

/** "Limit exceeded", of EIP-1474. */
const LIMIT_EXCEEDED = -32_005;

/** What more is known of a failure. */
export interface RpcErrorDetails {
  /** The JSON-RPC error code or HTTP status the node gave. */
  readonly answerCode?: number | undefined;
  /** How many milliseconds the node asks to be left alone. */
  readonly retryAfter?: number | undefined;
  /** The answer could not be read at all: it may have been cut off for its size. */
  readonly isUnreadable?: boolean;
  /** Each answer is well formed, but they contradict each other or what is known: whoever finds that tells the source by `avoid`. */
  readonly isContradiction?: boolean;
}

/** A failure of a node. Its message names the node by scheme, host and port alone: paths and users of endpoints are secrets. */
export class RpcError extends Error {
  readonly code: RpcErrorCode;
  readonly answerCode: number | undefined;
  readonly retryAfter: number | undefined;
  readonly isUnreadable: boolean;
  readonly isContradiction: boolean;

  constructor(code: RpcErrorCode, message: string, details: RpcErrorDetails = {}) {
    super(message);
    this.name = "RpcError";
    this.code = code;
    this.answerCode = details.answerCode;
    this.retryAfter = details.retryAfter;
    this.isUnreadable = details.isUnreadable ?? false;
    this.isContradiction = details.isContradiction ?? false;
  }

  /** Whether the same request may succeed when it is sent again to the same node. */
  get isTransient(): boolean {
    return this.code === "RPC_UNREACHABLE" || this.code === "RPC_OVERLOADED" || this.code === "RPC_TIMEOUT";
  }

  /**
   * Whether a smaller question may be answered where this one was not. Providers word their limits in their own ways, and some
   * only break off; so this is any failure that might be one, and whether it was is seen from what happens to the smaller question.
   */
  get mayBeTooLarge(): boolean {
    if (this.code === "RPC_MALFORMED") return this.isUnreadable;
    // Some providers have one code for "too often" and "too much".
    if (this.code === "RPC_OVERLOADED") return this.answerCode === LIMIT_EXCEEDED;
    return this.code !== "RPC_UNREACHABLE" || this.answerCode !== undefined;
  }
}
