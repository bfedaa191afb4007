import type { RequestListener } from "node:http";
import type { Logger } from "pino";
import packageFile from "../../package.json" with { type: "json" };
import type { OidcOptions } from "../../server/api/access/oidc.ts";
import { listen } from "../../server/api/listen.ts";
import type { Readiness } from "../../server/api/mirror-status.ts";
import { createUnopenedApi } from "../../server/api/unopened.ts";
import type { Deployment } from "../../server/chain/deployment.ts";
import { openSource, pollInterval } from "../../server/chain/open-source.ts";
import type { AddressRules } from "../../server/live/webhooks/addresses.ts";
import { WebhookStoreError } from "../../server/live/webhooks/webhook-store.ts";
import { DEFAULT_FINALITY, type Finality } from "../../server/mirror/finality.ts";
import { identityOf } from "../../server/mirror/identity.ts";
import type { Mirror } from "../../server/mirror/mirror.ts";
import type { MirrorStatus } from "../../server/mirror/status.ts";
import { Closing } from "../../server/operations/closing.ts";
import { serveControl } from "../../server/operations/control.ts";
import { LedgerMirror } from "../../server/operations/ledger-mirror.ts";
import { Metrics } from "../../server/operations/metrics.ts";
import { StoreError } from "../../server/store/errors.ts";
import { Failure } from "../process/failure.ts";
import { requireFreePort } from "../process/ports.ts";
import { mirrorIn } from "./data-directory.ts";
import { liveServices, openLedgerApi } from "./ledger-api.ts";

/** How a server is started, whether of one ledger or of several. */
export interface CommonServerOptions {
  /** The chain's JSON-RPC endpoints, the preferred one first; the one the ledger was deployed through, when absent. */
  readonly rpcUrls?: readonly string[] | undefined;
  /** When a block counts as settled. */
  readonly finality?: Finality;
  /** Where mirrors and access tokens are kept. */
  readonly directory: string;
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  /** The identity provider whose tokens are accepted beside our own. */
  readonly oidc?: OidcOptions | undefined;
  /** The address that clients reach the API at, which sign-ins are bound to; the one listened on when absent. */
  readonly publicUrl?: string | undefined;
  /** How far behind the chain a mirror may be and still be ready. */
  readonly readiness?: Readiness | undefined;
  /** Where webhooks may go; to public addresses over HTTPS alone when absent. */
  readonly webhookRules?: AddressRules | undefined;
  readonly log: Logger;
}

/** How a server of one ledger is started. */
export interface ServerOptions extends CommonServerOptions {
  readonly deployment: Deployment;
  /** Sets aside what was mirrored before, of whatever ledger, and begins anew. */
  readonly rebuild?: boolean;
  /** Told of every move of the mirror. */
  readonly onProgress?: (status: MirrorStatus) => void;
}

/** A mirror and the audit API over it. */
export interface RunningServer {
  readonly url: string;
  readonly mirror: Mirror;
  /** Finishes the requests and the batch under way, within some seconds, and closes the store. */
  readonly close: () => Promise<void>;
}

export const VERSION = packageFile.version;

/**
 * Starts to mirror a ledger and to serve the audit API. It listens at once and answers 503 while the store's files are inspected.
 * Returns when the chain has been looked at once; `mirror.caughtUp()` tells when everything is mirrored. A node that does not answer
 * is no reason to fail: it is tried again.
 *
 * @throws {Failure} when the chain is not the ledger's, or what is stored is of another ledger.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { deployment, directory, host, port, log, onProgress, publicUrl, readiness, oidc, webhookRules } = options;
  const { rpcUrls = [deployment.rpcUrl], finality = DEFAULT_FINALITY, rebuild = false } = options;
  if (port !== 0) await requireFreePort(port, host);
  const closing = new Closing();
  try {
    const metrics = new Metrics(VERSION, "one");
    const source = openSource(rpcUrls, { onFailure: (code, node) => metrics.rpcError(code, node) });
    closing.add(async () => source.close());
    const ending = new AbortController();
    const live = liveServices(ending.signal);
    const ledger = new LedgerMirror({
      ...{ source, finality, rebuild, metrics, log },
      identity: identityOf(deployment),
      directory: mirrorIn(directory),
      pollInterval: pollInterval(rpcUrls),
      streams: () => live.places.open,
      onProgress: (status) => {
        live.heads.notice(status);
        onProgress?.(status);
      },
    });
    closing.add(() => ledger.close());
    // What answers write to is closed once the last is sent: after the listener, which is opened before it.
    const behindAnswers = new Closing();
    closing.add(() => behindAnswers.run());
    let app: RequestListener = createUnopenedApi({
      ...{ mirrorStatus: () => ledger.status, inspected: () => ledger.inspected, metrics, log },
    });
    const listening = await listen((request, response) => app(request, response), { host, port });
    closing.add(() => listening.close());
    closing.add(async () => ending.abort());
    await ledger.open().catch(explained);
    const { url } = listening;
    const origin = () => publicUrl ?? url;
    const chainId = deployment.chainId;
    const parts = { ledger, directory, chainId, origin, live, oidc, readiness, webhookRules, rebuild, metrics, log };
    app = await openLedgerApi({ ...parts, measuring: metrics }, behindAnswers).catch(explained);
    const control = await serveControl(ledger.operations(url), directory);
    closing.add(() => control.close());
    const { mirror } = ledger;
    const { state, reason } = await mirror.syncOnce();
    if (state === "halted") throw new Failure(reason?.code ?? "MIRROR_HALTED", reason?.message ?? "the mirror halted");
    ledger.start();
    return { url, mirror, close: () => closing.run() };
  } catch (error) {
    await closing.run();
    throw error;
  }
}

/** What the stores say of themselves is for the user to read. */
function explained(error: unknown): never {
  if (error instanceof WebhookStoreError) throw new Failure(error.code, error.message, { cause: error });
  if (error instanceof StoreError) throw new Failure(`STORE_${error.code}`, error.message, { cause: error });
  throw error;
}
