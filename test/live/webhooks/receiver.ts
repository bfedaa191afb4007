import type { Post, Posted, Poster } from "../../../server/live/webhooks/post.ts";
import type { EventItem } from "../../../server/queries/audit/list-events.ts";
import { Notebook } from "../notebook.ts";

/** What a receiver does with a message. */
export type Behaviour =
  | "take"
  /** Takes it, and its answer is lost. */
  | "take and be silent"
  | "fail"
  /** Takes it, and the server dies before the answer arrives. */
  | "take as the server dies";

/** A message as it arrives. */
interface Arrived {
  readonly type: "ledger.event" | "ledger.reorganised";
  readonly data: EventItem & { readonly from: number };
  readonly cursor: string;
}

const TAKEN: Posted = { status: 204, fault: null, retryAfter: undefined };
const SILENT: Posted = { status: null, fault: "TIMEOUT", retryAfter: undefined };

/** A receiver in memory: knows by its id what it has, and writes down the rest. */
export class Receiver {
  notes = new Notebook();
  /** Every request, by the id of its message. */
  readonly arrived: string[] = [];
  readonly posts: Post[] = [];
  /** What it does with the next ones; takes them when there is nothing. */
  plan: Behaviour[] = [];
  /** What it answers instead, while there is something. */
  answer: Posted | undefined;
  /** Called when the server is to die. */
  onDeath: () => void = () => undefined;
  readonly #known = new Set<string>();
  #busy = 0;
  /** The most requests that it had at once. */
  atOnce = 0;

  readonly poster: Poster = { post: (post) => this.#take(post), close: () => undefined };

  get lastCursor(): string | undefined {
    const body = this.posts.at(-1)?.body;
    return body === undefined ? undefined : (JSON.parse(body) as Arrived).cursor;
  }

  async #take(post: Post): Promise<Posted> {
    this.#busy += 1;
    this.atOnce = Math.max(this.atOnce, this.#busy);
    try {
      await new Promise((resolve) => setImmediate(resolve));
      if (this.answer !== undefined) return this.answer;
      const behaviour = this.plan.shift() ?? "take";
      if (behaviour === "fail") return { status: 500, fault: null, retryAfter: undefined };
      this.#read(post);
      if (behaviour === "take") return TAKEN;
      if (behaviour === "take and be silent") return SILENT;
      this.onDeath();
      if (!post.signal.aborted) await new Promise((resolve) => post.signal.addEventListener("abort", resolve));
      return SILENT;
    } finally {
      this.#busy -= 1;
    }
  }

  #read(post: Post): void {
    const id = post.headers["webhook-id"] ?? "";
    this.posts.push(post);
    this.arrived.push(id);
    if (this.#known.has(id)) return;
    this.#known.add(id);
    const { type, data } = JSON.parse(post.body) as Arrived;
    if (type === "ledger.reorganised") this.notes.strike(data.from);
    else this.notes.write(data);
  }
}
