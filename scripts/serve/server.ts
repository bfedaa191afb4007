import { join } from "node:path";
import type { Logger } from "pino";
import packageFile from "../../package.json" with { type: "json" };
import { Challenges } from "../../server/api/access/challenges.ts";
import { type OidcOptions, oidcVerifier } from "../../server/api/access/oidc.ts";
import { Sessions } from "../../server/api/access/sessions.ts";
import { tokenVerifier } from "../../server/api/access/token-verifier.ts";
import { AccessLog } from "../../server/api/access-log/access-log.ts";
import { createApi } from "../../server/api/api.ts";
import { type Listening, listen } from "../../server/api/listen.ts";
import type { LiveServices } from "../../server/api/live/live-services.ts";
import { StreamPlaces } from "../../server/api/live/stream-places.ts";
import { SYSTEM_CLOCK } from "../../server/chain/clock.ts";
import type { Deployment } from "../../server/chain/deployment.ts";
import { openSource, pollInterval } from "../../server/chain/open-source.ts";
import { Heads } from "../../server/live/heads.ts";
import { DEFAULT_FINALITY, type Finality } from "../../server/mirror/finality.ts";
import { identityOf } from "../../server/mirror/identity.ts";
import { Mirror } from "../../server/mirror/mirror.ts";
import type { MirrorStatus } from "../../server/mirror/status.ts";
import { serveControl } from "../../server/operations/control.ts";
import { directorySize } from "../../server/operations/directory-size.ts";
import { Metrics } from "../../server/operations/metrics.ts";
import { StoreOperations } from "../../server/operations/operations.ts";
import { SelfCheck } from "../../server/operations/self-check.ts";
import { StoreError } from "../../server/store/errors.ts";
import { openStore } from "../../server/store/open.ts";
import type { Store } from "../../server/store/store.ts";
import { Failure } from "../process/failure.ts";
import { requireFreePort } from "../process/ports.ts";
import { mirrorIn } from "./mirror-place.ts";

const VERSION = packageFile.version;

