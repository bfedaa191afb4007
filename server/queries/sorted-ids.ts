/*
 * Streams of ids in ascending order, as indexes give them, combined without holding any of them whole.
 */

/** A stream of ids, ascending, none twice. */
export type SortedIds = AsyncIterable<string>;

/** The ids that are in at least one of the streams. */
export async function* union(streams: readonly SortedIds[]): AsyncGenerator<string> {
  const [only] = streams;
  if (only !== undefined && streams.length === 1) {
    yield* only;
    return;
  }
  const cursors = streams.map((stream) => stream[Symbol.asyncIterator]());
  try {
    const heads = await Promise.all(cursors.map(nextOf));
    while (true) {
      const least = heads
        .filter((id) => id !== undefined)
        .toSorted()
        .at(0);
      if (least === undefined) return;
      yield least;
      for (const [index, cursor] of cursors.entries()) {
        if (heads[index] === least) heads[index] = await nextOf(cursor);
      }
    }
  } finally {
    await closeAll(cursors);
  }
}

/** The ids that are in every one of the streams; with no stream at all, none. */
export async function* intersection(streams: readonly SortedIds[]): AsyncGenerator<string> {
  const cursors = streams.map((stream) => stream[Symbol.asyncIterator]());
  const [first, ...others] = cursors;
  if (first === undefined) return;
  try {
    const heads = await Promise.all(others.map(nextOf));
    for (let id = await nextOf(first); id !== undefined; id = await nextOf(first)) {
      let inAll = true;
      for (const [index, cursor] of others.entries()) {
        let head = heads[index];
        while (head !== undefined && head < id) head = await nextOf(cursor);
        heads[index] = head;
        if (head === undefined) return;
        inAll &&= head === id;
      }
      if (inAll) yield id;
    }
  } finally {
    await closeAll(cursors);
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

async function nextOf(cursor: AsyncIterator<string>): Promise<string | undefined> {
  const step = await cursor.next();
  return step.done ? undefined : step.value;
}

async function closeAll(cursors: readonly AsyncIterator<string>[]): Promise<void> {
  await Promise.all(cursors.map((cursor) => cursor.return?.()));
}
