import { type FileHandle, open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Cursor } from "./cursor.ts";
import { decodeValue, encodeValue } from "./encoding.ts";
import { causeOf, StoreError } from "./errors.ts";

/*
 * The file `position` says beside the database how far the database has come. LevelDB drops the part of its log that it cannot read
 * without a word, and what is left looks like the store of some time ago.
 *
 * It holds two slots that are written in turn, each after the batch it tells of is safe: one that was cut short leaves the other. It
 * is not synced of its own: after a power failure it may be older than the database, which harms nothing, and never newer.
 */

const SLOT = 512;
const KEY = "position";

/** Which batch was written last, and what the records are after it. */
export interface Position {
  readonly sequence: number;
  readonly head: string | null;
  readonly digest: string;
}

const positionSchema = z.object({ sequence: z.number().int(), head: z.string().nullable(), digest: z.string() });

/** The position of a cursor. */
export function positionOf({ sequence, head, digest }: Cursor): Position {
  return { sequence, head: head?.hash ?? null, digest: digest.sum };
}

/** The file of positions of a store, open for writing. */
export class PositionFile {
  readonly #handle: FileHandle;

  private constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  /** Opens it, and makes it when there is none. */
  static async in(directory: string): Promise<PositionFile> {
    const file = fileIn(directory);
    try {
      return new PositionFile(await open(file, "r+").catch(() => open(file, "w+")));
    } catch (error) {
      throw new StoreError("UNUSABLE", `${file} cannot be written (${causeOf(error).message})`, { cause: error });
    }
  }

  async write(position: Position): Promise<void> {
    const slot = Buffer.from(encodeValue(KEY, position).padEnd(SLOT, " "));
    await this.#handle.write(slot, 0, SLOT, (position.sequence % 2) * SLOT);
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }
}

/**
 * The newer position of the two.
 *
 * @throws {StoreError} DAMAGED when there is none.
 */
export async function readPosition(directory: string): Promise<Position> {
  const content = await readFile(fileIn(directory), "latin1").catch(() => "");
  const positions = [0, SLOT].flatMap((from) => readSlot(content.slice(from, from + SLOT)) ?? []);
  const [newest] = positions.sort((one, other) => other.sequence - one.sequence);
  if (newest !== undefined) return newest;
  throw new StoreError("DAMAGED", `the mirror in ${directory} is damaged (its position is missing)`);
}

/**
 * Makes sure that a database has all the batches that were written to it.
 *
 * @throws {StoreError} DAMAGED when it lost some.
 */
export function requirePosition(directory: string, cursor: Cursor, position: Position): void {
  const inside = positionOf(cursor);
  const isNewer = inside.sequence > position.sequence;
  const isSame =
    inside.sequence === position.sequence && inside.digest === position.digest && inside.head === position.head;
  if (isNewer || isSame) return;
  const fault = `it stands at batch ${inside.sequence}, and ${position.sequence} were written`;
  throw new StoreError("DAMAGED", `the mirror in ${directory} lost what was written last: ${fault}`);
}

function readSlot(stored: string): Position | undefined {
  try {
    return positionSchema.parse(decodeValue(KEY, stored.trimEnd()));
  } catch {
    return undefined;
  }
}

function fileIn(directory: string): string {
  return join(directory, "position");
}