/** How a server is started. */
export interface ServerOptions {
  readonly deployment: Deployment;
  /** The chain's JSON-RPC endpoints, the preferred one first; the one the ledger was deployed through, when absent. */
  readonly rpcUrls?: readonly string[] | undefined;
  /** When a block counts as settled. */
  readonly finality?: Finality;
  /** Where the mirror and the access tokens are kept. */
  readonly directory: string;
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  /** Sets aside what was mirrored before, of whatever ledger, and begins anew. */
  readonly rebuild?: boolean;
  /** The identity provider whose tokens are accepted beside our own. */
  readonly oidc?: OidcOptions | undefined;
  /** The address that clients reach the API at, which sign-ins are bound to; the one listened on when absent. */
  readonly publicUrl?: string | undefined;
  /** How many blocks the mirror may be behind and still be ready. */
  readonly readyLag?: number | undefined;
  readonly log: Logger;
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

/** The folder of the access log in a server's directory. */
export function accessLogIn(directory: string): string {
  return join(directory, "access-log");
}

/** The file of access tokens in a server's directory. */
export function tokenFileIn(directory: string): string {
  return join(directory, "tokens.json");
}

/**
 * Starts to mirror a ledger and to serve the audit API. Returns when it listens and has looked at the chain once; `mirror.caughtUp()`
 * tells when everything is mirrored. A node that does not answer is no reason to fail: it is tried again.
 *
 * @throws {Failure} when the chain is not the ledger's, or what is stored is of another ledger.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { deployment, directory, host, port, rebuild = false, log, onProgress } = options;
  if (port !== 0) await requireFreePort(port, host);
  const onForeign = rebuild ? "replace" : "refuse";
  const identity = identityOf(deployment);
  const store = await openStore({ directory: mirrorIn(directory), identity, onForeign, log }).catch(explained);
  const closing = new Closing();
  closing.add(() => store.close());
  try {
    if (rebuild && store.head !== undefined) await store.startOver();
    const { rpcUrls = [deployment.rpcUrl], finality = DEFAULT_FINALITY } = options;
    const selfCheck = new SelfCheck(store, SYSTEM_CLOCK, log);
    const ending = new AbortController();
    const live: LiveServices = {
      heads: new Heads(),
      places: new StreamPlaces(),
      clock: SYSTEM_CLOCK,
      ending: ending.signal,
    };
    const metrics: Metrics = new Metrics({
      status: () => mirror.status,
      storeSize: () => directorySize(store.directory),
      lastCheck: () => selfCheck.last,
      streams: () => live.places.open,
      version: VERSION,
    });
    const source = openSource(rpcUrls, { onFailure: (code) => metrics.rpcError(code) });
    closing.add(async () => source.close());
    const mirror = new Mirror({
      store,
      source,
      onForeign,
      finality,
      log,
      pollInterval: pollInterval(rpcUrls),
      onProgress: (status) => {
        live.heads.notice(status);
        onProgress?.(status);
      },
      onEvents: (count) => metrics.events(count),
      onReorganisation: (depth) => metrics.reorganisation(depth),
    });
    closing.add(() => mirror.stop());
    closing.add(() => selfCheck.stop());
    const accessLog = await AccessLog.open(accessLogIn(directory), { clock });
    closing.add(() => accessLog.close());
    const listening = await serve(store, mirror, { accessLog, metrics, live }, options);
    closing.add(() => listening.close());
    closing.add(async () => ending.abort());
    const control = await serveControl(
      new StoreOperations(
        store,
        () => ({ pid: process.pid, url: listening.url, mirror: mirror.status }),
        () => selfCheck.last,
        () => selfCheck.check("at once", "fold"),
        source,
      ),
      directory,
    );
    closing.add(() => control.close());
    const { state, reason } = await mirror.syncOnce();
    if (state === "halted") throw new Failure(reason?.code ?? "MIRROR_HALTED", reason?.message ?? "the mirror halted");
    mirror.start();
    selfCheck.start();
    return { url: listening.url, mirror, close: () => closing.run() };
  } catch (error) {
    await closing.run();
    throw error;
  }
}

/** What the store says of itself is for the user to read. */
function explained(error: unknown): never {
  if (error instanceof StoreError) throw new Failure(`STORE_${error.code}`, error.message, { cause: error });
  throw error;
}

async function serve(
  store: Store,
  mirror: Mirror,
  services: { readonly accessLog: AccessLog; readonly metrics: Metrics; readonly live: LiveServices },
  { deployment, directory, host, port, oidc, publicUrl, readyLag, log }: ServerOptions,
): Promise<Listening> {
  let url = "";
  const openReader = () => store.snapshot();
  const sessions = new Sessions(openReader);
  const challenges = new Challenges({ origin: () => publicUrl ?? url, chainId: deployment.chainId });
  const app = createApi({
    openReader,
    mirroredHead: () => store.soundHead,
    mirrorStatus: () => mirror.status,
    verifiers: [tokenVerifier(tokenFileIn(directory)), sessions, ...(oidc === undefined ? [] : [oidcVerifier(oidc)])],
    signIn: { challenges, sessions },
    ...services,
    ...(readyLag !== undefined && { readyLag }),
    log,
    clock,
  });
  const listening = await listen(app, { host, port });
  url = listening.url;
  return listening;
}

function clock(): number {
  return Math.floor(Date.now() / 1_000);
}

/** What is to be closed, last opened first, once. */
class Closing {
  readonly #steps: (() => Promise<void>)[] = [];
  #run: Promise<void> | undefined;

  add(step: () => Promise<void>): void {
    this.#steps.unshift(step);
  }

  run(): Promise<void> {
    this.#run ??= this.#each();
    return this.#run;
  }

  async #each(): Promise<void> {
    for (const step of this.#steps) await step();
  }
}
