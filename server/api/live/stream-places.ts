/** How many streams may be open at once. */
export interface StreamLimits {
  readonly all: number;
  /** Of one token, person or account. */
  readonly perPrincipal: number;
  /** From one address. */
  readonly perAddress: number;
}

const USUAL_STREAM_LIMITS: StreamLimits = { all: 2_000, perPrincipal: 20, perAddress: 100 };

/** Who opens a stream. */
export interface StreamHolder {
  /** Undefined where anybody may open one. */
  readonly principal: string | undefined;
  readonly address: string;
}

/** The streams that are open, counted by who opened them. */
export class StreamPlaces {
  readonly #limits: StreamLimits;
  readonly #taken = new Map<string, number>();
  #open = 0;

  constructor(limits: StreamLimits = USUAL_STREAM_LIMITS) {
    this.#limits = limits;
  }

  /** How many are open. */
  get open(): number {
    return this.#open;
  }

  /** Takes a place; undefined when there is none left. What is returned gives it back, once. */
  take({ principal, address }: StreamHolder): (() => void) | undefined {
    const { all, perAddress, perPrincipal } = this.#limits;
    const keys: (readonly [key: string, limit: number])[] = [[`address ${address}`, perAddress]];
    if (principal !== undefined) keys.push([`principal ${principal}`, perPrincipal]);
    const isFree = this.#open < all && keys.every(([key, limit]) => (this.#taken.get(key) ?? 0) < limit);
    if (!isFree) return undefined;
    this.#open += 1;
    for (const [key] of keys) this.#taken.set(key, (this.#taken.get(key) ?? 0) + 1);
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      this.#open -= 1;
      for (const [key] of keys) this.#giveBack(key);
    };
  }

  #giveBack(key: string): void {
    const left = (this.#taken.get(key) ?? 0) - 1;
    if (left > 0) this.#taken.set(key, left);
    else this.#taken.delete(key);
  }
}
