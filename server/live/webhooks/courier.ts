import type { Log } from "../../store/log.ts";
import type { StoreReader } from "../../store/reader.ts";
import type { Heads } from "../heads.ts";
import { blockOf } from "../position.ts";
import { writePosition } from "../position-text.ts";
import { type Following, type Reorganised, type Told, tell } from "../tell.ts";
import { type Attempted, type AttemptWorld, attemptDelivery } from "./attempt.ts";
import { type EventMessage, eventMessages, type PositionWriter, reorganisedMessage } from "./message.ts";
import type { Poster } from "./post.ts";
import { redeliverFirst } from "./redelivery.ts";
import { afterFailure, type RetryPolicy } from "./retry.ts";
import type { Attempt, Owed, StopReason, Subscription } from "./subscription.ts";
import { type Beside, DEAD_LETTERS_KEPT, type WebhookStore } from "./webhook-store.ts";

/** What couriers work with. */
export interface CourierWorld extends AttemptWorld {
  readonly store: WebhookStore;
  readonly openReader: () => StoreReader;
  readonly isLive: () => boolean;
  readonly heads: Pick<Heads, "version" | "movedSince">;
  /** What the bearer of a token may be told now, or why nothing. */
  readonly viewFor: (token: string) => Promise<Following<object>["view"] | StopReason>;
  readonly retries: RetryPolicy;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly log: Log;
}

/** How many events are looked at at once. */
const RUN = 20;

/** Milliseconds between two looks where nothing wakes a courier. */
const LOOK_AGAIN_MS = 60_000;

/** Milliseconds after something of this server failed. */
const AFTER_FAULT_MS = 5_000;

/**
 * Delivers the messages of one subscription, one after the other: the next when the one before was delivered or given up. What was
 * delivered is written down before the next is sent, so that a server that is killed sends at most one message again, under the same id.
 */
export class Courier {
  readonly #world: CourierWorld;
  readonly #poster: Poster;
  readonly #stopping = new AbortController();
  #subscription: Subscription;
  #waking = new AbortController();
  #changing: Promise<unknown> = Promise.resolve();
  #running: Promise<void> | undefined;
  #lag: number | null = null;

  constructor(subscription: Subscription, poster: Poster, world: CourierWorld) {
    this.#subscription = subscription;
    this.#poster = poster;
    this.#world = world;
  }

  get subscription(): Subscription {
    return this.#subscription;
  }

  /** How many blocks what was delivered is behind the mirrored head; null before the first look. */
  get lag(): number | null {
    return this.#lag;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** Gives up the attempt under way and stops. What it was about is sent again after the next start. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#waking.abort();
    await this.#running;
    this.#poster.close();
  }

  /** Changes the subscription durably, one change after the other; a courier that waits looks at it again. */
  async change(change: (present: Subscription) => Subscription, beside: Beside = {}): Promise<Subscription> {
    const turn = this.#changing.then(async () => {
      const next = change(this.#subscription);
      if (next !== this.#subscription || Object.keys(beside).length > 0) await this.#world.store.put(next, beside);
      this.#subscription = next;
      return next;
    });
    this.#changing = turn.catch(() => undefined);
    return turn;
  }

  /** Looks again now, whatever it waits for. */
  wake(): void {
    this.#waking.abort();
  }

