import { chmod, mkdir } from "node:fs/promises";
import { join } from "node:path";
import {
  type Database,
  type DatabaseFactory,
  levelDatabase,
  type Operation,
  openDatabase,
  writeBatch,
} from "../../store/database.ts";
import { decodeValue, encodeValue } from "../../store/encoding.ts";
import type { Attempt, DeadLetter, Subscription } from "./subscription.ts";

/*
 * Subscriptions, what was tried for them, and what could not be delivered, in a LevelDB of their own beside the mirror's: the mirror can
 * be deleted at any time and built anew, these cannot. By the first letter of the key: m what the store knows of itself, s subscriptions,
 * a attempts, l dead letters. There is no secret in it.
 */

const META_KEY = "m/store";

/** Attempts of a subscription that are kept, newest ones. */
const ATTEMPTS_KEPT = 100;

/** Dead letters of a subscription that are kept; with so many it waits for its owner. */
export const DEAD_LETTERS_KEPT = 1_000;

const VERSION = 1;

/** What the store knows of itself. */
interface Meta {
  readonly version: number;
  /** Of the key that the secrets are made from. */
  readonly key: string;
  /** Of the ledger whose events are told. */
  readonly ledger: string;
}

/** A store that cannot be used. */
export class WebhookStoreError extends Error {
  readonly code: "WEBHOOKS_OTHER_KEY" | "WEBHOOKS_OTHER_LEDGER" | "WEBHOOKS_OTHER_VERSION";

  constructor(code: WebhookStoreError["code"], message: string) {
    super(message);
    this.name = "WebhookStoreError";
    this.code = code;
  }
}

/** What is written beside a subscription, in the same batch. */
export interface Beside {
  readonly attempt?: Attempt;
  readonly letter?: Omit<DeadLetter, "number">;
  readonly removedLetter?: number;
}

/** A write is there whole and survives a power failure when it resolves. */
export class WebhookStore {
  readonly #database: Database;
  readonly #directory: string;
  #writing: Promise<unknown> = Promise.resolve();

  private constructor(directory: string, database: Database) {
    this.#directory = directory;
    this.#database = database;
  }

  /**
   * Opens the store in `directory`, or begins one.
   *
   * @param own The fingerprints of the key that secrets are made from, and of the ledger.
   * @throws {WebhookStoreError} when it is of another key, whose secrets receivers have, or of another ledger, whose events they were told.
   */
  static async open(
    directory: string,
    own: Omit<Meta, "version">,
    factory: DatabaseFactory = levelDatabase,
  ): Promise<WebhookStore> {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    await chmod(directory, 0o700);
    const database = factory(join(directory, "db"));
    await openDatabase(database, "new");
    const store = new WebhookStore(directory, database);
    try {
      await store.#requireOwn(own);
      return store;
    } catch (error) {
      await database.close();
      throw error;
    }
  }

  /** All subscriptions. */
  async subscriptions(): Promise<Subscription[]> {
    return this.#all<Subscription>("s/");
  }

