import { join } from "node:path";
import type { DatabaseFactory } from "../../store/database.ts";
import type { Position } from "../position.ts";
import { type AddressRules, faultOfUrl } from "./addresses.ts";
import { Courier, type CourierWorld } from "./courier.ts";
import type { Poster } from "./post.ts";
import { WebhookKey } from "./secrets.ts";
import { type Attempt, type DeadLetter, freshId, type Subscription } from "./subscription.ts";
import { WebhookStore } from "./webhook-store.ts";

/** What webhooks work with. */
export interface WebhooksOptions extends Omit<CourierWorld, "store" | "key"> {
  /** Where they are kept. */
  readonly directory: string;
  /** Tells their ledger from others. */
  readonly ledger: string;
  readonly rules: AddressRules;
  /** Makes the handle of the database that they are kept in; tests pass one of their own. */
  readonly database?: DatabaseFactory;
  /** Makes what sends the requests of one subscription. */
  readonly posterFor: () => Poster;
}

/** What somebody wants who subscribes. */
export type Wish = Pick<Subscription, "token" | "url" | "description" | "filter" | "onGivingUp" | "position">;

/** What is asked of webhooks that is not done, and why. */
export class WebhookError extends Error {
  readonly code: "NOT_FOUND" | "TOO_MANY" | "URL_REFUSED";

  constructor(code: WebhookError["code"], message: string) {
    super(message);
    this.name = "WebhookError";
    this.code = code;
  }
}

/** How many subscriptions there may be: each has a courier and a connection of its own, so that a slow receiver delays nobody. */
const MOST = { perToken: 20, all: 256 };

/** How long a secret is used beside the one that took its place, seconds. */
const OVERLAP = 86_400;

/** The subscriptions to events, and what delivers to them. */
export class Webhooks {
  readonly #options: WebhooksOptions;
  readonly #key: WebhookKey;
  readonly #store: WebhookStore;
  readonly #couriers = new Map<string, Courier>();
  #isStarted = false;

  private constructor(options: WebhooksOptions, key: WebhookKey, store: WebhookStore) {
    this.#options = options;
    this.#key = key;
    this.#store = store;
  }

  /** Opens what is kept. Nothing is delivered before `start`. */
  static async open(options: WebhooksOptions): Promise<Webhooks> {
    const key = await WebhookKey.in(join(options.directory, "key"));
    const store = await WebhookStore.open(
      options.directory,
      { key: key.fingerprint, ledger: options.ledger },
      options.database,
    );
    const webhooks = new Webhooks(options, key, store);
    for (const subscription of await store.subscriptions()) webhooks.#employ(subscription);
    return webhooks;
  }

