import { join } from "node:path";
import { Heads } from "../../../server/live/heads.ts";
import { positionBefore } from "../../../server/live/position.ts";
import { PUBLIC_ALONE } from "../../../server/live/webhooks/addresses.ts";
import type { RetryPolicy } from "../../../server/live/webhooks/retry.ts";
import { Webhooks, type WebhooksOptions, type Wish } from "../../../server/live/webhooks/webhooks.ts";
import { eventItem } from "../../../server/queries/audit/list-events.ts";
import { type DatabaseFactory, levelDatabase } from "../../../server/store/database.ts";
import { SILENT } from "../../../server/store/log.ts";
import { temporaryDirectory } from "../../support/directory.ts";
import { ManualClock } from "../../support/manual-clock.ts";
import { MirroredChain } from "../../support/mirrored.ts";
import type { SimulatedChain } from "../../support/simulated-chain.ts";
import { Receiver } from "./receiver.ts";

/** Milliseconds that a courier sleeps when it has nothing to do. */
const IDLE_MS = 60_000;

const RETRIES: RetryPolicy = { firstPause: 1_000, longestPause: 8_000, attempts: 5, within: 3_600_000 };

export const TOKEN_ID = "testtest";

/** Webhooks over a simulated chain, with receivers in memory and a time of their own. */
export class WebhookWorld {
  readonly chain: SimulatedChain;
  readonly mirrored: MirroredChain;
  readonly clock = new ManualClock(1_600_000_000_000);
  readonly receiver = new Receiver();
  readonly heads = new Heads();
  webhooks: Webhooks;
  /** Why nothing may be told, if so. */
  refusal: "TOKEN_REVOKED" | "TOKEN_EXPIRED" | undefined;
  readonly #directory: Awaited<ReturnType<typeof temporaryDirectory>>;
  readonly #options: Partial<WebhooksOptions>;

  private constructor(
    chain: SimulatedChain,
    mirrored: MirroredChain,
    directory: Awaited<ReturnType<typeof temporaryDirectory>>,
    options: Partial<WebhooksOptions>,
  ) {
    this.chain = chain;
    this.mirrored = mirrored;
    this.#directory = directory;
    this.#options = options;
    this.webhooks = undefined as unknown as Webhooks;
  }

  static async of(chain: SimulatedChain, options: Partial<WebhooksOptions> = {}): Promise<WebhookWorld> {
    const mirrored = await MirroredChain.of(chain, { undoDepth: 64 });
    const world = new WebhookWorld(chain, mirrored, await temporaryDirectory(), options);
    await world.sync();
    await world.open();
    return world;
  }

  get directory(): string {
    return join(this.#directory.path, "webhooks");
  }

  /** Starts them, as a server that was started. */
  async open(): Promise<void> {
    this.webhooks = await Webhooks.open({
      directory: this.directory,
      rules: PUBLIC_ALONE,
      ledger: "ledger",
      posterFor: () => this.receiver.poster,
      openReader: () => this.mirrored.store.snapshot(),
      isLive: () => this.mirrored.mirror.status.state === "live",
      heads: this.heads,
      viewFor: async () => this.refusal ?? (async (event, ledger) => eventItem(ledger, event)),
      retries: RETRIES,
      clock: this.clock,
      random: () => 0,
      log: SILENT,
      onAttempt: () => undefined,
      database: unsynced,
      ...this.#options,
    });
    this.webhooks.start();
  }

  async restart(): Promise<void> {
    await this.webhooks.close();
    await this.open();
  }

  async subscribe(wish: Partial<Wish> = {}) {
    return this.webhooks.create({
      token: TOKEN_ID,
      url: "https://receiver.example/hook",
      description: "",
      filter: {},
      onGivingUp: "continue",
      position: positionBefore(0),
      ...wish,
    });
  }

  /** Mirrors what the chain has, and tells so. */
  async sync(): Promise<void> {
    await this.mirrored.mirror.syncOnce();
    this.heads.notice(this.mirrored.mirror.status);
  }

  /** Waits until everybody waits. */
  async rest(): Promise<void> {
    const working = () => this.webhooks.standing().length - this.clock.sleeping;
    while (working() > 0) await new Promise((resolve) => setImmediate(resolve));
  }

  /** Lets time pass, from one retry to the next, until there is nothing to do. */
  async settle(most = Number.POSITIVE_INFINITY): Promise<void> {
    await this.rest();
    for (let passed = 0; passed < most && (this.clock.next ?? IDLE_MS) < IDLE_MS; passed++) {
      this.clock.pass(this.clock.next ?? 0);
      await this.rest();
    }
  }

  async close(): Promise<void> {
    await this.webhooks.close();
    await this.mirrored.close();
    await this.#directory.remove();
  }
}

/** A database that does not wait for the disk: what is tested is what is written when, and not that it lasts. */
const unsynced: DatabaseFactory = (location) => {
  const database = levelDatabase(location);
  const begin = database.batch.bind(database) as unknown as () => { write: (options?: object) => Promise<void> };
  const batch = () => {
    const chain = begin();
    const write = chain.write.bind(chain);
    return Object.assign(chain, { write: () => write() });
  };
  return Object.assign(database, { batch });
};
