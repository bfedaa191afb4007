import { type JsonAnswer, keptAnswer } from "./send-json.ts";

/** An answer with what is told beside it. */
export interface KeptAnswer {
  readonly json: JsonAnswer;
  /** The address of the next page. */
  readonly next: string | undefined;
}

/** An answer just made, and from which state. */
export interface MadeAnswer extends KeptAnswer {
  readonly state: string;
}

/** As much of the memory as answers may take that were asked for again, and those that were not yet, bytes. */
const [AGAIN_AT_MOST, ONCE_AT_MOST] = [64 * 1_024 * 1_024, 4 * 1_024 * 1_024];

/** Others than the usual limits, and another clock. */
export interface AnswerCacheOptions {
  /** Bytes of answers that were asked for again. */
  readonly againAtMost?: number;
  /** Bytes of those that were not yet. */
  readonly onceAtMost?: number;
  /** Milliseconds. */
  readonly clock?: () => number;
}

/** An answer that took so many milliseconds is worth its room at once: it was work, or there is much of it. */
const WORK = 50;

/** No answer is kept that would push out many others, bytes. */
const BYTES_OF_ONE = 1_024 * 1_024;

/**
 * Answers as they were given, kept for as long as the state they follow from is the present one: the next block forgets all of them.
 * Most are asked for once. What was asked for again stays longer; when there is no more room the oldest go.
 */
export class AnswerCache {
  readonly #once: Answers<Pick<JsonAnswer, "digest" | "pieces"> & Pick<KeptAnswer, "next">>;
  readonly #again: Answers<KeptAnswer>;
  readonly #clock: () => number;
  #making = new Map<string, Promise<MadeAnswer>>();
  #state = "";

  constructor({
    againAtMost = AGAIN_AT_MOST,
    onceAtMost = ONCE_AT_MOST,
    clock = () => performance.now(),
  }: AnswerCacheOptions = {}) {
    this.#again = new Answers(againAtMost);
    this.#once = new Answers(onceAtMost);
    this.#clock = clock;
  }

  /**
   * The answer to a question, as it was given before or made now; once for all who ask it at the same time.
   *
   * @param state What answers follow from beside the question: the present one.
   * @param make Makes the answer, and tells from which state, since a block may come in between.
   */
  async answer(state: string, question: string, make: () => Promise<MadeAnswer>): Promise<KeptAnswer> {
    if (state !== this.#state) this.#begin(state);
    const known = this.#known(question);
    if (known !== undefined) return known;
    const making = this.#making;
    const others = making.get(question);
    if (others !== undefined) return { ...(await others), json: keptAnswer((await others).json) };
    const begun = this.#clock();
    const made = make();
    making.set(question, made);
    try {
      const answer = await made;
      if (answer.state === state) this.#keep(state, question, answer, this.#clock() - begun);
      return answer;
    } finally {
      making.delete(question);
    }
  }

  #known(question: string): KeptAnswer | undefined {
    const known = this.#again.get(question);
    if (known !== undefined) return known;
    const once = this.#once.take(question);
    if (once === undefined) return undefined;
    const answer = { json: keptAnswer(once), next: once.next };
    this.#again.add(question, answer.json.bytes.length, answer);
    return answer;
  }

  /** Keeps an answer, unless its state is no longer the present one. */
  #keep(state: string, question: string, { json, next }: KeptAnswer, milliseconds: number): void {
    const { bytes, digest, pieces } = json;
    if (state !== this.#state || bytes.length > BYTES_OF_ONE) return;
    // The bytes will be written over once they are sent.
    if (milliseconds < WORK) this.#once.add(question, bytes.length, { digest, pieces, next });
    else this.#again.add(question, bytes.length, { json: keptAnswer(json), next });
  }

  #begin(state: string): void {
    this.#state = state;
    this.#making = new Map();
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
