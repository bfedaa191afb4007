import type { Clock } from "../chain/clock.ts";

/** What a mirror says of itself, as far as followers need it. */
interface Moved {
  readonly state: string;
  readonly head: { readonly hash: string } | null | undefined;
}

/** Wakes followers when the mirrored head has moved. It tells that something is new, never what: that is read from a snapshot. */
export class Heads {
  readonly #waiting = new Set<() => void>();
  #last = "";
  #version = 0;

  /** How often it moved. Taken before a snapshot, it tells afterwards whether there is anything newer. */
  get version(): number {
    return this.#version;
  }

  /** To be told after every step of the mirror; does nothing when nothing moved. */
  notice({ state, head }: Moved): void {
    const present = `${state} ${head?.hash}`;
    if (present === this.#last) return;
    this.#last = present;
    this.#version += 1;
    for (const wake of [...this.#waiting]) wake();
  }

  /** Resolves once it has moved since `version`, after `milliseconds`, or when `signal` aborts, whichever is first. */
  async movedSince(version: number, milliseconds: number, clock: Clock, signal: AbortSignal): Promise<void> {
    if (version !== this.#version || signal.aborted) return;
    const waking = new AbortController();
    const wake = () => waking.abort();
    this.#waiting.add(wake);
    signal.addEventListener("abort", wake, { once: true });
    await clock.sleep(milliseconds, waking.signal).catch(() => undefined);
    signal.removeEventListener("abort", wake);
    this.#waiting.delete(wake);
  }
}