  /** Begins to deliver. */
  start(): void {
    this.#isStarted = true;
    for (const courier of this.#couriers.values()) courier.start();
  }

  /** Ends all deliveries under way, and closes what is kept. */
  async close(): Promise<void> {
    await Promise.all([...this.#couriers.values()].map((courier) => courier.stop()));
    await this.#store.close();
  }

  /** All subscriptions, with how many blocks each is behind the mirrored head. */
  standing(): readonly { readonly subscription: Subscription; readonly lag: number | null }[] {
    return [...this.#couriers.values()].map(({ subscription, lag }) => ({ subscription, lag }));
  }

  /** How many blocks a subscription is behind the mirrored head; null before the first look. */
  lagOf(id: string): number | null {
    return this.#couriers.get(id)?.lag ?? null;
  }

  /** The subscriptions of a token. */
  list(token: string): Subscription[] {
    const all = [...this.#couriers.values()].map(({ subscription }) => subscription);
    return all.filter((one) => one.token === token).toSorted((one, other) => one.createdAt - other.createdAt);
  }

  /** @throws {WebhookError} NOT_FOUND when the token has none of this id. */
  get(token: string, id: string): Subscription {
    return this.#of(token, id).subscription;
  }

  /**
   * Subscribes.
   *
   * @returns the subscription and the secret that its messages are signed with, which is told this once.
   * @throws {WebhookError} URL_REFUSED, TOO_MANY.
   */
  async create(wish: Wish): Promise<{ readonly subscription: Subscription; readonly secret: string }> {
    const fault = faultOfUrl(wish.url, this.#options.rules);
    if (fault !== undefined) throw new WebhookError("URL_REFUSED", fault);
    if (this.#couriers.size >= MOST.all || this.list(wish.token).length >= MOST.perToken) {
      throw new WebhookError("TOO_MANY", `${MOST.perToken} of a token and ${MOST.all} in all`);
    }
    const subscription: Subscription = {
      ...wish,
      id: freshId(),
      ...{ state: "ACTIVE", reason: null, createdAt: Math.floor(this.#options.clock.now() / 1_000) },
      ...{ generation: 1, previousUntil: null, sent: wish.position, epoch: 0, owed: null, trying: null, redeliver: [] },
    };
    await this.#store.put(subscription);
    const courier = this.#employ(subscription);
    if (this.#isStarted) courier.start();
    return { subscription, secret: this.#key.secretOf(subscription.id, subscription.generation) };
  }

  /** Delivers nothing more until it is resumed; what happens meanwhile is delivered then. */
  async pause(token: string, id: string): Promise<Subscription> {
    return this.#change(token, id, (present) => {
      return present.state === "ACTIVE" ? { ...present, state: "PAUSED", reason: "OWNER" } : present;
    });
  }

  /** Delivers again, at once, also to a receiver that had been given up. */
  async resume(token: string, id: string): Promise<Subscription> {
    return this.#change(token, id, (present) => ({ ...present, state: "ACTIVE", reason: null, trying: null }));
  }

  /** Signs with a fresh secret from now on, and for a day with the present one as well. */
  async rotateSecret(
    token: string,
    id: string,
  ): Promise<{ readonly subscription: Subscription; readonly secret: string }> {
    const previousUntil = Math.floor(this.#options.clock.now() / 1_000) + OVERLAP;
    const subscription = await this.#change(token, id, (present) => {
      return { ...present, generation: present.generation + 1, previousUntil };
    });
    return { subscription, secret: this.#key.secretOf(id, subscription.generation) };
  }

  /** Tells everything after a position anew, under other ids. */
  async replay(token: string, id: string, position: Position): Promise<Subscription> {
    return this.#change(token, id, (present) => {
      return { ...present, position, epoch: present.epoch + 1, trying: null };
    });
  }

  /** Delivers dead letters again, those of some numbers or all. */
  async redeliver(token: string, id: string, numbers: readonly number[] | "all"): Promise<Subscription> {
    const courier = this.#of(token, id);
    const letters = await this.#store.letters(id, { after: 0, limit: MOST_LETTERS });
    const asked = letters.map(({ number }) => number).filter((number) => numbers === "all" || numbers.includes(number));
    const subscription = await courier.change((present) => {
      return { ...present, redeliver: [...new Set([...present.redeliver, ...asked])] };
    });
    courier.wake();
    return subscription;
  }

  /** Unsubscribes, and forgets all that was kept of it. */
  async remove(token: string, id: string): Promise<void> {
    const courier = this.#of(token, id);
    this.#couriers.delete(id);
    await courier.stop();
    await this.#store.remove(id);
  }

  /** The newest attempts of a subscription, newest first. */
  async attempts(token: string, id: string): Promise<Attempt[]> {
    return this.#store.attempts(this.get(token, id).id);
  }

  /** Messages that could not be delivered, oldest first. */
  async letters(
    token: string,
    id: string,
    range: { readonly after: number; readonly limit: number },
  ): Promise<DeadLetter[]> {
    return this.#store.letters(this.get(token, id).id, range);
  }

  #of(token: string, id: string): Courier {
    const courier = this.#couriers.get(id);
    if (courier !== undefined && courier.subscription.token === token) return courier;
    throw new WebhookError("NOT_FOUND", `the token ${token} has no webhook ${id}`);
  }

  async #change(token: string, id: string, change: (present: Subscription) => Subscription): Promise<Subscription> {
    const courier = this.#of(token, id);
    const changed = await courier.change(change);
    courier.wake();
    return changed;
  }

  #employ(subscription: Subscription): Courier {
    const world: CourierWorld = { ...this.#options, store: this.#store, key: this.#key };
    const courier = new Courier(subscription, this.#options.posterFor(), world);
    this.#couriers.set(subscription.id, courier);
    return courier;
  }
}

const MOST_LETTERS = 1_000;
