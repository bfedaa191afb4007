import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout this launcher belongs to, wherever it was started from. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** Survives until the next `npm ci`, which empties node_modules: just as long as what is noted in it holds true. */
export const NOTES = join(ROOT, "node_modules", ".cache", "pilot-ledger");

/** Must survive `npm ci`: the lock of a running installation and its log. Ignored by git. */
export const INSTALL_STATE = join(ROOT, "cache", "install");

/**
 * The PATH as the user has it: without the entries that `npm run` puts in front for this checkout.
 * @param {string} path
 * @param {string} root
 * @returns {string}
 */
export function hostPath(path, root) {
  return path
    .split(delimiter)
    .filter((entry) => {
      if (/[\\/]node-gyp-bin[\\/]?$/.test(entry)) return false;
      if (!/[\\/]node_modules[\\/]\.bin[\\/]?$/.test(entry)) return true;
      const owner = resolve(entry, "..", "..");
      return root !== owner && !root.startsWith(join(owner, "/"));
    })
    .join(delimiter);
}

/**
 * The environment for a child that must find `nodeBinary` as `node`.
 * @param {NodeJS.ProcessEnv} environment
 * @param {string} nodeBinary
 * @returns {NodeJS.ProcessEnv}
 */
export function withNodeFirst(environment, nodeBinary) {
  // On Windows the variable may be spelt "Path"; a second spelling beside it would win or lose at random.
  const key = Object.keys(environment).find((name) => name.toUpperCase() === "PATH") ?? "PATH";
  const path = environment[key] ?? "";
  const first = dirname(nodeBinary);
  const entries = path.split(delimiter);
  return { ...environment, [key]: entries[0] === first ? path : [first, path].join(delimiter) };
}
