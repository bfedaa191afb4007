import { linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

/** No installation takes this long: the number of a dead holder's process may meanwhile belong to another. */
const MAX_AGE_MS = 30 * 60_000;

/**
 * Takes the lock file, waiting while another live process holds it.
 * @param {string} file
 * @param {(holder: number) => void} onWait called once, when the wait begins
 * @returns {Promise<() => void>} releases the lock
 */
export async function takeLock(file, onWait) {
  mkdirSync(dirname(file), { recursive: true });
  // Written first and linked into place: the lock never exists without the number of its holder in it.
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, String(process.pid));
  try {
    for (let waited = false; ; ) {
      if (tryLink(draft, file)) return () => rmSync(file, { force: true });
      const holder = holderOf(file);
      if (holder === undefined) continue;
      if (isStale(holder, process.pid, isAlive(holder.pid))) {
        rmSync(file, { force: true });
        continue;
      }
      if (!waited) onWait(holder.pid);
      waited = true;
      await delay(200);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Whether a lock was left behind by a process that ended. Our own number in it is an earlier process's:
 * containers hand out the same few numbers at every start.
 * @param {{ pid: number, ageMs: number }} holder
 * @param {number} self
 * @param {boolean} alive
 * @returns {boolean}
 */
export function isStale(holder, self, alive) {
  return !alive || holder.pid === self || !Number.isInteger(holder.pid) || holder.ageMs > MAX_AGE_MS;
}

/**
 * @param {string} draft
 * @param {string} file
 */
function tryLink(draft, file) {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/** @param {string} file */
function holderOf(file) {
  try {
    return { pid: Number(readFileSync(file, "utf8")), ageMs: Date.now() - statSync(file).mtimeMs };
  } catch {
    return undefined;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
