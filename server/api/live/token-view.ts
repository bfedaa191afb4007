import type { Following } from "../../live/tell.ts";
import type { StopReason } from "../../live/webhooks/subscription.ts";
import { eventItem } from "../../queries/audit/list-events.ts";
import type { Principal } from "../access/principal.ts";
import { eventsShownTo } from "../access/shown-events.ts";
import type { TokenRefusal } from "../access/token.ts";

/** What the bearer of a token may be told of events while not there to ask, by the token's id; or why nothing. */
export function viewOfHolder(
  holderOf: (id: string, now: number) => Promise<Principal | TokenRefusal>,
  clock: () => number,
): (token: string) => Promise<Following<object>["view"] | StopReason> {
  return async (token) => {
    const holder = await holderOf(token, clock());
    if (typeof holder === "string") return `TOKEN_${holder}`;
    const shows = eventsShownTo(holder);
    return async (event, ledger) => ((await shows(event, ledger)) ? eventItem(ledger, event) : undefined);
  };
}
