import { readFile } from "node:fs/promises";
import type { Logger } from "pino";
import { SCOPES } from "../../server/api/access/scopes.ts";
import { createToken } from "../../server/api/access/token-file.ts";
import type { Deployment } from "../../server/chain/deployment.ts";
import { DEMO_BEGINNING, shanghai } from "../demo/clock.ts";
import { loadDemo } from "../demo/load.ts";
import { deployLedger } from "../deploy/deploy.ts";
import { buildContracts } from "../development/contracts.ts";
import { startLocalNode } from "../node/node.ts";
import { nextFreePort, requireFreePort } from "../process/ports.ts";
import { tokenFileIn } from "../serve/data-directory.ts";
import { type RunningServer, startServer } from "../serve/server.ts";
import { clockOf } from "./clock.ts";
import { clearEarlierRun, openDataDirectory, type StackFiles, writeAccounts, writeLocalStack } from "./files.ts";
import type { StartProgress } from "./progress.ts";

const HOST = "127.0.0.1";
const API_PORT = 8080;
const DAY = 86_400;

export interface StackOptions {
  /** The API's port; the first free one from 8080 on when absent. */
  readonly port?: number | undefined;
  /** The chain's port; a free one when absent. */
  readonly rpcPort?: number | undefined;
  readonly directory: string;
  readonly demo: "load" | "leave out";
  readonly progress: StartProgress;
  readonly log: Logger;
  readonly signal: AbortSignal;
}

/** A running local stack. */
export interface Stack {
  readonly apiUrl: string;
  readonly rpcUrl: string;
  readonly token: string;
  readonly deployment: Deployment;
  readonly files: StackFiles;
}

/**
 * Starts a local chain, deploys the ledger, serves mirror and API, and loads the demo. What is started is handed to `onStarted` at
 * once, so that it is closed whatever happens after.
 *
 * @throws {Failure} with one sentence when a port, the data directory or an act of the demo fails.
 */
export async function startStack(
  options: StackOptions,
  onStarted: (close: () => Promise<void>) => void,
): Promise<Stack> {
  const { progress, signal, log } = options;
  const files = await openDataDirectory(options.directory);
  const port = options.port ?? (await nextFreePort(API_PORT, HOST));
  await requireFreePort(port, HOST);

  progress.step("compiling the contracts");
  await buildContracts();
  signal.throwIfAborted();

  const initialDate = options.demo === "load" ? demoBeginning() : undefined;
  const node = await startLocalNode({ port: options.rpcPort, host: HOST, initialDate });
  onStarted(node.close);
  progress.step(`a local chain listens on ${node.url}; it lives in memory and ends with this program`);

  const earlier = await earlierGenesis(files);
  await clearEarlierRun(files);
  const deployment = await deployLedger({
    rpcUrl: node.url,
    province: "ZJ",
    provinceRegion: "330000",
    administratorDelay: DAY,
    manifestFile: files.deployment,
    chain: "in memory",
  });
  await writeAccounts(files);
  progress.step(`the ledger is deployed from block ${deployment.deploymentBlock} on`);
  if (earlier !== undefined && earlier !== deployment.genesisHash) {
    progress.step(
      `the mirror in ${files.directory} is of another chain, that of an earlier start: it is set aside, and a new one begun`,
    );
  }
  signal.throwIfAborted();

  const server = await startServer({
    ...{ deployment, directory: files.directory, host: HOST, port, rebuild: true, log },
    // For trying out: receivers of this machine.
    webhookRules: { ranges: ["127.0.0.0/8", "::1/128"], http: true },
  });
  onStarted(server.close);
  progress.step(`mirror and audit API run on ${server.url}`);

  if (options.demo === "load") await loadAndMirror(node.url, files, options, server);
  const { token } = await createToken(tokenFileIn(files.directory), {
    name: "regulator of the local stack",
    grant: { scopes: SCOPES, region: null, fields: null },
    expiresAt: null,
    now: Math.floor(Date.now() / 1_000),
  });
  const stack = { apiUrl: server.url, rpcUrl: node.url, token };
  await writeLocalStack(files, stack);
  return { ...stack, deployment, files };
}

/** Every start gets a chain of its own: no two begin in the same second of the demo's first day. */
function demoBeginning(): Date {
  return new Date(shanghai(DEMO_BEGINNING) * 1_000 - (Date.now() % (DAY * 1_000)));
}

async function loadAndMirror(
  rpcUrl: string,
  files: StackFiles,
  { progress, signal }: StackOptions,
  server: RunningServer,
): Promise<void> {
  progress.step("loading the demonstration: every act is a call of the command line, as its actor and at its time");
  const chain = clockOf(rpcUrl);
  try {
    const deploymentFile = files.deployment;
    await loadDemo({ chain, deploymentFile, folder: files.demo, onProgress: progress.part, signal });
  } finally {
    chain.close();
  }
  await server.mirror.caughtUp();
  const status = await server.mirror.syncOnce();
  progress.step(`mirrored up to block ${status.head?.number}`);
}

/** The chain an earlier start left its mirror of. */
async function earlierGenesis(files: StackFiles): Promise<string | undefined> {
  try {
    return (JSON.parse(await readFile(files.deployment, "utf8")) as Deployment).genesisHash;
  } catch {
    return undefined;
  }
}
