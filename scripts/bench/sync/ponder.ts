import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { access, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { pilotLedgerAbi } from "../../../server/ledger/abi.generated.ts";
import type { StoreIdentity } from "../../../server/store/reader.ts";
import { nextFreePort } from "../../process/ports.ts";
import { endsWithUs } from "./ends-with-us.ts";
import type { Measurement } from "./row.ts";

/** The folder of the peer, a package of its own. */
const FOLDER = fileURLToPath(new URL("../ponder/", import.meta.url));
const POLL = 50;
const FIRST_PORT = 42_100;

/** Installs the peer from its own lockfile, unless it is there. */
export async function installPonder(): Promise<void> {
  const isThere = await access(`${FOLDER}node_modules/ponder/package.json`).then(
    () => true,
    () => false,
  );
  if (isThere) return;
  const child = spawn("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: FOLDER,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error("Ponder could not be installed from scripts/bench/ponder/package-lock.json");
}

/** The chain as the peer is told of it. */
export interface PonderLoad {
  readonly url: string;
  readonly identity: StoreIdentity;
  readonly head: number;
  /** The events of the contract it reads. */
  readonly events: number;
}

/** Ponder while it serves. */
export interface PonderServer {
  readonly url: string;
  readonly measured: Measurement;
  readonly close: () => Promise<void>;
}

/** Lets Ponder index everything: with nothing kept from before, or with the answers of the node kept in its cache. */
export async function runPonder(load: PonderLoad, cache: "cold" | "cached"): Promise<Measurement> {
  const { measured, close } = await servePonder(load, cache);
  await close();
  return measured;
}

/** The same, and lets it go on to answer until it is closed. */
export async function servePonder(load: PonderLoad, cache: "cold" | "cached"): Promise<PonderServer> {
  if (cache === "cold") await rm(`${FOLDER}.ponder`, { recursive: true, force: true });
  await writeFile(`${FOLDER}abi.ts`, `export const pilotLedgerAbi = ${JSON.stringify(pilotLedgerAbi)} as const;\n`);
  const port = await nextFreePort(FIRST_PORT, "127.0.0.1");
  const url = `http://127.0.0.1:${port}`;
  const child = start(load, port, `bench_${cache}_${Date.now()}`);
  const end = endsWithUs(child);
  const close = async () => {
    const isEnded = child.exitCode !== null || child.signalCode !== null;
    end();
    if (!isEnded) await once(child, "exit");
  };
  const begun = performance.now();
  let peak = 0;
  try {
    while ((await fetch(`${url}/ready`).catch(() => undefined))?.status !== 200) {
      if (child.exitCode !== null) throw new Error(`Ponder ended with ${child.exitCode}`);
      peak = Math.max(peak, await memoryOf(child));
      await new Promise((resolve) => setTimeout(resolve, POLL));
    }
    const seconds = (performance.now() - begun) / 1_000;
    const peakMemoryMiB = Math.max(peak, await memoryOf(child));
    return { url, measured: { events: load.events, seconds, peakMemoryMiB }, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function start({ url, identity, head }: PonderLoad, port: number, schema: string): ChildProcess {
  const args = [
    `${FOLDER}node_modules/ponder/dist/esm/bin/ponder.js`,
    "start",
    "--schema",
    schema,
    "--port",
    `${port}`,
    "--hostname",
    "127.0.0.1",
    "--log-level",
    "error",
  ];
  const env = {
    ...process.env,
    PONDER_TELEMETRY_DISABLED: "true",
    BENCH_RPC: url,
    BENCH_CHAIN_ID: `${identity.chainId}`,
    BENCH_ADDRESS: identity.contracts.PilotLedger,
    BENCH_START: `${identity.deploymentBlock}`,
    BENCH_END: `${head}`,
  };
  // A group of its own: what it starts ends with it.
  return spawn(process.execPath, args, { cwd: FOLDER, env, stdio: ["ignore", "ignore", "inherit"], detached: true });
}

/** The most memory a process has used, in MiB, as Linux counts it; 0 where it cannot be told. */
async function memoryOf(child: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${child.pid}/status`, "utf8").catch(() => "");
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1_024;
}
