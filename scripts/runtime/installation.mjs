import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LaunchFailure } from "./launch-failure.mjs";
import { NOTES, ROOT } from "./paths.mjs";

const STAMP = join(NOTES, "installed.json");

/**
 * Why node_modules cannot be used as it is, or undefined when it can. A function of its arguments.
 *
 * `wanted` and `installed` are the "packages" of package-lock.json and of npm's own record of what it installed;
 * `stamp` and `fingerprint` tell whether this very state was already found good.
 *
 * @param {import("./installation.mjs").InstallationFacts} facts
 * @returns {string | undefined}
 */
export function reasonToInstall(facts) {
  const { wanted, installed, present, platform, arch, libc } = facts;
  if (installed === undefined) return "the dependencies are not installed yet";
  for (const folder of Object.keys(installed)) {
    if (!present(folder)) return `${folder} is missing`;
  }
  if (facts.stamp === facts.fingerprint) return undefined;
  for (const [folder, entry] of Object.entries(wanted)) {
    if (folder === "") continue;
    const found = installed[folder];
    if (found !== undefined) {
      if (found.version !== entry.version) return `${folder} is not the version that package-lock.json names`;
      continue;
    }
    if (entry.optional !== true) return `${folder} is not installed`;
    // Optional packages without a platform are helpers of others that npm may leave out; those made for this
    // platform are native bindings, which npm under a too old Node leaves out without a word.
    const forThisPlatform =
      entry.os?.includes(platform) &&
      (entry.cpu === undefined || entry.cpu.includes(arch)) &&
      (entry.libc === undefined || libc === undefined || entry.libc.includes(libc));
    if (forThisPlatform) return `${folder} was left out, as happens when npm runs on a Node that is too old`;
  }
  for (const folder of Object.keys(installed)) {
    if (wanted[folder] === undefined) return `${folder} is no longer in package-lock.json`;
  }
  return undefined;
}

/**
 * Reads what {@link reasonToInstall} needs from this checkout.
 * @returns {import("./installation.mjs").InstallationFacts}
 */
export function readInstallation() {
  const lockfile = readLockfile();
  const record = readOrUndefined(join(ROOT, "node_modules", ".package-lock.json"));
  const host = `${process.platform} ${process.arch}`;
  return {
    wanted: parsePackages(lockfile, "package-lock.json"),
    installed: record === undefined ? undefined : parsePackages(record, "node_modules/.package-lock.json"),
    present: (folder) => existsSync(join(ROOT, folder, "package.json")),
    stamp: readOrUndefined(STAMP),
    fingerprint: createHash("sha256").update(`${host}\n${lockfile}\n${record}`).digest("hex"),
    platform: process.platform,
    arch: process.arch,
    libc: libcOfHost(),
  };
}

/** Notes that node_modules, as it is now, answers to package-lock.json on this platform. Failing to is no failure. */
export function stampInstallation() {
  const { stamp, fingerprint } = readInstallation();
  if (stamp === fingerprint) return;
  try {
    mkdirSync(NOTES, { recursive: true });
    writeFileSync(STAMP, fingerprint);
  } catch {
    // A read-only checkout that is installed well is fine; each start looks again.
  }
}

/** Forgets the stamp: an installation broken off half-way must not pass for a whole one. */
export function unstampInstallation() {
  rmSync(STAMP, { force: true });
}

function readLockfile() {
  const lockfile = readOrUndefined(join(ROOT, "package-lock.json"));
  if (lockfile !== undefined) return lockfile;
  throw new LaunchFailure(
    "LOCKFILE_MISSING",
    `package-lock.json is missing from ${ROOT}; restore it with "git checkout package-lock.json" and run this again.`,
  );
}

/**
 * @param {string} text
 * @param {string} name
 * @returns {Record<string, import("./installation.mjs").LockedPackage>}
 */
function parsePackages(text, name) {
  try {
    return JSON.parse(text).packages ?? {};
  } catch (cause) {
    if (name !== "package-lock.json") return {};
    throw new LaunchFailure(
      "LOCKFILE_BROKEN",
      `${name} is not valid JSON; restore it with "git checkout ${name}" and run this again.`,
      { cause },
    );
  }
}

/** @param {string} file */
function readOrUndefined(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/** "glibc" or "musl" on Linux, as package-lock.json writes it. */
function libcOfHost() {
  if (process.platform !== "linux") return undefined;
  if (existsSync("/etc/alpine-release")) return "musl";
  return "glibc";
}
