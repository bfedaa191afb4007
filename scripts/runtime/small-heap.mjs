/*
 * How programs run that mirror and serve for a long time. Node sizes its heap for the memory of the machine, and lets garbage lie while
 * there is room: a mirror takes twice as much memory then, for a tenth less work. scripts/process/small-heap.ts does the rest.
 */

/** Of Node: MiB of a half of the young generation, instead of 16. */
export const SMALL_HEAP_FLAGS = ["--max-semi-space-size=8"];

/** Of glibc, which otherwise keeps what was freed apart for each thread; whoever set it knows better. */
export const SMALL_HEAP_ENVIRONMENT = { MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX ?? "2" };
