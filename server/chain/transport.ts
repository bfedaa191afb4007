/** What a node sent back. */
export interface Reply {
  /** The HTTP status; 200 where there is none. */
  readonly status: number;
  /** The JSON; undefined when it was none. */
  readonly content: unknown;
  /** How many milliseconds the node asks to be left alone. */
  readonly retryAfter?: number | undefined;
}

/** Carries the text of JSON-RPC requests to a node. */
export interface Transport {
  /**
   * Sends one message or a batch.
   *
   * @param method What is asked, for the words of an error.
   * @throws {RpcError} RPC_UNREACHABLE or RPC_TIMEOUT.
   */
  send(messages: object, method: string, signal?: AbortSignal): Promise<Reply>;

  /** Calls `listener` at each new block that the node tells of by itself; undefined where it cannot. */
  readonly subscribe?: (listener: () => void) => () => void;

  close(): void;
}
