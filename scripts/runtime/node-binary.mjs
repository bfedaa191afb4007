import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { LaunchFailure } from "./launch-failure.mjs";
import { PINNED_NODE, runsTypeScript } from "./node-version.mjs";
import { npmCli } from "./npm-cli.mjs";
import { NOTES, ROOT } from "./paths.mjs";

const run = promisify(execFile);
const NOTE = join(NOTES, "node-binary.json");
const MAJOR = PINNED_NODE.split(".")[0];

/**
 * The Node to run TypeScript with: the running one when new enough, else the one remembered from an earlier
 * start, else one from the npm registry.
 * @returns {Promise<string>} path of the binary
 */
export async function findNode() {
  if (runsTypeScript(process.version)) return process.execPath;
  const remembered = readNote();
  if (remembered !== undefined && (await versionOf(remembered)) === `v${PINNED_NODE}`) return remembered;
  return await fetchNode();
}

/**
 * Notes where the fetched Node is, so that later starts need not ask npx. Failing to is no failure.
 * @param {string} binary
 */
export function rememberNode(binary) {
  if (binary === process.execPath || readNote() === binary) return;
  try {
    mkdirSync(NOTES, { recursive: true });
    writeFileSync(NOTE, JSON.stringify({ binary }));
  } catch {
    // A checkout that cannot be written to still works; each start asks npx again.
  }
}

function readNote() {
  try {
    const { binary } = JSON.parse(readFileSync(NOTE, "utf8"));
    return typeof binary === "string" ? binary : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} binary */
async function versionOf(binary) {
  try {
    return (await run(binary, ["--version"])).stdout.trim();
  } catch {
    return undefined;
  }
}

async function fetchNode() {
  process.stderr.write(
    `Node ${process.version.slice(1)} is too old for this project; fetching Node ${MAJOR} from the npm registry (once) …\n`,
  );
  const call = ["--yes", "--prefer-offline", `--package=node@${PINNED_NODE}`, "--call", "node -p process.execPath"];
  let output;
  try {
    output = (await run(process.execPath, [npmCli("npx"), ...call], { cwd: ROOT })).stdout;
  } catch (error) {
    if (error instanceof LaunchFailure) throw error;
    throw notFetched(error);
  }
  const binary = output.trim().split("\n").at(-1) ?? "";
  const version = await versionOf(binary);
  if (version === undefined || !runsTypeScript(version)) {
    throw new LaunchFailure(
      "NODE_NOT_USABLE",
      `Node ${MAJOR} from the npm registry does not run on this machine (perhaps npm's ignore-scripts is set); install Node ${MAJOR} from https://nodejs.org, put it first on PATH, and run this again.`,
    );
  }
  return binary;
}

/** @param {unknown} cause */
function notFetched(cause) {
  const stderr = cause instanceof Error && "stderr" in cause ? String(cause.stderr).trim() : "";
  const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED/.test(
    stderr,
  );
  return new LaunchFailure(
    offline ? "NO_NETWORK" : "NODE_NOT_FETCHED",
    `Node ${MAJOR} is needed and could not be fetched from the npm registry${offline ? ", which cannot be reached" : ""}; check the network and npm's registry setting, or install Node ${MAJOR} from https://nodejs.org, and run this again.`,
    { cause, detail: offline ? "" : stderr.split("\n").slice(-12).join("\n") },
  );
}
