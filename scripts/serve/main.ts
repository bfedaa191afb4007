import { resolve } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { pino } from "pino";
import type { OidcOptions } from "../../server/api/access/oidc.ts";
import { USUAL_READINESS } from "../../server/api/mirror-status.ts";
import { type Deployment, DeploymentError, readDeployment } from "../../server/chain/deployment.ts";
import { isRange } from "../../server/live/webhooks/addresses.ts";
import { DEFAULT_FINALITY, type Finality } from "../../server/mirror/finality.ts";
import { Failure, runProgram } from "../process/failure.ts";
import { integerOption } from "../process/options.ts";
import { keepHeapSmall } from "../process/small-heap.ts";
import { aborted, stopSignal } from "../process/stop-signal.ts";
import { accessLogCommand } from "./access-log-command.ts";
import { deploymentOption, type NamedManifest, named } from "./deployment-option.ts";
import { finalityOption } from "./finality-option.ts";
import { startLedgers } from "./ledgers-server.ts";
import { type CommonServerOptions, startServer } from "./server.ts";
import { tokenCommand } from "./token-command.ts";
import { webhookCommand } from "./webhook-command.ts";

interface Options {
  readonly deployment?: readonly NamedManifest[];
  readonly rpc?: readonly string[];
  readonly finality: Finality;
  readonly data: string;
  readonly port: number;
  readonly host: string;
  readonly rebuild?: true | string;
  readonly readyLag: number;
  readonly readyLagSeconds: number;
  readonly readySilence: number;
  readonly publicUrl?: string;
  readonly webhookAllow?: readonly string[];
  readonly webhookHttp?: boolean;
  readonly oidcIssuer?: string;
  readonly oidcAudience?: string;
  readonly oidcRegionClaim: string;
  readonly oidcFieldsClaim: string;
}

const DATA = "data/serve";
const MANIFEST = "data/deployment.json";

const program = new Command("npm run serve --")
  .description("Mirror a ledger from any JSON-RPC endpoint and serve the audit API over it. Logs go to standard error.")
  .enablePositionalOptions()
  .option(
    "--deployment <[name=]file>",
    `deployment manifest of the ledger (default: ${MANIFEST}); with a name, again for each of several on one chain`,
    deploymentOption,
  )
  .option("--rpc <url>", "JSON-RPC endpoint of the chain; again for further ones (default: the manifest's)", urlsOption)
  .addOption(
    new Option("--finality <rule>", "when no block can be replaced any more: finalized, safe, or under so many blocks")
      .argParser(finalityOption)
      .default(DEFAULT_FINALITY, "128"),
  )
  .option("--data <dir>", "where the mirror, the access tokens and the webhooks are kept", DATA)
  .option("--port <port>", "port of the API", integerOption(0, 65_535), 8080)
  .option("--host <host>", "address to listen on", "127.0.0.1")
  .option(
    "--ready-lag <blocks>",
    "how far behind the chain /readyz still says ready",
    integerOption(0, 1_000_000),
    USUAL_READINESS.blocks,
  )
  .option(
    "--ready-lag-seconds <seconds>",
    "the same in seconds of the chain",
    integerOption(0, 31_536_000),
    USUAL_READINESS.seconds,
  )
  .option(
    "--ready-silence <seconds>",
    "for how long /readyz still says ready after the chain's node last answered",
    integerOption(1, 31_536_000),
    USUAL_READINESS.silence,
  )
  .option(
    "--rebuild [names]",
    "set aside what was mirrored before and mirror the ledger anew; of several, all or those named, with commas",
  )
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
  .option(
    "--webhook-allow <range>",
    "let webhooks go to addresses of this range though they are not public, such as 10.20.0.0/16; again for further ones",
    rangesOption,
  )
  .option("--webhook-http", "let webhooks go over plain HTTP as well")
  .addHelpText(
    "after",
    `
Examples:
  npm run serve -- --deployment data/deployment.json --rpc http://127.0.0.1:8545
  npm run serve -- --rpc https://one.example/key --rpc https://two.example --finality finalized
  npm run serve -- --deployment zhejiang=data/zj.json --deployment anhui=data/ah.json --rpc http://127.0.0.1:8545
  npm run serve -- token create --name "Audit office" --scopes pilots,statistics --region 330100 --expires 90
  npm run serve -- token create --deployment anhui --name "Audit office" --scopes pilots --region whole
  npm run serve -- webhook create https://office.example/hook --name PilotApplied
  npm run serve -- access-log check

With names, one process mirrors several ledgers of one chain and serves each under /ledgers/NAME; /v1/ledgers lists them. Each has its own
mirror, tokens, webhooks and access log in the data directory, below ledgers/NAME, and a token is good for that ledger alone.`,
  )
  .action(serve)
  .addCommand(tokenCommand(DATA))
  .addCommand(accessLogCommand(DATA))
  .addCommand(webhookCommand());

