import type { JsonAnswer } from "./send-json.ts";

/** An answer that is kept. */
export interface KeptAnswer {
  readonly json: JsonAnswer;
  /** The address of the next page. */
  readonly next: string | undefined;
}

/** As much of the memory as kept answers may take, bytes. */
const BYTES_AT_MOST = 64 * 1_024 * 1_024;

/** No answer is kept that would push out many others, bytes. */
const BYTES_OF_ONE = 1_024 * 1_024;

/**
 * Answers as they were given, kept for as long as the state they follow from is the present one: the next block forgets all of them.
 * When there is no more room the oldest go.
 */
export class AnswerCache {
  readonly #answers = new Map<string, KeptAnswer>();
  #state = "";
  #bytes = 0;

  /** @param state What answers follow from beside the question. */
  get(state: string, question: string): KeptAnswer | undefined {
    if (state !== this.#state) this.#begin(state);
    return this.#answers.get(question);
  }

  /** Keeps an answer given from `state`; one that is no longer the present state is not kept. */
  keep(state: string, question: string, answer: KeptAnswer): void {
    const { length } = answer.json.bytes;
    if (state !== this.#state || length > BYTES_OF_ONE || this.#answers.has(question)) return;
    this.#answers.set(question, answer);
    this.#bytes += length;
    for (const [oldest, { json }] of this.#answers) {
      if (this.#bytes <= BYTES_AT_MOST) return;
      this.#answers.delete(oldest);
      this.#bytes -= json.bytes.length;
    }
  }

  #begin(state: string): void {
    this.#state = state;
    this.#answers.clear();
    this.#bytes = 0;
  }
}
