import { setImmediate as others } from "node:timers/promises";
import { decodeBucket, encodeBucket, entryPlace, isOfOneBlock } from "./buckets.ts";
import type { Operation } from "./database.ts";
import type { IndexedValues, IndexName } from "./indexes.ts";
import { indexBase } from "./keys.ts";
import type { Step } from "./record-changes.ts";
import { operation } from "./record-work.ts";

/** What comes into a bucket and goes out of it, in one step: how the ids go on there. */
export interface EntryChange {
  /** Of the bucket. */
  readonly key: string;
  /** Nothing can have been there before. */
  readonly isFresh: boolean;
  readonly come: readonly string[];
  readonly gone: readonly string[];
}

type Changes = EntryChange & { readonly come: string[]; readonly gone: string[] };

const NONE: readonly string[] = [];

/** Gathers by bucket which index entries of records come and go. */
export class BucketChanges {
  readonly #byIndex = new Map<IndexName, Map<string, Map<string, Changes>>>();

  /** A record is no longer found under some values, and under others from now on. */
  change(id: string, old: IndexedValues, present: IndexedValues): void {
    for (const name in present) {
      const index = name as IndexName;
      const before = old[index] ?? NONE;
      const after = present[index] ?? NONE;
      if (isSameList(before, after)) continue;
      this.#enter(index, before, after, id, "gone");
      this.#enter(index, after, before, id, "come");
    }
    for (const name in old)
      if (!(name in present)) this.#enter(name as IndexName, old[name as IndexName] ?? NONE, NONE, id, "gone");
  }

  *#all(): Generator<EntryChange> {
    for (const values of this.#byIndex.values()) for (const buckets of values.values()) yield* buckets.values();
  }

  list(): EntryChange[] {
    return [...this.#all()];
  }

  /** Enters an id under those of some values that others are not. Written for records that are found under many. */
  #enter(
    index: IndexName,
    under: readonly string[],
    others: readonly string[],
    id: string,
    where: "come" | "gone",
  ): void {
    if (under.length === 0) return;
    const { bucket, rest } = entryPlace(index, id);
    const values = memberOf(this.#byIndex, index);
    for (let at = 0; at < under.length; at++) {
      const value = under[at];
      if (value === undefined || others.includes(value)) continue;
      const buckets = memberOf(values, value);
      let changes = buckets.get(bucket);
      if (changes === undefined) {
        changes = { key: indexBase(index, value) + bucket, isFresh: isOfOneBlock(index), come: [], gone: [] };
        buckets.set(bucket, changes);
      }
      changes[where].push(rest);
    }
  }
}

/** The buckets that steps change and that may be there already. */
export function changedBuckets(steps: readonly Step[]): string[] {
  const keys = new Set<string>();
  for (const { entries } of steps) for (const { key, isFresh } of entries) if (!isFresh) keys.add(key);
  return [...keys];
}

/** After so many buckets others have their turn: answers to questions are not held up by a large commit. */
const BUCKETS_AT_ONCE = 500;

/**
 * Works out what steps do to the buckets of index entries, and holds what they were in the steps that can be undone.
 *
 * @param before What the keys of `changedBuckets` hold now.
 */
export async function entryChanges(
  steps: readonly Step[],
  before: ReadonlyMap<string, string | undefined>,
): Promise<Operation[]> {
  const present = new Map<string, string | undefined>();
  let worked = 0;
  for (const { entries, held } of steps) {
    for (const change of entries) {
      if (++worked % BUCKETS_AT_ONCE === 0) await others();
      const { key } = change;
      const old = present.has(key) ? present.get(key) : before.get(key);
      const next = changed(change, old);
      if (next === old) continue;
      held?.set(key, old ?? null);
      present.set(key, next);
    }
  }
  return [...present].map(([key, value]) => operation(key, value));
}

function memberOf<Key, Inner, Value>(outer: Map<Key, Map<Inner, Value>>, key: Key): Map<Inner, Value> {
  const known = outer.get(key);
  if (known !== undefined) return known;
  const made = new Map<Inner, Value>();
  outer.set(key, made);
  return made;
}

function changed({ key, come, gone }: EntryChange, old: string | undefined): string | undefined {
  if (old === undefined) return encodeBucket(key, come);
  const list = decodeBucket(key, old);
  const last = list.at(-1) ?? "";
  // Mostly what comes is newer than all that is there.
  if (gone.length === 0 && come.every((rest) => rest > last)) return encodeBucket(key, list.concat(come));
  const rests = new Set(list);
  for (const rest of gone) rests.delete(rest);
  for (const rest of come) rests.add(rest);
  return encodeBucket(key, [...rests]);
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one === other || (one.length === other.length && one.every((value, at) => value === other[at]));
}