  async #run(): Promise<void> {
    const { clock, log } = this.#world;
    while (!this.#stopping.signal.aborted) {
      this.#waking = new AbortController();
      try {
        await this.#turn();
      } catch (error) {
        if (this.#stopping.signal.aborted) return;
        log.warn(`webhook ${this.#subscription.id}: ${error instanceof Error ? error.message : String(error)}`);
        await clock.sleep(AFTER_FAULT_MS, this.#signal).catch(() => undefined);
      }
    }
  }

  get #signal(): AbortSignal {
    return AbortSignal.any([this.#stopping.signal, this.#waking.signal]);
  }

  /** One look, and what follows from it. */
  async #turn(): Promise<void> {
    const { heads, clock, viewFor } = this.#world;
    const { state, token, trying, owed, epoch } = this.#subscription;
    if (state !== "ACTIVE") return this.#wait(LOOK_AGAIN_MS);
    const view = await viewFor(token);
    if (typeof view === "string") return this.#stopDelivering("DISABLED", view);
    if (this.#subscription.redeliver.length > 0) return this.#redeliver();
    const pause = (trying?.notBefore ?? 0) - clock.now();
    if (pause > 0) return this.#wait(pause);

    if (owed !== null) {
      await this.#deliver(owed, epoch, (present) => ({ ...present, owed: null, trying: null }));
      return;
    }
    const { version } = heads;
    if (await this.#lookAndDeliver(view)) await heads.movedSince(version, LOOK_AGAIN_MS, clock, this.#signal);
  }

  /** Reads what comes next, and delivers it. Returns whether that was all there is for now. */
  async #lookAndDeliver(view: Following<object>["view"]): Promise<boolean> {
    const { openReader, isLive } = this.#world;
    const { filter, position, sent, id, epoch } = this.#subscription;
    const mirror = isLive() ? "live" : "on its way";
    const reader = openReader();
    let told: Told<object>;
    try {
      told = await tell(reader, position, { filter, view, limit: RUN }, mirror, sent);
    } finally {
      await reader.close();
    }
    if (told.kind === "WAIT") return true;
    const write: PositionWriter = (at) => writePosition(at, reader.identity);
    if (told.kind === "REORGANISED") {
      await this.#owe(told, write);
      return false;
    }
    const messages = eventMessages(told, { id, epoch }, write);
    const last = messages.at(-1);
    this.#lag = last === undefined && told.isCurrent ? 0 : told.head.number - blockOf(position.place);
    if (last === undefined) {
      await this.#passOver(told.position);
      return told.isCurrent;
    }
    await this.change((present) =>
      last.position.place > present.sent.place ? { ...present, sent: last.position } : present,
    );
    for (const message of messages) {
      const advance = (present: Subscription) => ({ ...present, position: message.position, trying: null });
      if (!(await this.#deliver(message, epoch, advance))) return false;
    }
    return false;
  }

  /** Decides to say that blocks were replaced. */
  async #owe(told: Reorganised, write: PositionWriter): Promise<void> {
    await this.change((present) => {
      const epoch = present.epoch + 1;
      const owed = reorganisedMessage(told, { id: present.id, epoch }, write);
      // What was not delivered yet is before what stands; or else all up to there is told.
      const isBehind = present.position.place < told.position.place;
      const position = isBehind ? present.position : told.position;
      return { ...present, epoch, owed, position, sent: told.position, trying: null };
    });
  }

  /** Nothing up to there was for this subscription. Not written down: after a restart it is looked at again. */
  async #passOver(position: Subscription["position"]): Promise<void> {
    const before = this.#subscription;
    if (position === before.position) return;
    await this.#changing;
    if (this.#subscription !== before) return;
    const sent = position.place > before.sent.place ? position : before.sent;
    this.#subscription = { ...before, position, sent };
  }

  /**
   * Tries to deliver a message.
   *
   * @param epoch In which it was made: it is not sent when things are to be told anew meanwhile.
   * @param advance What becomes of the subscription when that is done, or given up.
   * @returns whether the next message may be sent.
   */
  async #deliver(
    message: Owed | EventMessage,
    epoch: number,
    advance: (present: Subscription) => Subscription,
  ): Promise<boolean> {
    const { retries, clock, random, viewFor } = this.#world;
    const isSame = (present: Subscription) => present.epoch === epoch;
    const isTellable = typeof (await viewFor(this.#subscription.token)) !== "string";
    const before = this.#subscription;
    if (!isTellable || !isSame(before) || before.state !== "ACTIVE" || this.#signal.aborted) return false;
    const { attempt, retryAfter } = await this.#send(message, before);
    if (attempt === undefined) return false;
    const advanced = (present: Subscription) => (isSame(present) ? advance(present) : present);
    if (attempt.outcome === "DELIVERED") return isSame(await this.change(advanced, { attempt }));
    if (attempt.outcome === "GONE") {
      await this.#stopDelivering("DISABLED", "GONE", { attempt });
      return false;
    }
    const failure = { message: message.id, before: before.trying, now: clock.now(), random: random(), retryAfter };
    const trying = afterFailure(retries, failure);
    if (trying === "give up") {
      if ("position" in message) return isSame(await this.#giveUp(message, attempt, advanced));
      // Whoever was not told that blocks were replaced must not be told what follows.
      await this.#stopDelivering("PAUSED", "REORGANISATION_UNDELIVERED", { attempt });
      return false;
    }
    await this.change((present) => (isSame(present) ? { ...present, trying } : present), { attempt });
    return false;
  }

  async #giveUp(
    { id: message, type, body, position: { traces } }: EventMessage,
    attempt: Attempt,
    advanced: (present: Subscription) => Subscription,
  ): Promise<Subscription> {
    const { store, log, onAttempt } = this.#world;
    const { id, trying } = this.#subscription;
    const attempts = trying?.message === message ? trying.attempts + 1 : 1;
    const { at, status, fault } = attempt;
    const isFull = (await store.letterCount(id)) + 1 >= DEAD_LETTERS_KEPT;
    log.warn(`webhook ${id}: ${message} could not be delivered and is a dead letter`);
    onAttempt("GIVEN_UP");
    return this.change(
      (present) => {
        const next = advanced(present);
        if (isFull) return { ...next, state: "PAUSED", reason: "DEAD_LETTERS_FULL" };
        return next.onGivingUp === "pause" ? { ...next, state: "PAUSED", reason: "DEAD_LETTER" } : next;
      },
      {
        attempt: { ...attempt, outcome: "GIVEN_UP" },
        letter: { message, type, body, at, attempts, status, fault, block: traces[0] ?? null },
      },
    );
  }

  async #redeliver(): Promise<void> {
    const made = await redeliverFirst(this.#world, this.#subscription, (owed) => this.#send(owed, this.#subscription));
    if (made !== undefined) await this.change(made.change, made.beside);
  }

  #send(owed: Owed, subscription: Subscription): Promise<Attempted> {
    return attemptDelivery(this.#world, this.#poster, owed, subscription, this.#stopping.signal);
  }

  async #stopDelivering(state: "PAUSED" | "DISABLED", reason: StopReason, beside: Beside = {}): Promise<void> {
    this.#world.log.warn(`webhook ${this.#subscription.id} is no longer delivered to: ${reason}`);
    await this.change((present) => ({ ...present, state, reason, trying: null }), beside);
  }

  async #wait(milliseconds: number): Promise<void> {
    await this.#world.clock.sleep(milliseconds, this.#signal).catch(() => undefined);
  }
}
