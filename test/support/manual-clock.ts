import type { Clock } from "../../server/chain/clock.ts";

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

/** A clock that goes on only when it is told to. */
export class ManualClock implements Clock {
  #now: number;
  readonly #sleepers = new Set<Sleeper>();

  /** @param now Unix milliseconds. */
  constructor(now = 0) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  /** How many wait. */
  get sleeping(): number {
    return this.#sleepers.size;
  }

  /** Milliseconds until the first of those who wait is woken; undefined when nobody does. */
  get next(): number | undefined {
    const times = [...this.#sleepers].map(({ until }) => until);
    return times.length === 0 ? undefined : Math.max(0, Math.min(...times) - this.#now);
  }

  async sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    await new Promise<void>((resolve, reject) => {
      const stop = () => {
        this.#sleepers.delete(sleeper);
        reject(signal?.reason);
      };
      const wake = () => {
        signal?.removeEventListener("abort", stop);
        this.#sleepers.delete(sleeper);
        resolve();
      };
      const sleeper: Sleeper = { until: this.#now + milliseconds, wake };
      signal?.addEventListener("abort", stop, { once: true });
      this.#sleepers.add(sleeper);
    });
  }

  deadline(milliseconds: number): AbortSignal {
    const controller = new AbortController();
    void this.sleep(milliseconds).then(() => controller.abort(new DOMException("too late", "TimeoutError")));
    return controller.signal;
  }

  /** Lets time pass, and wakes those whose time has come, the earliest first. */
  pass(milliseconds: number): void {
    this.#now += milliseconds;
    const due = [...this.#sleepers].filter(({ until }) => until <= this.#now);
    for (const { wake } of due.toSorted((one, other) => one.until - other.until)) wake();
  }
}
