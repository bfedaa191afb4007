import { tokenHolders } from "../../server/api/access/token-verifier.ts";
import { viewOfHolder } from "../../server/api/live/token-view.ts";
import { SYSTEM_CLOCK } from "../../server/chain/clock.ts";
import type { Heads } from "../../server/live/heads.ts";
import { ledgerFingerprint } from "../../server/live/position-text.ts";
import type { AddressRules } from "../../server/live/webhooks/addresses.ts";
import { poster } from "../../server/live/webhooks/post.ts";
import { USUAL_RETRIES } from "../../server/live/webhooks/retry.ts";
import type { Attempt } from "../../server/live/webhooks/subscription.ts";
import { Webhooks } from "../../server/live/webhooks/webhooks.ts";
import type { Log } from "../../server/store/log.ts";
import type { Store } from "../../server/store/store.ts";
import { webhooksIn } from "./data-directory.ts";

/** What a server's webhooks are opened with. */
interface WebhookParts {
  readonly directory: string;
  readonly tokens: string;
  readonly store: Store;
  readonly isLive: () => boolean;
  readonly heads: Heads;
  readonly rules: AddressRules;
  readonly log: Log;
  readonly clock: () => number;
  readonly onAttempt: (outcome: Attempt["outcome"]) => void;
}

/** Opens the webhooks that are kept in a server's directory. */
export function openWebhooks({ directory, tokens, store, rules, clock, ...rest }: WebhookParts): Promise<Webhooks> {
  return Webhooks.open({
    ...rest,
    directory: webhooksIn(directory),
    ledger: ledgerFingerprint(store.identity),
    rules,
    posterFor: () => poster(rules, SYSTEM_CLOCK),
    openReader: () => store.provenSnapshot(),
    viewFor: viewOfHolder(tokenHolders(tokens), clock),
    retries: USUAL_RETRIES,
    clock: SYSTEM_CLOCK,
    random: Math.random,
  });
}
