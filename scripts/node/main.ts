import { Command } from "commander";
import { runProgram } from "../process/failure.ts";
import { integerOption } from "../process/options.ts";
import { aborted, stopSignal } from "../process/stop-signal.ts";
import { startLocalNode } from "./node.ts";

const program = new Command("npm run node --")
  .description("Start a local development chain (Hardhat's node). It lives in memory and ends with the program.")
  .option("--port <port>", "port of the JSON-RPC endpoint", integerOption(1, 65_535), 8545)
  .option("--host <host>", "address to listen on", "127.0.0.1")
  .addHelpText("after", "\nExample:\n  npm run node -- --port 8545");

await runProgram(async () => {
  const { port, host } = program.parse().opts<{ port: number; host: string }>();
  const stop = stopSignal();
  const node = await startLocalNode({ port, host });
  console.log(`A development chain listens on ${node.url} (chain id 31337, 40 funded accounts of the mnemonic`);
  console.log(`"test test test test test test test test test test test junk"). Ctrl-C ends it, and the chain with it.`);
  console.log(`Next: npm run deploy -- --rpc ${node.url}`);
  await aborted(stop);
  await node.close();
});
