import { type JsonAnswer, keptAnswer } from "./send-json.ts";

/** An answer with what is told beside it. */
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
  readonly #once = new Answers<Pick<JsonAnswer, "digest" | "pieces"> & Pick<KeptAnswer, "next">>(ONCE_AT_MOST);
  readonly #again = new Answers<KeptAnswer>(AGAIN_AT_MOST);
  #state = "";

  /** @param state What answers follow from beside the question. */
  get(state: string, question: string): KeptAnswer | undefined {
    if (state !== this.#state) this.#begin(state);
    const known = this.#again.get(question);
    if (known !== undefined) return known;
    const once = this.#once.take(question);
    if (once === undefined) return undefined;
    const answer = { json: keptAnswer(once), next: once.next };
    this.#again.add(question, answer.json.bytes.length, answer);
    return answer;
  }

  /** Keeps an answer given from `state`; one that is no longer the present state is not kept. */
  keep(state: string, question: string, { json, next }: KeptAnswer): void {
    const { bytes, digest, pieces } = json;
    if (state !== this.#state || bytes.length > BYTES_OF_ONE || this.#again.get(question) !== undefined) return;
    // The bytes will be written over once they are sent.
    this.#once.add(question, bytes.length, { digest, pieces, next });
  }

  #begin(state: string): void {
    this.#state = state;
    this.#once.clear();
    this.#again.clear();
  }
}

/** Answers in the order they came, no more of them than there is room for. */
class Answers<Answer> {
  readonly #answers = new Map<string, { readonly answer: Answer; readonly length: number }>();
  readonly #atMost: number;
  #bytes = 0;

  constructor(atMost: number) {
    this.#atMost = atMost;
  }

  get(question: string): Answer | undefined {
    return this.#answers.get(question)?.answer;
  }

  add(question: string, length: number, answer: Answer): void {
    this.take(question);
    this.#answers.set(question, { answer, length });
    this.#bytes += length;
    for (const oldest of this.#answers.keys()) {
      if (this.#bytes <= this.#atMost) return;
      this.take(oldest);
    }
  }

  take(question: string): Answer | undefined {
    const found = this.#answers.get(question);
    if (found === undefined) return undefined;
    this.#answers.delete(question);
    this.#bytes -= found.length;
    return found.answer;
  }

  clear(): void {
    this.#answers.clear();
    this.#bytes = 0;
  }
}
