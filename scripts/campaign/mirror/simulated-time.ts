import type { Clock } from "../../../server/chain/clock.ts";

/** Time that passes only where somebody waits. */
export class SimulatedTime implements Clock {
  #now = 1_600_000_000_000;
  #deadlines = new Set<AbortController>();

  now(): number {
    return this.#now;
  }

  async sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    this.pass(milliseconds);
    await new Promise((resolve) => setImmediate(resolve));
    signal?.throwIfAborted();
  }

  deadline(): AbortSignal {
    const controller = new AbortController();
    this.#deadlines.add(controller);
    return controller.signal;
  }

  pass(milliseconds: number): void {
    this.#now += milliseconds;
  }

  /** Nothing answers until all that is waited for is given up. */
  expire(): void {
    const waiting = [...this.#deadlines];
    this.#deadlines.clear();
    for (const controller of waiting) controller.abort();
  }
}
