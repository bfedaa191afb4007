import { inBytes, type JsonAnswer } from "./send-json.ts";

/** An answer that is kept. */
export interface KeptAnswer {
  readonly json: JsonAnswer;
  /** The address of the next page. */
  readonly next: string | undefined;
}

/** As much of the memory as answers may take that were asked for again, and those that were not yet, bytes. */
const [AGAIN_AT_MOST, ONCE_AT_MOST] = [64 * 1_024 * 1_024, 4 * 1_024 * 1_024];

/** No answer is kept that would push out many others, bytes. */
const BYTES_OF_ONE = 1_024 * 1_024;

/**
 * Answers as they were given, kept for as long as the state they follow from is the present one: the next block forgets all of them.
 * Most are asked for once. What was asked for again stays longer; when there is no more room the oldest go.
 */
export class AnswerCache {
  readonly #once = new Answers(ONCE_AT_MOST);
  readonly #again = new Answers(AGAIN_AT_MOST);
  #state = "";

  /** @param state What answers follow from beside the question. */
  get(state: string, question: string): KeptAnswer | undefined {
    if (state !== this.#state) this.#begin(state);
    const known = this.#again.get(question);
    if (known !== undefined) return known;
    const answer = this.#once.take(question);
    if (answer === undefined) return undefined;
    const kept = { ...answer, json: inBytes(answer.json) };
    this.#again.add(question, kept);
    return kept;
  }

  /** Keeps an answer given from `state`; one that is no longer the present state is not kept. */
  keep(state: string, question: string, answer: KeptAnswer): void {
    if (state !== this.#state || answer.json.length > BYTES_OF_ONE || this.#again.get(question) !== undefined) return;
    this.#once.add(question, answer);
  }

  #begin(state: string): void {
    this.#state = state;
    this.#once.clear();
    this.#again.clear();
  }
}

/** Answers in the order they came, no more of them than there is room for. */
class Answers {
  readonly #answers = new Map<string, KeptAnswer>();
  readonly #atMost: number;
  #bytes = 0;

  constructor(atMost: number) {
    this.#atMost = atMost;
  }

  get(question: string): KeptAnswer | undefined {
    return this.#answers.get(question);
  }

  add(question: string, answer: KeptAnswer): void {
    this.take(question);
    this.#answers.set(question, answer);
    this.#bytes += answer.json.length;
    for (const oldest of this.#answers.keys()) {
      if (this.#bytes <= this.#atMost) return;
      this.take(oldest);
    }
  }

  take(question: string): KeptAnswer | undefined {
    const answer = this.#answers.get(question);
    if (answer === undefined) return undefined;
    this.#answers.delete(question);
    this.#bytes -= answer.json.length;
    return answer;
  }

  clear(): void {
    this.#answers.clear();
    this.#bytes = 0;
  }
}