  /** Keeps a subscription, with what else became of it. */
  async put(subscription: Subscription, { attempt, letter, removedLetter }: Beside = {}): Promise<void> {
    const { id } = subscription;
    await this.#exclusively(async () => {
      const operations: Operation[] = [put(`s/${id}`, subscription)];
      if (attempt !== undefined) operations.push(...(await this.#appended(`a/${id}/`, attempt, ATTEMPTS_KEPT)));
      if (letter !== undefined) {
        const number = (await this.#lastNumber(`l/${id}/`)) + 1;
        operations.push(put(numbered(`l/${id}/`, number), { number, ...letter }));
      }
      if (removedLetter !== undefined) operations.push({ type: "del", key: numbered(`l/${id}/`, removedLetter) });
      await this.#write(operations);
    });
  }

  /** Forgets a subscription and all that became of it. */
  async remove(id: string): Promise<void> {
    await this.#exclusively(async () => {
      const keys = [`s/${id}`];
      for (const base of [`a/${id}/`, `l/${id}/`]) keys.push(...(await this.#database.keys(within(base)).all()));
      await this.#write(keys.map((key) => ({ type: "del", key })));
    });
  }

  /** The newest attempts, newest first. */
  async attempts(id: string): Promise<Attempt[]> {
    return (await this.#all<Attempt>(`a/${id}/`)).toReversed();
  }

  /** Dead letters after one of them, oldest first. */
  async letters(
    id: string,
    { after, limit }: { readonly after: number; readonly limit: number },
  ): Promise<DeadLetter[]> {
    const base = `l/${id}/`;
    const entries = await this.#database.iterator({ ...within(base), gt: numbered(base, after), limit }).all();
    return entries.map(([key, value]) => decodeValue(key, value) as DeadLetter);
  }

  /** How many dead letters there are. */
  async letterCount(id: string): Promise<number> {
    return (await this.#database.keys(within(`l/${id}/`)).all()).length;
  }

  async close(): Promise<void> {
    await this.#writing.catch(() => undefined);
    await this.#database.close();
  }

  async #requireOwn({ key, ledger }: Omit<Meta, "version">): Promise<void> {
    const stored = await this.#database.get(META_KEY);
    if (stored === undefined) {
      await this.#write([put(META_KEY, { version: VERSION, key, ledger } satisfies Meta)]);
      return;
    }
    const meta = decodeValue(META_KEY, stored) as Meta;
    if (meta.version !== VERSION) {
      const message = `the webhooks in ${this.#directory} are of version ${meta.version}, and this program knows ${VERSION}: use the version that wrote them`;
      throw new WebhookStoreError("WEBHOOKS_OTHER_VERSION", message);
    }
    if (meta.ledger !== ledger) {
      const message = `the webhooks in ${this.#directory} are of another ledger: move that folder away, and subscribe anew`;
      throw new WebhookStoreError("WEBHOOKS_OTHER_LEDGER", message);
    }
    if (meta.key !== key) {
      const message = `the webhooks in ${this.#directory} were signed with another key than the one beside them: restore the file of the key, or remove the folder and subscribe anew`;
      throw new WebhookStoreError("WEBHOOKS_OTHER_KEY", message);
    }
  }

  async #all<Value>(base: string): Promise<Value[]> {
    const entries = await this.#database.iterator(within(base)).all();
    return entries.map(([key, value]) => decodeValue(key, value) as Value);
  }

  /** One more at the end of a numbered list, and the oldest ones gone. */
  async #appended(base: string, value: object, kept: number): Promise<Operation[]> {
    const number = (await this.#lastNumber(base)) + 1;
    const outdated = await this.#database
      .keys({ ...within(base), lt: numbered(base, Math.max(0, number - kept + 1)) })
      .all();
    return [put(numbered(base, number), value), ...outdated.map((key) => ({ type: "del", key }) as const)];
  }

  async #lastNumber(base: string): Promise<number> {
    const [key] = await this.#database.keys({ ...within(base), reverse: true, limit: 1 }).all();
    return key === undefined ? 0 : Number(key.slice(base.length));
  }

  /** One write at a time: numbers are given out by what is there. */
  async #exclusively(write: () => Promise<void>): Promise<void> {
    const turn = this.#writing.catch(() => undefined).then(write);
    this.#writing = turn.catch(() => undefined);
    return turn;
  }

  async #write(operations: readonly Operation[]): Promise<void> {
    try {
      await writeBatch(this.#database, operations);
    } catch (error) {
      // After a failed write LevelDB acknowledges later ones that are lost when it is opened again: never write through this handle.
      await this.#database.close();
      await openDatabase(this.#database, "existing");
      throw error;
    }
  }
}

function put(key: string, value: object): Operation {
  return { type: "put", key, value: encodeValue(key, value) };
}

function within(base: string): { readonly gt: string; readonly lt: string } {
  return { gt: base, lt: `${base}\u{10ffff}` };
}

function numbered(base: string, number: number): string {
  return `${base}${String(number).padStart(10, "0")}`;
}
