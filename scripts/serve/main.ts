import { resolve } from "node:path";
import { Command, Option } from "commander";
import { pino } from "pino";
import type { OidcOptions } from "../../server/api/access/oidc.ts";
import { readDeployment } from "../../server/chain/deployment.ts";
import { DEFAULT_FINALITY, type Finality } from "../../server/mirror/finality.ts";
import { Failure, runProgram } from "../process/failure.ts";
import { integerOption } from "../process/options.ts";
import { aborted, stopSignal } from "../process/stop-signal.ts";
import { accessLogCommand } from "./access-log-command.ts";
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
  readonly readyLag: number;
  readonly publicUrl?: string;
  readonly oidcIssuer?: string;
  readonly oidcAudience?: string;
  readonly oidcRegionClaim: string;
  readonly oidcFieldsClaim: string;
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
  .option("--ready-lag <blocks>", "how far behind the chain /readyz still says ready", integerOption(0, 1_000_000), 50)
  .option("--rebuild", "set aside what was mirrored before and mirror the ledger anew")
  .option(
    "--public-url <url>",
    "address that clients reach the API at; sign-ins are bound to it (default: as listened on)",
  )
  .option("--oidc-issuer <url>", "identity provider (OpenID Connect) whose access tokens are accepted")
  .option("--oidc-audience <name>", "what its tokens for this API are made out to; needed with --oidc-issuer")
  .option(
    "--oidc-region-claim <name>",
    "claim with the region of a person: six digits, or whole",
    "pilot_ledger_region",
  )
  .option(
    "--oidc-fields-claim <name>",
    "claim with the fields of a person; every field without it",
    "pilot_ledger_fields",
  )
  .addHelpText(
    "after",
    `
Examples:
  npm run serve -- --deployment data/deployment.json --rpc http://127.0.0.1:8545
  npm run serve -- --rpc https://one.example/key --rpc https://two.example --finality finalized
  npm run serve -- token create --name "Audit office" --scopes pilots,statistics --region 330100 --expires 90
  npm run serve -- access-log check`,
  )
  .action(serve)
  .addCommand(tokenCommand(DATA))
  .addCommand(accessLogCommand(DATA));

await runProgram(async () => {
  await program.parseAsync();
});

function urlsOption(url: string, before: readonly string[] = []): string[] {
  return [...before, url];
}

async function serve(options: Options): Promise<void> {
  const { deployment: file, rpc, finality, data, port, host, rebuild = false, publicUrl, readyLag } = options;
  const oidc = oidcOptions(options);
  const stop = stopSignal();
  const log = pino({ base: null }, pino.destination({ dest: 2, sync: true }));
  const deployment = await readDeployment(resolve(file));
  const server = await startServer({
    ...{
      deployment,
      rpcUrls: rpc,
      finality,
      directory: resolve(data),
      host,
      port,
      rebuild,
      publicUrl,
      oidc,
      readyLag,
      log,
    },
  });
  console.log(`The audit API listens on ${server.url}; Ctrl-C ends it.`);
  server.mirror.caughtUp().then(
    () => log.info(`mirrored up to block ${server.mirror.status.head?.number}`),
    () => undefined,
  );
  await aborted(stop);
  await server.close();
}

function oidcOptions({ oidcIssuer, oidcAudience, oidcRegionClaim, oidcFieldsClaim }: Options): OidcOptions | undefined {
  if (oidcIssuer === undefined && oidcAudience === undefined) return undefined;
  if (oidcIssuer === undefined || oidcAudience === undefined) {
    throw new Failure("OIDC_INCOMPLETE", "an identity provider needs both --oidc-issuer and --oidc-audience");
  }
  return {
    issuer: oidcIssuer,
    audience: oidcAudience,
    regionClaim: oidcRegionClaim,
    fieldsClaim: oidcFieldsClaim,
  };
}
