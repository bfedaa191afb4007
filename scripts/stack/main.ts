import { join, resolve } from "node:path";
import { Command } from "commander";
import { pino } from "pino";
import { runProgram } from "../process/failure.ts";
import { integerOption } from "../process/options.ts";
import { keepHeapSmall } from "../process/small-heap.ts";
import { aborted, stopSignal } from "../process/stop-signal.ts";
import { openDataDirectory } from "./files.ts";
import { startProgress } from "./progress.ts";
import { startStack } from "./stack.ts";
import { welcome } from "./welcome.ts";

interface Options {
  readonly port?: number;
  readonly rpcPort?: number;
  readonly data: string;
  readonly demo: boolean;
}

const program = new Command("npm start --")
  .description("Start a local chain, deploy the ledger, load the demonstration, and serve the mirror's audit API.")
  .option("--port <port>", "port of the audit API (default: the first free one from 8080 on)", integerOption(1, 65_535))
  .option("--rpc-port <port>", "port of the local chain (default: a free one)", integerOption(1, 65_535))
  .option("--data <dir>", "where mirror, manifest, receipts and log are kept", "data/local")
  .option("--no-demo", "leave the demonstration out")
  .addHelpText("after", "\nExample:\n  npm start -- --port 8080 --data data/local");

await runProgram(async () => {
  keepHeapSmall();
  const { port, rpcPort, data, demo } = program.parse().opts<Options>();
  const closers: (() => Promise<void>)[] = [];
  const signal = stopSignal(() => process.stderr.write("\nstopping …\n"));
  const directory = resolve(data);
  await openDataDirectory(directory);
  const log = pino({ base: null }, pino.destination({ dest: join(directory, "server.log"), sync: true }));
  try {
    const choice = demo ? "load" : "leave out";
    const stack = await startStack(
      { port, rpcPort, directory, demo: choice, progress: startProgress(process.stderr), log, signal },
      (close) => closers.unshift(close),
    );
    console.log(welcome(stack, choice));
    await aborted(signal);
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    for (const close of closers) await close();
  }
  process.stderr.write("stopped; the mirror is whole\n");
});
