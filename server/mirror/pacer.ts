import type { Pace } from "./status.ts";

/** Measured over this many milliseconds at least. */
const SHORTEST = 250;

/** Measures how fast a mirror comes on, from when it began to catch up. */
export class Pacer {
  readonly #now: () => number;
  #since: number | undefined;
  #blocks = 0;
  #events = 0;

  /** @param now Unix milliseconds. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Blocks were written. */
  wrote({ blocks, events }: { readonly blocks: number; readonly events: number }): void {
    this.#since ??= this.#now();
    this.#blocks += blocks;
    this.#events += events;
  }

  /** It is at the head: what comes next is measured anew. */
  rest(): void {
    this.#since = undefined;
    this.#blocks = 0;
    this.#events = 0;
  }

  /** @param lag How many blocks are to be mirrored yet. */
  pace(lag: number): Pace | null {
    if (this.#since === undefined) return null;
    const milliseconds = this.#now() - this.#since;
    if (milliseconds < SHORTEST) return null;
    const perSecond = (count: number) => Math.round((count * 1_000) / milliseconds);
    const blocksPerSecond = perSecond(this.#blocks);
    const secondsLeft = Math.ceil((lag * milliseconds) / 1_000 / Math.max(this.#blocks, 1));
    return { eventsPerSecond: perSecond(this.#events), blocksPerSecond, secondsLeft };
  }
}