await runProgram(async () => {
  await program.parseAsync();
});

function urlsOption(url: string, before: readonly string[] = []): string[] {
  return [...before, url];
}

function rangesOption(range: string, before: readonly string[] = []): string[] {
  if (!isRange(range)) throw new InvalidArgumentError("It must be a range such as 10.20.0.0/16 or fd00::/8.");
  return [...before, range];
}

async function serve(options: Options): Promise<void> {
  keepHeapSmall();
  const { deployment: manifests = [{ name: undefined, file: MANIFEST }], rebuild } = options;
  const { rpc, finality, data, port, host, publicUrl, readyLag, readyLagSeconds, readySilence } = options;
  const stop = stopSignal();
  const log = pino({ base: null }, pino.destination({ dest: 2, sync: true }));
  const common: CommonServerOptions = {
    ...{ rpcUrls: rpc, finality, directory: resolve(data), host, port, publicUrl, log },
    oidc: oidcOptions(options),
    webhookRules: { ranges: options.webhookAllow ?? [], http: options.webhookHttp ?? false },
    readiness: { blocks: readyLag, seconds: readyLagSeconds, silence: readySilence },
  };
  const [only, ...others] = manifests;
  if (only?.name === undefined && others.length === 0) {
    if (typeof rebuild === "string") throw new Failure("NO_SUCH_LEDGER", "there is one ledger: give --rebuild alone");
    await serveOne(common, only?.file ?? MANIFEST, rebuild ?? false, stop);
  } else await serveSeveral(common, named(manifests), rebuild, stop);
}

async function serveOne(common: CommonServerOptions, file: string, rebuild: boolean, stop: AbortSignal): Promise<void> {
  const deployment = await readDeployment(resolve(file));
  const server = await startServer({ ...common, deployment, rebuild });
  console.log(`The audit API listens on ${server.url}; Ctrl-C ends it.`);
  server.mirror.caughtUp().then(
    () => common.log.info(`mirrored up to block ${server.mirror.status.head?.number}`),
    () => undefined,
  );
  await aborted(stop);
  await server.close();
}

async function serveSeveral(
  common: CommonServerOptions,
  files: ReadonlyMap<string, string>,
  rebuild: Options["rebuild"],
  stop: AbortSignal,
): Promise<void> {
  const deployments = new Map<string, Deployment | DeploymentError>();
  for (const [name, file] of files) {
    const read = await readDeployment(resolve(file)).catch((error: unknown) => {
      if (error instanceof DeploymentError) return error;
      throw error;
    });
    deployments.set(name, read);
  }
  const server = await startLedgers({ ...common, deployments, rebuild: chosenOf(rebuild, files) });
  console.log(`The audit APIs of ${[...files.keys()].join(", ")} listen on ${server.url}; Ctrl-C ends them.`);
  await aborted(stop);
  await server.close();
}

/** The ledgers to be mirrored anew. */
function chosenOf(rebuild: Options["rebuild"], files: ReadonlyMap<string, string>): ReadonlySet<string> {
  if (rebuild === undefined) return new Set();
  const chosen = rebuild === true ? [...files.keys()] : rebuild.split(",");
  const unknown = chosen.find((name) => !files.has(name));
  if (unknown === undefined) return new Set(chosen);
  throw new Failure("NO_SUCH_LEDGER", `--rebuild names "${unknown}", and there are ${[...files.keys()].join(", ")}`);
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
