import type { IdRange } from "../store/reader.ts";

/*
 * Streams of ids in one order, as indexes give them, combined without holding any of them whole.
 */

/** A stream of ids, none twice, in the direction it was asked for. */
export type SortedIds = AsyncIterable<string>;

/** A stream that can be begun at any id. */
export type SeekableIds = (range: IdRange) => SortedIds;

/** How many ids a stream is walked on before it is begun anew further on. */
const STEPS_BEFORE_SEEKING = 32;

/** The ids that are in at least one of the streams. */
export async function* union(streams: readonly SortedIds[], reverse = false): AsyncGenerator<string> {
  const [only] = streams;
  if (only !== undefined && streams.length === 1) {
    yield* only;
    return;
  }
  const cursors = streams.map((stream) => stream[Symbol.asyncIterator]());
  try {
    const heads = await Promise.all(cursors.map(nextOf));
    while (true) {
      const next = heads.reduce((one, other) => {
        if (one === undefined || other === undefined) return one ?? other;
        return isBefore(one, other, reverse) ? one : other;
      }, undefined);
      if (next === undefined) return;
      yield next;
      for (const [index, cursor] of cursors.entries()) {
        if (heads[index] === next) heads[index] = await nextOf(cursor);
      }
    }
  } finally {
    await closeAll(cursors);
  }
}

/**
 * The ids that are in every one of the streams; with no stream at all, none. A stream that is far behind is begun anew where the
 * others are, so that the work follows the rarest of them and not the longest.
 */
export async function* intersection(streams: readonly SeekableIds[], range: IdRange = {}): AsyncGenerator<string> {
  const { reverse = false } = range;
  const cursors = streams.map((stream) => new SeekingCursor(stream, range));
  if (cursors.length === 0) return;
  try {
    while (true) {
      const heads = await Promise.all(cursors.map((cursor) => cursor.head()));
      let furthest = heads[0];
      for (const head of heads) {
        if (head === undefined || furthest === undefined) return;
        if (isBefore(furthest, head, reverse)) furthest = head;
      }
      if (furthest === undefined) return;
      if (heads.every((head) => head === furthest)) {
        yield furthest;
        for (const cursor of cursors) cursor.pass();
      } else {
        for (const cursor of cursors) await cursor.moveTo(furthest);
      }
    }
  } finally {
    await Promise.all(cursors.map((cursor) => cursor.close()));
  }
}

/** A stream in runs of up to `size`, so that records can be fetched many at a time. */
export async function* inRuns<Item>(stream: AsyncIterable<Item>, size: number): AsyncGenerator<Item[]> {
  let run: Item[] = [];
  for await (const item of stream) {
    run.push(item);
    if (run.length < size) continue;
    yield run;
    run = [];
  }
  if (run.length > 0) yield run;
}

/** A place in a stream that can be moved on, in steps or at once. */
class SeekingCursor {
  readonly #stream: SeekableIds;
  readonly #range: IdRange;
  #cursor: AsyncIterator<string>;
  #head: Promise<string | undefined> | undefined;

  constructor(stream: SeekableIds, range: IdRange) {
    this.#stream = stream;
    this.#range = range;
    this.#cursor = stream(range)[Symbol.asyncIterator]();
  }

  head(): Promise<string | undefined> {
    this.#head ??= nextOf(this.#cursor);
    return this.#head;
  }

  pass(): void {
    this.#head = undefined;
  }

  /** Moves to `id`, or past it where the stream does not have it. */
  async moveTo(id: string): Promise<void> {
    const { reverse = false } = this.#range;
    const isBehind = (head: string | undefined) => head !== undefined && isBefore(head, id, reverse);
    let head = await this.head();
    for (let step = 0; step < STEPS_BEFORE_SEEKING && isBehind(head); step++) {
      this.pass();
      head = await this.head();
    }
    if (!isBehind(head)) return;
    await this.close();
    this.#cursor = this.#stream({ ...this.#range, after: neighbourOf(id, reverse) })[Symbol.asyncIterator]();
    this.pass();
  }

  async close(): Promise<void> {
    await this.#cursor.return?.();
  }
}

/** A text next to `id`, so that walking on from there begins with it. Ids are ASCII. */
function neighbourOf(id: string, reverse: boolean): string {
  if (reverse) return `${id}\0`;
  const last = id.charCodeAt(id.length - 1);
  return `${id.slice(0, -1)}${String.fromCharCode(last - 1)}\u{10fffd}`;
}

function isBefore(one: string, other: string, reverse: boolean): boolean {
  return reverse ? one > other : one < other;
}

async function nextOf(cursor: AsyncIterator<string>): Promise<string | undefined> {
  const step = await cursor.next();
  return step.done ? undefined : step.value;
}

async function closeAll(cursors: readonly AsyncIterator<string>[]): Promise<void> {
  await Promise.all(cursors.map((cursor) => cursor.return?.()));
}
