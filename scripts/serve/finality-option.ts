import { InvalidArgumentError } from "commander";
import type { Finality } from "../../server/mirror/finality.ts";

const DEEPEST = 100_000;

/** Reads `finalized`, `safe`, or how many blocks are on top of a block that can no longer be replaced. */
export function finalityOption(text: string): Finality {
  if (text === "finalized" || text === "safe") return { tag: text };
  const depth = /^\d{1,6}$/.test(text) ? Number(text) : undefined;
  if (depth === undefined || depth > DEEPEST) {
    throw new InvalidArgumentError(`give finalized, safe, or a whole number of blocks up to ${DEEPEST}.`);
  }
  return { depth };
}
