import type { RequestHandler } from "express";
import { basePathOf, createLedgersApi } from "../../server/api/ledgers-api.ts";
import { listen } from "../../server/api/listen.ts";
import type { LiveServices } from "../../server/api/live/live-services.ts";
import { createUnopenedApi } from "../../server/api/unopened.ts";
import type { Deployment } from "../../server/chain/deployment.ts";
import { openSharedChain, pollInterval } from "../../server/chain/open-source.ts";
import type { SharedChain } from "../../server/chain/shared-chain.ts";
import { DEFAULT_FINALITY } from "../../server/mirror/finality.ts";
import { identityOf } from "../../server/mirror/identity.ts";
import { Closing } from "../../server/operations/closing.ts";
import { serveControl } from "../../server/operations/control.ts";
import { LedgerMirror } from "../../server/operations/ledger-mirror.ts";
import { Metrics } from "../../server/operations/metrics.ts";
import { Failure } from "../process/failure.ts";
import { requireFreePort } from "../process/ports.ts";
import { ledgerDirectory, mirrorIn } from "./data-directory.ts";
import { clock, liveServices, openLedgerApi } from "./ledger-api.ts";
import { type CommonServerOptions, VERSION } from "./server.ts";

/** How a server of several ledgers is started. */
export interface LedgersServerOptions extends CommonServerOptions {
  /** Deployments on one chain, by the names they are served under. */
  readonly deployments: ReadonlyMap<string, Deployment>;
  /** The names of those that are mirrored anew, whatever was mirrored before. */
  readonly rebuild?: ReadonlySet<string>;
}

/** Mirrors of several ledgers, and the audit APIs over them. */
export interface RunningLedgers {
  readonly url: string;
  readonly ledgers: ReadonlyMap<string, LedgerMirror>;
  /** Finishes the requests and the batches under way, within some seconds, and closes the stores. */
  readonly close: () => Promise<void>;
}

/**
 * Starts to mirror several ledgers of one chain over one set of connections, and to serve each under `/ledgers/NAME`. Each has a
 * store, mirror, self-check, tokens and access log of its own: one that is damaged is mirrored anew, and one that halts or cannot be
 * opened answers 503 with its reason, while the others go on. Returns when the chain has been looked at once for each.
 *
 * @throws {Failure} when no node is told, or the address cannot be listened on.
 */
export async function startLedgers(options: LedgersServerOptions): Promise<RunningLedgers> {
  const { deployments, host, port, readiness, log } = options;
  const rpcUrls = options.rpcUrls ?? [commonUrl(deployments)];
  if (port !== 0) await requireFreePort(port, host);
  const closing = new Closing();
  try {
    const metrics = new Metrics(VERSION, "several");
    const chain = openSharedChain(rpcUrls, { onFailure: (code, node) => metrics.rpcError(code, node) });
    closing.add(async () => chain.close());
    const place = { url: "" };
    const ending = new AbortController();
    const running = [...deployments].map(
      ([name, deployment]) =>
        new LedgerOfSeveral({
          ...options,
          name,
          deployment,
          chain,
          metrics,
          place,
          ending: ending.signal,
          poll: pollInterval(rpcUrls),
        }),
    );
    closing.add(async () => void (await Promise.all(running.map((one) => one.close()))));
    const ledgers = running.map(({ name, deployment, ledger, api }) => {
      const { chainId, deploymentBlock, contracts } = deployment;
      return { name, chainId, deploymentBlock, contracts, api, mirrorStatus: () => ledger.status };
    });
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

interface LedgerOptions extends CommonServerOptions {
  readonly name: string;
  readonly deployment: Deployment;
  readonly rebuild?: ReadonlySet<string>;
  readonly chain: SharedChain;
  readonly metrics: Metrics;
  /** Where the server listens, once it does. */
  readonly place: { readonly url: string };
  /** Ends the streams of events. */
  readonly ending: AbortSignal;
  readonly poll: number;
}

/** One of the ledgers: what befalls it stays with it. */
class LedgerOfSeveral {
  readonly name: string;
  readonly deployment: Deployment;
  readonly ledger: LedgerMirror;
  readonly #options: LedgerOptions;
  readonly #directory: string;
  readonly #live: LiveServices;
  readonly #closing = new Closing();
  #api: RequestHandler;

  constructor(options: LedgerOptions) {
    const { name, deployment, chain, metrics, poll, finality = DEFAULT_FINALITY, rebuild, directory } = options;
    const log = options.log.child({ deployment: name });
    this.name = name;
    this.deployment = deployment;
    this.#options = { ...options, log };
    this.#directory = ledgerDirectory(directory, name);
    this.#live = liveServices(options.ending);
    const live = this.#live;
    this.ledger = new LedgerMirror({
      ...{ name, finality, metrics, log },
      identity: identityOf(deployment),
      directory: mirrorIn(this.#directory),
      source: chain.follower(),
      pollInterval: poll,
      rebuild: rebuild?.has(name) ?? false,
      streams: () => live.places.open,
      onProgress: (status) => live.heads.notice(status),
    });
    this.#closing.add(() => this.ledger.close());
    this.#api = createUnopenedApi({
      ...{ mirrorStatus: () => this.ledger.status, inspected: () => this.ledger.inspected, log },
    });
  }

  readonly api = (): RequestHandler => this.#api;

  /** Opens it, looks at the chain once, and begins to follow it. Whatever goes wrong is said in its log and status. */
  async run(): Promise<void> {
    const { deployment, publicUrl, place, oidc, readiness, log, name, webhookRules, metrics, rebuild } = this.#options;
    const basePath = basePathOf(name);
    try {
      await this.ledger.open();
      this.#api = await openLedgerApi(
        {
          ...{ ledger: this.ledger, directory: this.#directory, basePath, live: this.#live, oidc, readiness, log },
          ...{ webhookRules, measuring: metrics, name, rebuild: rebuild?.has(name) ?? false },
          chainId: deployment.chainId,
          origin: () => publicUrl ?? place.url,
        },
        this.#closing,
      );
      const control = await serveControl(this.ledger.operations(place.url + basePath), this.#directory);
      this.#closing.add(() => control.close());
      const { state } = await this.ledger.mirror.syncOnce();
      if (state !== "halted") this.ledger.start();
    } catch (error) {
      log.error({ err: error }, `the ledger ${name} is not served`);
      this.ledger.refuse(error);
    }
  }

  close(): Promise<void> {
    return this.#closing.run();
  }
}

/** The node that all manifests name. */
function commonUrl(deployments: ReadonlyMap<string, Deployment>): string {
  const [url, ...others] = new Set([...deployments.values()].map(({ rpcUrl }) => rpcUrl));
  if (url !== undefined && others.length === 0) return url;
  throw new Failure("RPC_UNCLEAR", "the manifests name different nodes: name that of their one chain with --rpc");
}
