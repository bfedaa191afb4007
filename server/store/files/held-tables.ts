import { type FileHandle, open, stat } from "node:fs/promises";
import { join } from "node:path";
import { causeOf } from "../errors.ts";
import { damaged, found, readLive, tableName, twice, unreadable } from "./inspect.ts";
import { tableSteps } from "./table-file.ts";

/** A table that is held open. */
interface Held {
  readonly handle: FileHandle;
  readonly inode: number;
  readonly size: number;
}

/** Bytes that are compared with their checksums at once: about a tenth of a millisecond. */
const SLICE = 64 * 1024;

/**
 * The tables of an open database, each held open from when it is first seen. When LevelDB merges tables it does not look at their
 * checksums either: what is altered in one is left out of the new one or carried over, with right checksums, and the old file is
 * removed. Who holds it open can still look at it, as LevelDB read it.
 */
export class HeldTables {
  readonly #location: string;
  readonly #held = new Map<number, Held>();
  #isClosed = false;

  constructor(location: string) {
    this.#location = location;
  }

  /**
   * Compares every byte of the tables there are, and of those that were merged since the last time, with its checksum.
   *
   * @param rest Awaited after each piece of work.
   * @throws {StoreError} DAMAGED naming the first table that is missing or altered.
   */
  async inspect(rest: () => Promise<void>): Promise<void> {
    const { tables } = await twice(() => readLive(this.#location));
    for (const [number, size] of tables) await this.#hold(number, size);
    const buffer = Buffer.allocUnsafe(Math.max(0, ...[...this.#held.values()].map(({ size }) => size)));
    // Those that are gone first: as long as they are held they take up room on the disk.
    const byPresence = [...this.#held].sort(([one], [other]) => Number(tables.has(one)) - Number(tables.has(other)));
    for (const [number, held] of byPresence) {
      const { bytesRead } = await held.handle.read(buffer, 0, held.size, 0);
      const name = tableName(number);
      if (bytesRead < held.size) throw damaged(this.#location, name, `it has ${bytesRead} of its ${held.size} bytes`);
      await this.#verify(name, buffer.subarray(0, held.size), rest);
      if (tables.has(number)) await this.#requireThere(number, held);
      else await this.#release(number, held);
      await rest();
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const [number, held] of this.#held) await this.#release(number, held);
  }

  async #verify(name: string, file: Uint8Array, rest: () => Promise<void>): Promise<void> {
    const steps = tableSteps(file);
    let since = 0;
    for (;;) {
      const { done, value } = found(this.#location, name, () => steps.next());
      if (done) return;
      since += value;
      if (since < SLICE) continue;
      since = 0;
      await rest();
    }
  }

  async #hold(number: number, size: number): Promise<void> {
    if (this.#held.has(number)) return;
    const handle = await open(this.#path(number), "r").catch((error: unknown) => this.#gone(number, error));
    if (handle === undefined) return;
    const { ino: inode } = await handle.stat();
    const isMeant = !this.#isClosed && !this.#held.has(number);
    if (isMeant) this.#held.set(number, { handle, inode, size });
    else await handle.close();
  }

  /** The file that is held is the one that LevelDB opens by its name. */
  async #requireThere(number: number, { inode, size }: Held): Promise<void> {
    const present = await stat(this.#path(number)).catch((error: unknown) => this.#gone(number, error));
    if (present === undefined || (present.ino === inode && present.size === size)) return;
    throw damaged(this.#location, tableName(number), `another file of ${present.size} bytes is in its place`);
  }

  /** LevelDB may have merged a table just now, which is no fault. */
  async #gone(number: number, error: unknown): Promise<undefined> {
    if (causeOf(error).code !== "ENOENT") throw unreadable(this.#path(number), error);
    const { tables } = await twice(() => readLive(this.#location));
    if (tables.has(number)) throw damaged(this.#location, tableName(number), "it is missing");
  }

  async #release(number: number, { handle }: Held): Promise<void> {
    this.#held.delete(number);
    await handle.close();
  }

  #path(number: number): string {
    return join(this.#location, tableName(number));
  }
}
