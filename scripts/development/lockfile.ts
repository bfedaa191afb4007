import { readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { Failure } from "../process/failure.ts";

/**
 * npm drops a native binding from package-lock.json when the registry in use does not serve it, as mirrors of one
 * platform do; `npm ci` then refuses the lockfile, and other platforms stay without the binding. This puts the
 * entries back, from the exact versions that the packages needing them name.
 *
 * Usage: node scripts/development/lockfile.ts (rewrites the lockfiles)
 */
const LOCKFILES = ["package-lock.json", "scripts/bench/ponder/package-lock.json"] as const;

type LockfileName = (typeof LOCKFILES)[number];

interface LockEntry {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  engines?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

interface Platform {
  os: string[];
  cpu: string[];
  libc?: string[];
}

interface Lockfile {
  packages: Record<string, LockEntry>;
}

const SYSTEMS = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const PROCESSORS = ["arm", "arm64", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "x64"];
const PROCESSOR_NAMES: Record<string, string> = { amd64: "x64" };
const C_LIBRARIES: Record<string, string> = { gnu: "glibc", gnueabihf: "glibc", musl: "musl", musleabihf: "musl" };

/**
 * Reads the platform out of a binding's name: "@oxc-parser/binding-linux-arm-musleabihf" is for Linux, arm, musl.
 * Undefined when the name tells no platform.
 */
export function platformOf(name: string): Platform | undefined {
  const parts = name.split(/[/-]/);
  const os = parts.find((part) => SYSTEMS.includes(part));
  const cpu = parts.map((part) => PROCESSOR_NAMES[part] ?? part).find((part) => PROCESSORS.includes(part));
  if (os === undefined || cpu === undefined) return undefined;
  const libc = parts.map((part) => C_LIBRARIES[part]).find((library) => library !== undefined);
  return { os: [os], cpu: [cpu], ...(libc === undefined ? {} : { libc: [libc] }) };
}

/** The entries a lockfile lacks, by their folder, in the form npm writes them. */
export function missingBindings(lockfile: Lockfile): Record<string, LockEntry> {
  const missing: Record<string, LockEntry> = {};
  for (const [place, parent] of Object.entries(lockfile.packages)) {
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      const folder = `node_modules/${name}`;
      const platform = platformOf(name);
      if (platform === undefined || foldersAbove(place, name).some((known) => lockfile.packages[known])) continue;
      const { os, cpu, libc } = platform;
      // In the order in which npm itself writes them, so that its next run changes nothing.
      missing[folder] = {
        version,
        cpu,
        ...(parent.dev === true ? { dev: true } : {}),
        ...(libc === undefined ? {} : { libc }),
        optional: true,
        os,
        ...(parent.engines === undefined ? {} : { engines: parent.engines }),
      };
    }
  }
  return missing;
}

/** Where a package in the folder `place` may find another one, as Node looks for it. */
function foldersAbove(place: string, name: string): string[] {
  const folders = [`node_modules/${name}`];
  for (let at = place; at !== ""; at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/")))) {
    folders.push(`${at}/node_modules/${name}`);
  }
  return folders;
}

/** Throws, saying what to run, when a committed lockfile lacks bindings. */
export async function checkLockfile(): Promise<void> {
  for (const name of LOCKFILES) {
    const missing = Object.keys(missingBindings(await readLockfile(name)));
    if (missing.length === 0) continue;
    throw new Failure(
      "LOCKFILE_INCOMPLETE",
      `${name} lacks ${missing.length} native bindings of other platforms, so npm ci refuses it; ` +
        `run "node scripts/development/lockfile.ts" and commit.\n${missing.join("\n")}`,
    );
  }
}

async function completeLockfile(name: LockfileName): Promise<void> {
  const lockfile = await readLockfile(name);
  const missing = missingBindings(lockfile);
  const packages = Object.entries({ ...lockfile.packages, ...missing });
  packages.sort(([a], [b]) => a.localeCompare(b, "en"));
  lockfile.packages = Object.fromEntries(packages);
  await writeFile(fileOf(name), `${JSON.stringify(lockfile, undefined, 2)}\n`);
  console.log(`${name}: ${Object.keys(missing).length} bindings added`);
}

async function readLockfile(name: LockfileName): Promise<Lockfile> {
  return JSON.parse(await readFile(fileOf(name), "utf8"));
}

function fileOf(name: LockfileName): URL {
  return new URL(`../../${name}`, import.meta.url);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  for (const name of LOCKFILES) await completeLockfile(name);
}
