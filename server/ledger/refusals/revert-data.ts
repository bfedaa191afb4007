import type { Hex } from "../hex.ts";

const DEEP_ENOUGH = 8;

/**
 * Finds what a reverted call returned inside the error a client threw. Libraries and nodes put it in different places: ethers at
 * `data`, a node's answer at `info.error.data` or, nested once more, at `error.data.data`.
 *
 * @returns undefined when the error tells of no revert.
 */
export function revertData(error: unknown): Hex | undefined {
  return search(error, DEEP_ENOUGH, new Set());
}

function search(value: unknown, depth: number, seen: Set<unknown>): Hex | undefined {
  if (typeof value !== "object" || value === null || depth === 0 || seen.has(value)) return undefined;
  seen.add(value);
  const members = value as Readonly<Record<string, unknown>>;
  // A transaction carries `data` too: what was sent, not what came back.
  if ("data" in members && isRevert(members.data) && !("to" in members && "from" in members)) return members.data;
  for (const name of ["data", "error", "info", "cause", "revert", "originalError"]) {
    const found = search(members[name], depth - 1, seen);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isRevert(data: unknown): data is Hex {
  return typeof data === "string" && /^0x[0-9a-fA-F]{8}([0-9a-fA-F]{2})*$/.test(data);
}
