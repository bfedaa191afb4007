import { resolve } from "node:path";
import { Command, Option } from "commander";
import { pino } from "pino";
import { readDeployment } from "../../server/chain/deployment.ts";
import { DEFAULT_FINALITY, type Finality } from "../../server/mirror/finality.ts";
import { runProgram } from "../process/failure.ts";
import { integerOption } from "../process/options.ts";
import { aborted, stopSignal } from "../process/stop-signal.ts";
import { finalityOption } from "./finality-option.ts";
import { startServer } from "./server.ts";
import { tokenCommand } from "./token-command.ts";

interface Options {
  readonly deployment: string;
  readonly rpc?: readonly string[];
  readonly finality: Finality;
  readonly data: string;
  readonly port: number;
  readonly host: string;
  readonly rebuild?: boolean;
}

const DATA = "data/serve";

const program = new Command("npm run serve --")
  .description("Mirror a ledger from any JSON-RPC endpoint and serve the audit API over it. Logs go to standard error.")
  .enablePositionalOptions()
  .option("--deployment <file>", "deployment manifest of the ledger", "data/deployment.json")
  .option("--rpc <url>", "JSON-RPC endpoint of the chain; again for further ones (default: the manifest's)", urlsOption)
  .addOption(
    new Option("--finality <rule>", "when no block can be replaced any more: finalized, safe, or under so many blocks")
      .argParser(finalityOption)
      .default(DEFAULT_FINALITY, "128"),
  )
  .option("--data <dir>", "where the mirror and the access tokens are kept", DATA)
  .option("--port <port>", "port of the API", integerOption(0, 65_535), 8080)
  .option("--host <host>", "address to listen on", "127.0.0.1")
  .option("--rebuild", "set aside what was mirrored before and mirror the ledger anew")
  .addHelpText(
    "after",
    `
Examples:
  npm run serve -- --deployment data/deployment.json --rpc http://127.0.0.1:8545
  npm run serve -- --rpc https://one.example/key --rpc https://two.example --finality finalized
  npm run serve -- token create --name "Audit office" --expires 90`,
  )
  .action(serve)
  .addCommand(tokenCommand(DATA));

await runProgram(async () => {
  await program.parseAsync();
});

function urlsOption(url: string, before: readonly string[] = []): string[] {
  return [...before, url];
}

async function serve({ deployment: file, rpc, finality, data, port, host, rebuild = false }: Options): Promise<void> {
  const stop = stopSignal();
  const log = pino({ base: null }, pino.destination({ dest: 2, sync: true }));
  const deployment = await readDeployment(resolve(file));
  const server = await startServer({
    ...{ deployment, rpcUrls: rpc, finality, directory: resolve(data), host, port, rebuild, log },
  });
  console.log(`The audit API listens on ${server.url}; Ctrl-C ends it.`);
  server.mirror.caughtUp().then(
    () => log.info(`mirrored up to block ${server.mirror.status.head?.number}`),
    () => undefined,
  );
  await aborted(stop);
  await server.close();
}
