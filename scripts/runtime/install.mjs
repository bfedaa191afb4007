import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { runToEnd } from "./child.mjs";
import { takeLock } from "./install-lock.mjs";
import { readInstallation, reasonToInstall, stampInstallation, unstampInstallation } from "./installation.mjs";
import { LaunchFailure } from "./launch-failure.mjs";
import { npmCli } from "./npm-cli.mjs";
import { INSTALL_STATE, ROOT, withNodeFirst } from "./paths.mjs";

const LOG = join(INSTALL_STATE, "npm-ci.log");

/**
 * Sees to it that node_modules answers to package-lock.json, running `npm ci` under the given Node if not.
 * @param {string} node
 */
export async function ensureInstalled(node) {
  if (reasonToInstall(readInstallation()) !== undefined) await installAlone(node);
  stampInstallation();
}

/** @param {string} node */
async function installAlone(node) {
  let release;
  try {
    release = await takeLock(join(INSTALL_STATE, "lock"), (holder) =>
      process.stderr.write(`Waiting for process ${holder}, which is installing the dependencies …\n`),
    );
  } catch (cause) {
    throw notWritable(cause);
  }
  try {
    const reason = reasonToInstall(readInstallation());
    if (reason !== undefined) await install(node, reason);
  } finally {
    release();
  }
}

/**
 * @param {string} node
 * @param {string} reason
 */
async function install(node, reason) {
  try {
    mkdirSync(join(ROOT, "node_modules"), { recursive: true });
    unstampInstallation();
  } catch (cause) {
    throw notWritable(cause);
  }
  const started = Date.now();
  const stopProgress = showProgress(`Installing the dependencies with npm ci (${reason})`, started);
  const log = openSync(LOG, "w");
  const args = [npmCli("npm"), "ci", "--include=dev", "--no-audit", "--no-fund", "--prefer-offline"];
  const end = await runToEnd(node, args, {
    cwd: ROOT,
    env: withNodeFirst(process.env, node),
    stdio: ["ignore", log, log],
  }).finally(() => {
    closeSync(log);
    stopProgress();
  });
  if (end.interrupted !== undefined) throw interrupted();
  if (end.code !== 0) throw notInstalled();
  process.stderr.write(`Installed the dependencies in ${seconds(started)}.\n`);
  await compile(node);
}

/**
 * Compiles the contracts, so that whatever is started first finds that done. What fails here is reported by the program that needs
 * it: it compiles again.
 * @param {string} node
 */
async function compile(node) {
  const started = Date.now();
  const stopProgress = showProgress("Compiling the contracts", started);
  const hardhat = join(ROOT, "node_modules", "hardhat", "dist", "src", "cli.js");
  const log = openSync(join(INSTALL_STATE, "compile.log"), "w");
  const end = await runToEnd(node, [hardhat, "build", "--no-tests", "--quiet"], {
    cwd: ROOT,
    env: withNodeFirst(process.env, node),
    stdio: ["ignore", log, log],
  }).finally(() => {
    closeSync(log);
    stopProgress();
  });
  if (end.interrupted !== undefined) throw interrupted();
}

function interrupted() {
  return new LaunchFailure("INTERRUPTED", "the installation was interrupted; run this again to complete it.", {
    exitCode: 130,
  });
}

/**
 * Says what is going on: one line that counts seconds on a terminal, a line every ten seconds elsewhere.
 * @param {string} what
 * @param {number} started
 * @returns {() => void}
 */
function showProgress(what, started) {
  const terminal = process.stderr.isTTY === true;
  process.stderr.write(terminal ? `${what} …` : `${what} …\n`);
  const timer = setInterval(
    () => process.stderr.write(terminal ? `\r\u001b[K${what}, ${seconds(started)} …` : `… ${seconds(started)}\n`),
    terminal ? 1_000 : 10_000,
  );
  return () => {
    clearInterval(timer);
    if (terminal) process.stderr.write("\n");
  };
}

/** @param {number} started */
function seconds(started) {
  return `${Math.round((Date.now() - started) / 1000)} s`;
}

function notInstalled() {
  // For a lockfile it refuses, npm adds a page on the usage of the command, which helps nobody here.
  const log = readFileSync(LOG, "utf8").replace(/^npm error\nnpm error Clean install a project[\s\S]*/m, "");
  const lines = log.trimEnd().split("\n");
  const hint = hintFor(lines.join("\n"));
  return new LaunchFailure(
    "INSTALL_FAILED",
    `npm ci failed (its log is ${relative(process.cwd(), LOG) || LOG}); ${hint} and run this again.`,
    { detail: lines.slice(-20).join("\n") },
  );
}

/** @param {string} log */
function hintFor(log) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED/.test(log)) {
    return "check the network and npm's registry setting";
  }
  if (/EACCES|EPERM|EROFS/.test(log)) return `give your user write access to ${join(ROOT, "node_modules")}`;
  if (/ENOSPC/.test(log)) return "free some disk space";
  if (/can only install packages when your package\.json and package-lock\.json/.test(log)) {
    return 'bring package-lock.json in line with package.json ("npm install")';
  }
  return "mend what npm reports above";
}

/** @param {unknown} cause */
function notWritable(cause) {
  return new LaunchFailure(
    "NOT_WRITABLE",
    `the dependencies must be installed, but ${ROOT} cannot be written to; give your user write access to it, its node_modules and its cache folder, and run this again.`,
    { cause },
  );
}
