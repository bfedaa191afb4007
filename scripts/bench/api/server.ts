import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pino } from "pino";
import { Challenges } from "../../../server/api/access/challenges.ts";
import { Sessions } from "../../../server/api/access/sessions.ts";
import { tokenVerifier } from "../../../server/api/access/token-verifier.ts";
import { AccessLog } from "../../../server/api/access-log/access-log.ts";
import { createApi } from "../../../server/api/api.ts";
import { listen } from "../../../server/api/listen.ts";
import { StreamPlaces } from "../../../server/api/live/stream-places.ts";
import type { Services } from "../../../server/api/services.ts";
import { SYSTEM_CLOCK } from "../../../server/chain/clock.ts";
import { Heads } from "../../../server/live/heads.ts";
import { PUBLIC_ALONE } from "../../../server/live/webhooks/addresses.ts";
import { openStore } from "../../../server/store/open.ts";
import type { StoreIdentity } from "../../../server/store/reader.ts";
import type { Store } from "../../../server/store/store.ts";
import { keepHeapSmall } from "../../process/small-heap.ts";
import { openWebhooks } from "../../serve/webhooks.ts";
import { bareExpress, bareNode, openTexts } from "./bare.ts";

/** What a server is started with; its process gets it as JSON. */
export interface ServerPlan {
  readonly kind: "node:http" | "Express 5" | "audit API";
  readonly texts: { readonly byId: string; readonly items: string };
  readonly store: { readonly directory: string; readonly identity: StoreIdentity };
  readonly tokens: string;
  /** For its log and its access log. */
  readonly directory: string;
}

const EVER = { perAddress: 1e12, perPrincipal: 1e12 };

/** Starts the server of a plan on a free port, as it would be run: logs to a file, access log on. */
export async function start(plan: ServerPlan): Promise<string> {
  if (plan.kind !== "audit API") {
    const texts = await openTexts(plan.texts);
    return listening(plan.kind === "node:http" ? bareNode(texts) : bareExpress(texts));
  }
  keepHeapSmall();
  const log = pino({ base: null }, pino.destination({ dest: join(plan.directory, "log"), sync: true }));
  const store = await openStore({ ...plan.store, onForeign: "refuse", log });
  const services = await servicesOf(store, plan, log);
  return (await listen(createApi(services), { host: "127.0.0.1", port: 0 })).url;
}

/** What the audit API is given: all that it has in use, but for a limit of requests that would end the measurement. */
export async function servicesOf(
  store: Store,
  { tokens, directory }: Pick<ServerPlan, "tokens" | "directory">,
  log: Services["log"],
): Promise<Services> {
  const clock = () => Math.floor(Date.now() / 1_000);
  const openReader = () => store.provenSnapshot();
  const sessions = new Sessions(openReader);
  const heads = new Heads();
  return {
    openReader,
    mirroredHead: () => store.soundHead,
    mirrorStatus: () => ({ state: "live", reason: null, chainHead: null, answeredAt: null, lastError: null }),
    verifiers: [tokenVerifier(tokens), sessions],
    signIn: { sessions, challenges: new Challenges({ origin: () => "http://127.0.0.1", chainId: 31_337 }) },
    accessLog: await AccessLog.open(join(directory, "access-log"), { clock }),
    live: {
      heads,
      places: new StreamPlaces(),
      clock: SYSTEM_CLOCK,
      ending: new AbortController().signal,
    },
    webhooks: await openWebhooks({
      ...{ directory, tokens, store, log, clock, heads, rules: PUBLIC_ALONE },
      isLive: () => true,
      onAttempt: () => undefined,
    }),
    rateLimits: EVER,
    log,
    clock,
  };
}

async function listening(server: Server): Promise<string> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
