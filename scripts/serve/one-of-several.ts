import type { RequestHandler } from "express";
import { basePathOf, type ServedLedger } from "../../server/api/ledgers-api.ts";
import type { LiveServices } from "../../server/api/live/live-services.ts";
import { createUnopenedApi } from "../../server/api/unopened.ts";
import type { Deployment } from "../../server/chain/deployment.ts";
import type { SharedChain } from "../../server/chain/shared-chain.ts";
import { DEFAULT_FINALITY } from "../../server/mirror/finality.ts";
import { identityOf } from "../../server/mirror/identity.ts";
import { Closing } from "../../server/operations/closing.ts";
import { serveControl } from "../../server/operations/control.ts";
import { LedgerMirror } from "../../server/operations/ledger-mirror.ts";
import type { Metrics } from "../../server/operations/metrics.ts";
import { ledgerDirectory, mirrorIn } from "./data-directory.ts";
import { liveServices, openLedgerApi } from "./ledger-api.ts";
import type { CommonServerOptions } from "./server.ts";

/** What one of several ledgers is mirrored and served with. */
export interface OneOfSeveralOptions extends CommonServerOptions {
  readonly name: string;
  readonly deployment: Deployment;
  readonly rebuild?: ReadonlySet<string>;
  /** How many there are. */
  readonly ledgers: number;
  readonly chain: SharedChain;
  readonly metrics: Metrics;
  /** Where the server listens, once it does. */
  readonly place: { readonly url: string };
  /** Ends the streams of events. */
  readonly ending: AbortSignal;
  readonly poll: number;
}

/** One of several ledgers: what befalls it stays with it. */
export class OneOfSeveral {
  readonly name: string;
  readonly deployment: Deployment;
  readonly ledger: LedgerMirror;
  readonly #options: OneOfSeveralOptions;
  readonly #directory: string;
  readonly #live: LiveServices;
  readonly #closing = new Closing();
  #api: RequestHandler;

  constructor(options: OneOfSeveralOptions) {
    const { name, deployment, chain, metrics, poll, finality = DEFAULT_FINALITY, rebuild, directory } = options;
    const log = options.log.child({ deployment: name });
    this.name = name;
    this.deployment = deployment;
    this.#options = { ...options, log };
    this.#directory = ledgerDirectory(directory, name);
    this.#live = liveServices(options.ending);
    const live = this.#live;
    this.ledger = new LedgerMirror({
      ...{ name, finality, metrics, log, ledgers: options.ledgers },
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

  /** How it is served. */
  get served(): ServedLedger {
    const { chainId, deploymentBlock, contracts } = this.deployment;
    const place = { chainId, deploymentBlock, contracts };
    return { name: this.name, place, api: () => this.#api, mirrorStatus: () => this.ledger.status };
  }

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
