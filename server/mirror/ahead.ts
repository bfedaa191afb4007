/**
 * Does pieces of work ahead of who takes their results: up to `width` at once, the results in the order of the pieces. What is
 * under way is told to end when the taker stops or a piece fails.
 */
export async function* ahead<Piece, Result>(
  pieces: Iterable<Piece>,
  width: number,
  work: (piece: Piece, signal: AbortSignal) => Promise<Result>,
  signal?: AbortSignal,
): AsyncGenerator<Result> {
  const ending = new AbortController();
  const combined = signal === undefined ? ending.signal : AbortSignal.any([signal, ending.signal]);
  const iterator = pieces[Symbol.iterator]();
  const underWay: Promise<Result>[] = [];
  const begin = (): boolean => {
    const next = iterator.next();
    if (next.done) return false;
    const result = work(next.value, combined);
    // It is awaited when its turn comes; until then a failure of it is nobody's.
    result.catch(() => undefined);
    underWay.push(result);
    return true;
  };
  try {
    for (;;) {
      while (underWay.length < width && begin());
      const first = underWay.shift();
      if (first === undefined) return;
      yield await first;
    }
  } finally {
    ending.abort();
    await Promise.allSettled(underWay);
  }
}
