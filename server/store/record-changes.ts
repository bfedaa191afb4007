import { setImmediate as others } from "node:timers/promises";
import type { RecordChange } from "../ledger/records.ts";
import { RecordMap } from "../ledger/reduce/record-map.ts";
import type { BlockChanges } from "./block-changes.ts";
import type { Cursor } from "./cursor.ts";
import type { Operation } from "./database.ts";
import { BucketChanges, type EntryChange } from "./entry-changes.ts";
import { recordKey } from "./keys.ts";
import { RecordWork, type StoredBefore } from "./record-work.ts";
import { isMadeOnce, SettledChanges } from "./settled-changes.ts";
import type { DigestMark } from "./state-digest.ts";
import type { HeldKeys } from "./undo.ts";

/** What the blocks of a commit do to the records. */
export interface RecordChanges {
  readonly operations: readonly Operation[];
  /** The settled blocks in one, and then each of the others. */
  readonly steps: readonly Step[];
  /** What to keep in the mark of each block that has one, by its number. */
  readonly marks: ReadonlyMap<number, BlockDigests>;
  /** After the last block. */
  readonly digest: DigestMark;
  readonly history: DigestMark;
}

/** What is taken at once, and undone at once if at all. */
export interface Step {
  /** The last block of it. */
  readonly block: number;
  readonly entries: readonly EntryChange[];
  /** What the keys held before that were written; undefined where nothing is to be undone. */
  readonly held: HeldKeys | undefined;
}

/** The digests at the end of a block. */
export interface BlockDigests {
  /** Of all events up to it. */
  readonly history: DigestMark;
  /** Of all records; undefined where those of later blocks were written in one with it. */
  readonly digest: DigestMark | undefined;
}

/** The keys of all records that `blocks` change and that may be there already. */
export function changedKeys(blocks: readonly BlockChanges[]): string[] {
  const keys = new RecordMap<string>();
  for (const { changes } of blocks) {
    for (const { kind, id } of changes) {
      if (!isMadeOnce(kind) && !keys.has(kind, id)) keys.set(kind, id, recordKey(kind, id));
    }
  }
  return [...keys.values()];
}

/** After so many changes others have their turn: answers to questions are not held up by a large commit. */
const CHANGES_AT_ONCE = 200;

/**
 * Works out what `blocks` do to the records. Settled blocks are taken in one, each record as the last of them leaves it.
 *
 * @param before What the keys of `changedKeys` hold now.
 * @param standing The digests now.
 * @param settled The newest block that needs no undo data.
 */
export async function recordChanges(
  blocks: readonly BlockChanges[],
  before: StoredBefore,
  standing: Pick<Cursor, "digest" | "history">,
  settled: number,
): Promise<RecordChanges> {
  let worked = 0;
  const work = new RecordWork(standing);
  const marks = new Map<number, BlockDigests>();
  const steps: Step[] = [];
  const old = blocks.filter(({ block }) => block.number <= settled);
  const last = old.at(-1);
  if (last !== undefined) {
    const entries = new BucketChanges();
    const { digest, history } = work;
    const together = new SettledChanges({ digest, history, make: (change) => work.make(change, entries) });
    for (const { block, changes } of old) {
      for (let at = 0; at < changes.length; at += CHANGES_AT_ONCE) {
        together.take(changes.slice(at, at + CHANGES_AT_ONCE));
        await others();
      }
      together.end(block.number);
    }
    for (const change of together.latest()) {
      work.change(change, before, entries);
      if (++worked % CHANGES_AT_ONCE === 0) await others();
    }
    for (const [number, digests] of together.marks()) marks.set(number, digests);
    steps.push({ block: last.block.number, entries: entries.list(), held: undefined });
  }
  for (const { block, changes } of blocks.slice(old.length)) {
    const entries = new BucketChanges();
    const held: HeldKeys = new Map();
    const latest = new RecordMap<RecordChange>();
    for (const change of changes) latest.set(change.kind, change.id, change);
    for (const change of latest.values()) {
      if (isMadeOnce(change.kind)) work.make(change, entries, held);
      else work.change(change, before, entries, held);
      if (++worked % CHANGES_AT_ONCE === 0) await others();
    }
    marks.set(block.number, { history: work.history.mark, digest: work.digest.mark });
    steps.push({ block: block.number, entries: entries.list(), held });
  }
  return { operations: work.operations(before), steps, marks, digest: work.digest.mark, history: work.history.mark };
}
