import { execFile } from "node:child_process";
import { mkdtemp, realpath, rm } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { promisify } from "node:util";

export const ROOT = resolve(import.meta.dirname, "..", "..");

/** A way a machine may be set up: what its PATH finds first. */
export interface Host {
  name: string;
  path: string;
}

const hostPath = process.env.PILOT_LEDGER_HOST_PATH ?? process.env.PATH ?? "";

/** The machine as it is, whatever its Node, and one whose own Node needs no replacing. */
export const HOSTS: { own: Host; modern: Host } = {
  own: { name: "the Node of this host", path: hostPath },
  modern: { name: "Node 24 first on PATH", path: [dirname(process.execPath), hostPath].join(delimiter) },
};

/** The environment a user's shell would have: nothing of the npm, Mocha or launcher that run this test. */
export function shellEnvironment(host: Host): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) =>
      /^npm_config_(registry|cache|userconfig)$/.test(name) ||
      !/^(npm_|PILOT_LEDGER_|NODE|MOCHA|HARDHAT|INIT_CWD)/i.test(name),
  );
  return { ...Object.fromEntries(kept), PATH: host.path };
}

/** Clones the last commit of this checkout into a new temporary folder. */
export async function cloneFresh(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const parent = await realpath(await mkdtemp(join(tmpdir(), "pilot-ledger-start-")));
  const folder = join(parent, "pilot-ledger");
  await promisify(execFile)("git", ["clone", "--quiet", ROOT, folder]);
  return { folder, remove: () => rm(parent, { recursive: true, force: true }) };
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const { server, port } = await holdPort();
  await new Promise((closed) => server.close(closed));
  return port;
}

/** Listens on a port, so that nobody else can. */
export async function holdPort(): Promise<{ server: Server; port: number }> {
  const server = createServer();
  await new Promise<void>((listening, fail) => server.once("error", fail).listen(0, "127.0.0.1", listening));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return { server, port: address.port };
}
