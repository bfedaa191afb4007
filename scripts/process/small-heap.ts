import { setFlagsFromString } from "node:v8";

/** By how much the old generation may outgrow what is in use before it is collected, in percent; V8 lets a small one grow fourfold. */
const GROWTH = 40;

/** Keeps the heap of this process, and of its threads, close to what is in use. What its launcher does is in scripts/runtime/small-heap.mjs. */
export function keepHeapSmall(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
}
