import type { RecordChange, RecordKind } from "../ledger/records.ts";
import { RecordMap } from "../ledger/reduce/record-map.ts";
import type { BlockDigests } from "./record-changes.ts";
import type { StateDigest } from "./state-digest.ts";

/** Kinds whose records are made once, under the place of their event, and never changed: there is nothing to look up. */
const MADE_ONCE: ReadonlySet<RecordKind> = new Set(["event", "evidence"]);

/** Whether records of a kind are made once and never changed. */
export function isMadeOnce(kind: RecordKind): boolean {
  return MADE_ONCE.has(kind);
}

/** Takes records that are made once, and knows the digests. */
export interface RecordTaker {
  readonly digest: StateDigest;
  readonly history: StateDigest;
  make(change: RecordChange): void;
}

/**
 * What settled blocks do to the records, taken in one: each record as the last of them leaves it. What is made once is put into its form
 * at once, so that nothing else of an event is kept until the last of many.
 */
export class SettledChanges {
  readonly #work: RecordTaker;
  readonly #latest = new RecordMap<RecordChange>();
  readonly #marks = new Map<number, BlockDigests>();
  #last = 0;
  #hasEvents = false;

  constructor(work: RecordTaker) {
    this.#work = work;
  }

  /** Takes what an event, or all events of a block, do. */
  take(changes: readonly RecordChange[]): void {
    for (let at = 0; at < changes.length; at++) {
      const change = changes[at];
      if (change === undefined) continue;
      if (MADE_ONCE.has(change.kind)) this.#work.make(change);
      else this.#latest.set(change.kind, change.id, change);
      this.#hasEvents = true;
    }
  }

  /** A record as it was changed last; undefined when it was not. */
  changed(kind: RecordKind, id: string): RecordChange | undefined {
    return this.#latest.get(kind, id);
  }

  /** The block of what was taken since the one before. */
  end(block: number): void {
    if (this.#hasEvents) this.#marks.set(block, { history: this.#work.history.mark, digest: undefined });
    this.#hasEvents = false;
    this.#last = block;
  }

  /** Every record that was changed and that may be there already, as it was changed last. */
  latest(): RecordChange[] {
    return [...this.#latest.values()];
  }

  /** What to keep in the mark of each block, once the latest changes were taken too. */
  marks(): ReadonlyMap<number, BlockDigests> {
    const { history, digest } = this.#work;
    return this.#marks.set(this.#last, { history: history.mark, digest: digest.mark });
  }
}
