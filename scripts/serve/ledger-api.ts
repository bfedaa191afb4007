import type { Express } from "express";
import type { Logger } from "pino";
import { Challenges } from "../../server/api/access/challenges.ts";
import { type OidcOptions, oidcVerifier } from "../../server/api/access/oidc.ts";
import { Sessions } from "../../server/api/access/sessions.ts";
import { tokenVerifier } from "../../server/api/access/token-verifier.ts";
import { AccessLog } from "../../server/api/access-log/access-log.ts";
import { createApi } from "../../server/api/api.ts";
import type { LiveServices } from "../../server/api/live/live-services.ts";
import { StreamPlaces } from "../../server/api/live/stream-places.ts";
import type { MetricsText } from "../../server/api/metrics-answer.ts";
import type { Readiness } from "../../server/api/mirror-status.ts";
import { SYSTEM_CLOCK } from "../../server/chain/clock.ts";
import { Heads } from "../../server/live/heads.ts";
import { type AddressRules, PUBLIC_ALONE } from "../../server/live/webhooks/addresses.ts";
import { WebhookStoreError } from "../../server/live/webhooks/webhook-store.ts";
import type { Webhooks } from "../../server/live/webhooks/webhooks.ts";
import type { Closing } from "../../server/operations/closing.ts";
import type { LedgerMirror } from "../../server/operations/ledger-mirror.ts";
import type { Metrics } from "../../server/operations/metrics.ts";
import { setAside } from "../../server/store/set-aside.ts";
import { accessLogIn, tokenFileIn, webhooksIn } from "./data-directory.ts";
import { openWebhooks } from "./webhooks.ts";

/** What the API of a ledger is made with, once its mirror is open. */
export interface LedgerApiOptions {
  readonly ledger: LedgerMirror;
  /** That of the ledger. */
  readonly directory: string;
  readonly chainId: number;
  /** The address that clients reach the server at, which sign-ins are bound to. */
  readonly origin: () => string;
  readonly basePath?: string;
  readonly live: LiveServices;
  /** Where webhooks may go; to public addresses over HTTPS alone when absent. */
  readonly webhookRules: AddressRules | undefined;
  /** Whether what was kept of another ledger is set aside. */
  readonly rebuild: boolean;
  /** What counts the attempts of webhooks, and the name of the deployment where there are several. */
  readonly measuring: Metrics;
  readonly name?: string;
  readonly oidc: OidcOptions | undefined;
  readonly readiness: Readiness | undefined;
  /** What `/metrics` answers; there is no such address when absent. */
  readonly metrics?: MetricsText;
  readonly log: Logger;
}

/**
 * What streams of events are told by. The mirror tells it of its moves.
 *
 * @param ending Ends the streams.
 */
export function liveServices(ending: AbortSignal): LiveServices {
  return { heads: new Heads(), places: new StreamPlaces(), clock: SYSTEM_CLOCK, ending };
}

/** The audit API over an open mirror, with its access log, which `closing` closes. */
export async function openLedgerApi(options: LedgerApiOptions, closing: Closing): Promise<Express> {
  const { ledger, directory, chainId, origin, basePath = "", live, oidc, readiness, metrics, log } = options;
  const accessLog = await AccessLog.open(accessLogIn(directory), { clock });
  closing.add(() => accessLog.close());
  const { store } = ledger;
  const webhooks = await ledgerWebhooks(options, closing);
  const openReader = () => store.provenSnapshot();
  const sessions = new Sessions(openReader);
  return createApi({
    openReader,
    mirroredHead: () => store.soundHead,
    mirrorStatus: () => ledger.status,
    verifiers: [tokenVerifier(tokenFileIn(directory)), sessions, ...(oidc === undefined ? [] : [oidcVerifier(oidc)])],
    signIn: { challenges: new Challenges({ origin: () => origin() + basePath, chainId }), sessions },
    accessLog,
    live,
    webhooks,
    ...(metrics && { metrics }),
    ...(readiness && { readiness }),
    basePath,
    log,
    clock,
  });
}

/** The webhooks of a ledger, which deliver from now on; `closing` ends them. */
async function ledgerWebhooks(options: LedgerApiOptions, closing: Closing): Promise<Webhooks> {
  const { ledger, directory, live, rebuild, log, webhookRules = PUBLIC_ALONE, measuring, name } = options;
  const { store } = ledger;
  const tally = measuring.addWebhooks(() => webhooks?.standing() ?? [], name);
  const open = () =>
    openWebhooks({
      ...{ directory, store, clock, log, heads: live.heads, rules: webhookRules },
      tokens: tokenFileIn(directory),
      isLive: () => ledger.status.state === "live",
      onAttempt: (outcome) => tally.attempt(outcome),
    });
  let webhooks: Webhooks | undefined;
  const opened = await open().catch(async (error: unknown) => {
    const isForeign = error instanceof WebhookStoreError && error.code === "WEBHOOKS_OTHER_LEDGER";
    if (!isForeign || !rebuild) throw error;
    log.warn(`the webhooks are of another ledger and were set aside as ${await setAside(webhooksIn(directory))}`);
    return open();
  });
  webhooks = opened;
  closing.add(() => opened.close());
  opened.start();
  return opened;
}

/** The present, Unix seconds. */
export function clock(): number {
  return Math.floor(Date.now() / 1_000);
}
