import { decodeBucket, encodeBucket } from "./buckets.ts";
import type { Operation } from "./database.ts";
import type { IndexName } from "./indexes.ts";
import { indexBase } from "./keys.ts";
import { type BucketChanges, type EntryChanges, operation, type Step } from "./record-changes.ts";

/** The buckets that steps change and that may be there already. A block's events are in none that was there before it. */
export function changedBuckets(steps: readonly Step[]): string[] {
  const keys = new Set<string>();
  for (const { entries } of steps) {
    for (const [index, key] of bucketsIn(entries)) if (!index.startsWith("event.")) keys.add(key);
  }
  return [...keys];
}

/**
 * Works out what steps do to the buckets of index entries, and holds what they were in the steps that can be undone.
 *
 * @param before What the keys of `changedBuckets` hold now.
 */
export function entryChanges(steps: readonly Step[], before: ReadonlyMap<string, string | undefined>): Operation[] {
  const present = new Map<string, string | undefined>();
  for (const { entries, held } of steps) {
    for (const [, key, changes] of bucketsIn(entries)) {
      const old = present.has(key) ? present.get(key) : before.get(key);
      const next = changed(key, old, changes);
      if (next === old) continue;
      held?.set(key, old ?? null);
      present.set(key, next);
    }
  }
  return [...present].map(([key, value]) => operation(key, value));
}

function* bucketsIn(entries: EntryChanges): Generator<[index: IndexName, key: string, changes: BucketChanges]> {
  for (const [index, values] of entries) {
    for (const [value, buckets] of values) {
      const base = indexBase(index, value);
      for (const [bucket, changes] of buckets) yield [index, base + bucket, changes];
    }
  }
}

function changed(key: string, old: string | undefined, { come, gone }: BucketChanges): string | undefined {
  if (old === undefined) return encodeBucket(key, come);
  const rests = new Set(decodeBucket(key, old));
  for (const rest of gone) rests.delete(rest);
  for (const rest of come) rests.add(rest);
  return encodeBucket(key, [...rests]);
}
