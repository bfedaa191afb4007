import type { BlockChanges } from "../store/block-changes.ts";

/** About how many changes of records go into one batch: enough that its cost does not count, few enough for questions meanwhile. */
const CHANGES_WANTED = 10_000;

/** Cuts blocks into runs that are written one batch each. */
export function* slices(blocks: readonly BlockChanges[], wanted = CHANGES_WANTED): Generator<readonly BlockChanges[]> {
  let first = 0;
  let changes = 0;
  for (const [at, block] of blocks.entries()) {
    changes += block.changes.length;
    if (changes < wanted && at < blocks.length - 1) continue;
    yield blocks.slice(first, at + 1);
    first = at + 1;
    changes = 0;
  }
}
