/** Wakes who sleeps: its signal aborts when it rings, and when `ending` does. */
export class Bell {
  readonly #ending: AbortSignal;
  #round = new AbortController();
  #signal: AbortSignal;

  constructor(ending: AbortSignal) {
    this.#ending = ending;
    this.#signal = AbortSignal.any([ending, this.#round.signal]);
  }

  get signal(): AbortSignal {
    return this.#signal;
  }

  ring(): void {
    this.#round.abort();
  }

  /** What rang until now is heard. */
  reset(): void {
    if (!this.#round.signal.aborted) return;
    this.#round = new AbortController();
    this.#signal = AbortSignal.any([this.#ending, this.#round.signal]);
  }
}
