import type { Clock } from "./clock.ts";
import { SYSTEM_CLOCK } from "./clock.ts";
import type { RpcErrorCode } from "./errors.ts";
import { FailoverSource, freshNodes, type Node } from "./failover-source.ts";
import type { ChainSource, FinalityTag, Header } from "./source.ts";

type Tag = "latest" | FinalityTag;

/** A head, and which node told it. */
interface ToldHead {
  readonly header: Header;
  readonly node: Node | undefined;
}

/**
 * One chain that several mirrors follow over the same connections. They share what is learnt of the nodes (which rest, what ranges
 * they take, how long they ask to be left alone) and the head: it is asked for once for all, and who finds a new one wakes the others.
 */
export class SharedChain {
  readonly #sources: readonly ChainSource[];
  readonly #nodes: readonly Node[];
  readonly #freshFor: number;
  readonly #clock: Clock;
  readonly #heads = new Map<Tag, { readonly told: Promise<ToldHead>; readonly until: () => number }>();
  readonly #listeners = new Set<() => void>();
  #newest: string | undefined;
  #endListening: (() => void) | undefined;

  /**
   * @param sources Nodes of the chain in the order of preference.
   * @param freshFor How many milliseconds a head is passed on to others that ask for it.
   */
  constructor(sources: readonly ChainSource[], freshFor: number, clock: Clock = SYSTEM_CLOCK) {
    this.#sources = sources;
    this.#nodes = freshNodes(sources);
    this.#freshFor = freshFor;
    this.#clock = clock;
  }

  /** The chain for one more mirror. Closing it leaves the connections to the others. */
  follower(): ChainSource {
    return new Follower(this.#nodes, this, this.#clock);
  }

  /** The head as it was told just now to any follower, or as `ask` finds it. */
  head(tag: Tag, ask: () => Promise<ToldHead>): Promise<ToldHead> {
    const known = this.#heads.get(tag);
    if (known !== undefined && this.#clock.now() < known.until()) return known.told;
    let until = Number.POSITIVE_INFINITY;
    const told = ask();
    const entry = { told, until: () => until };
    this.#heads.set(tag, entry);
    told.then(
      ({ header }) => {
        until = this.#clock.now() + this.#freshFor;
        if (tag === "latest") this.#found(header.hash);
      },
      () => {
        if (this.#heads.get(tag) === entry) this.#heads.delete(tag);
      },
    );
    return told;
  }

  /** The next who asks for a head is told by a node. */
  forgetHeads(): void {
    this.#heads.clear();
  }

  /** Calls `listener` at each new block that a node tells of, or that any follower finds. */
  onHead(listener: () => void): () => void {
    this.#listeners.add(listener);
    this.#endListening ??= this.#listen();
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#endListening?.();
    for (const source of this.#sources) source.close();
  }

  #listen(): () => void {
    const endings = this.#sources.map((source) =>
      source.onHead(() => {
        this.forgetHeads();
        this.#ring();
      }),
    );
    return () => {
      for (const end of endings) end();
    };
  }

  #found(hash: string): void {
    if (this.#newest === hash) return;
    this.#newest = hash;
    this.#ring();
  }

  #ring(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** A shared chain as one mirror reads it. */
class Follower extends FailoverSource {
  readonly #chain: SharedChain;

  constructor(nodes: readonly Node[], chain: SharedChain, clock: Clock) {
    super(nodes, clock);
    this.#chain = chain;
  }

  override async head(tag: Tag = "latest", signal?: AbortSignal): Promise<Header> {
    // No signal: others may wait for the answer when the one who asked goes.
    const ask = () => super.head(tag).then((header) => ({ header, node: this.answered }));
    const { header, node } = await orAborted(this.#chain.head(tag, ask), signal);
    this.answered = node;
    return header;
  }

  override avoid(fault?: RpcErrorCode): void {
    super.avoid(fault);
    this.#chain.forgetHeads();
  }

  override onHead(listener: () => void): () => void {
    return this.#chain.onHead(listener);
  }

  override close(): void {}
}

async function orAborted<T>(answer: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return answer;
  signal.throwIfAborted();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = () => reject(signal.reason);
  signal.addEventListener("abort", abort, { once: true });
  try {
    return await Promise.race([answer, aborted]);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}
