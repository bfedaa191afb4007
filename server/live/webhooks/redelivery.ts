import type { StoreReader } from "../../store/reader.ts";
import { standingPart } from "../position.ts";
import type { Attempted } from "./attempt.ts";
import type { DeadLetter, Owed, Subscription } from "./subscription.ts";
import type { Beside, WebhookStore } from "./webhook-store.ts";

/** What a dead letter that is asked for is delivered with. */
interface RedeliveryWorld {
  readonly store: WebhookStore;
  readonly openReader: () => StoreReader;
  readonly isLive: () => boolean;
}

/** What becomes of a subscription, and what is written beside it. */
interface Change {
  readonly change: (present: Subscription) => Subscription;
  readonly beside: Beside;
}

/**
 * Delivers the first dead letter that was asked for again, once: what is asked for by hand is looked after by hand. One whose block was
 * replaced is void.
 *
 * @param send Makes an attempt.
 * @returns what follows from it; undefined when it was broken off.
 */
export async function redeliverFirst(
  world: RedeliveryWorld,
  { id, redeliver }: Subscription,
  send: (owed: Owed) => Promise<Attempted>,
): Promise<Change | undefined> {
  const [number = 0] = redeliver;
  const [found] = await world.store.letters(id, { after: number - 1, limit: 1 });
  const letter = found?.number === number ? found : undefined;
  const isVoid = letter !== undefined && (await isReplaced(world, letter));
  const { attempt = undefined } = letter === undefined || isVoid ? {} : await send(owedBy(letter));
  if (letter !== undefined && !isVoid && attempt === undefined) return undefined;
  return {
    change: (present) => {
      const next = { ...present, redeliver: present.redeliver.filter((one) => one !== number) };
      return attempt?.outcome === "GONE" ? { ...next, state: "DISABLED", reason: "GONE" } : next;
    },
    beside: {
      ...(attempt && { attempt }),
      ...((isVoid || attempt?.outcome === "DELIVERED") && { removedLetter: number }),
    },
  };
}

async function isReplaced({ isLive, openReader }: RedeliveryWorld, { block }: DeadLetter): Promise<boolean> {
  if (block === null || !isLive()) return false;
  const reader = openReader();
  try {
    return (await standingPart(reader, { origin: 0, place: "", traces: [block] })) !== "all";
  } finally {
    await reader.close();
  }
}

function owedBy({ message: id, type, body }: DeadLetter): Owed {
  return { id, type, body };
}
