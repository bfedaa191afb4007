import { createLedgersApi } from "../../server/api/ledgers-api.ts";
import { listen } from "../../server/api/listen.ts";
import { type Deployment, DeploymentError } from "../../server/chain/deployment.ts";
import { openSharedChain, pollInterval } from "../../server/chain/open-source.ts";
import { Closing } from "../../server/operations/closing.ts";
import type { LedgerMirror } from "../../server/operations/ledger-mirror.ts";
import { Metrics } from "../../server/operations/metrics.ts";
import { Failure } from "../process/failure.ts";
import { requireFreePort } from "../process/ports.ts";
import { clock } from "./ledger-api.ts";
import { OneOfSeveral } from "./one-of-several.ts";
import { type CommonServerOptions, VERSION } from "./server.ts";
import { unreadableLedger } from "./unreadable-ledger.ts";

/** How a server of several ledgers is started. */
export interface LedgersServerOptions extends CommonServerOptions {
  /** Deployments on one chain, by the names they are served under; or why the manifest of one cannot be read. */
  readonly deployments: ReadonlyMap<string, Deployment | DeploymentError>;
  /** The names of those that are mirrored anew, whatever was mirrored before. */
  readonly rebuild?: ReadonlySet<string>;
}

/** Mirrors of several ledgers, and the audit APIs over them. */
export interface RunningLedgers {
  readonly url: string;
  /** Those whose manifest could be read. */
  readonly ledgers: ReadonlyMap<string, LedgerMirror>;
  /** Finishes the requests and the batches under way, within some seconds, and closes the stores. */
  readonly close: () => Promise<void>;
}

/**
 * Starts to mirror several ledgers of one chain over one set of connections, and to serve each under `/ledgers/NAME`. Each has a
 * store, mirror, self-check, tokens and access log of its own: one that is damaged is mirrored anew, and one that halts, cannot be opened
 * or has no manifest that can be read answers 503 with its reason, while the others go on. Returns when the chain has been looked at once for each.
 *
 * @throws {Failure} when no node is told, or the address cannot be listened on; {DeploymentError} when no manifest can be read.
 */
export async function startLedgers(options: LedgersServerOptions): Promise<RunningLedgers> {
  const { host, port, readiness, log } = options;
  const deployments = readable(options.deployments);
  const rpcUrls = options.rpcUrls ?? [commonUrl(deployments)];
  if (port !== 0) await requireFreePort(port, host);
  const closing = new Closing();
  try {
    const metrics = new Metrics(VERSION, "several");
    const chain = openSharedChain(rpcUrls, { onFailure: (code, node) => metrics.rpcError(code, node) });
    closing.add(async () => chain.close());
    const place = { url: "" };
    const ending = new AbortController();
    const common = {
      ...options,
      chain,
      metrics,
      place,
      ending: ending.signal,
      poll: pollInterval(rpcUrls),
      ledgers: deployments.size,
    };
    const running = [...deployments].map(([name, deployment]) => new OneOfSeveral({ ...common, name, deployment }));
    closing.add(async () => void (await Promise.all(running.map((one) => one.close()))));
    const served = new Map(running.map((one) => [one.name, one.served]));
    const ledgers = [...options.deployments].map(
      ([name, fault]) => served.get(name) ?? unreadableLedger(name, fault as DeploymentError, { metrics, log }),
    );
    const app = createLedgersApi({ ledgers, metrics, readiness, log, clock });
    const listening = await listen(app, { host, port });
    closing.add(() => listening.close());
    closing.add(async () => ending.abort());
    place.url = listening.url;
    await Promise.all(running.map((one) => one.run()));
    return {
      url: place.url,
      ledgers: new Map(running.map(({ name, ledger }) => [name, ledger])),
      close: () => closing.run(),
    };
  } catch (error) {
    await closing.run();
    throw error;
  }
}

/** The node that all manifests name. */
function commonUrl(deployments: ReadonlyMap<string, Deployment>): string {
  const [url, ...others] = new Set([...deployments.values()].map(({ rpcUrl }) => rpcUrl));
  if (url !== undefined && others.length === 0) return url;
  throw new Failure("RPC_UNCLEAR", "the manifests name different nodes: name that of their one chain with --rpc");
}

/** @throws {DeploymentError} when there is none. */
function readable(deployments: LedgersServerOptions["deployments"]): Map<string, Deployment> {
  const read = new Map<string, Deployment>();
  let fault: DeploymentError | undefined;
  for (const [name, deployment] of deployments) {
    if (deployment instanceof DeploymentError) fault ??= deployment;
    else read.set(name, deployment);
  }
  if (read.size === 0 && fault !== undefined) throw fault;
  return read;
}
