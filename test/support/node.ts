import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import hre from "hardhat";

/** A development chain that runs for a test. */
export interface TestNode {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Starts Hardhat's node inside this process, on a free port unless one is named.
 *
 * @param options.initialDate The time of its first block.
 */
export async function startHardhatNode(options: { port?: number; initialDate?: string } = {}): Promise<TestNode> {
  const override = options.initialDate === undefined ? {} : { initialDate: options.initialDate };
  const server = await hre.network.createServer({ network: "default", override }, "127.0.0.1", options.port ?? 0);
  const { address, port } = await server.listen();
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= server.close();
    return closing;
  };
  return { url: `http://${address}:${port}`, close };
}

/** How an anvil is started. */
export interface AnvilOptions {
  readonly port?: number;
  readonly chainId?: number;
  /** Further arguments. */
  readonly args?: readonly string[];
}

/** Starts an anvil in a process of its own, on a free port unless one is named. */
export async function startAnvil(options: AnvilOptions = {}): Promise<TestNode> {
  // It writes every old state there, gigabytes of a long chain, and being killed it takes nothing away.
  const states = await mkdtemp(join(tmpdir(), "anvil-states-"));
  const place = ["--host", "127.0.0.1", "--port", String(options.port ?? 0), "--cache-path", states];
  const args = [...place, ...(options.args ?? [])];
  if (options.chainId !== undefined) args.push("--chain-id", String(options.chainId));
  const child = spawn(anvilBinary(), args, { stdio: ["ignore", "pipe", "inherit"] });
  const url = await listeningUrl(child);
  const end = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const exit = once(child, "exit");
      child.kill("SIGKILL");
      await exit;
    }
    await rm(states, { recursive: true, force: true });
  };
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= end();
    return closing;
  };
  return { url, close };
}

/** The binary itself and not its wrapper, which would leave it running when killed. */
function anvilBinary(): string {
  const require = createRequire(import.meta.url);
  const platform = process.platform === "win32" ? "win32" : process.platform;
  const architecture = process.arch === "x64" ? "amd64" : process.arch;
  const fromAnvil = createRequire(require.resolve("@foundry-rs/anvil/package.json"));
  const binary = process.platform === "win32" ? "anvil.exe" : "anvil";
  return fromAnvil.resolve(`@foundry-rs/anvil-${platform}-${architecture}/bin/${binary}`);
}

async function listeningUrl(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error("anvil was started without a standard output");
  for await (const line of createInterface({ input: child.stdout })) {
    const [, place] = /^Listening on (\S+)/.exec(line) ?? [];
    if (place !== undefined) {
      child.stdout.resume();
      return `http://${place}`;
    }
  }
  throw new Error("anvil ended before it listened");
}
