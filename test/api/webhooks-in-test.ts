import type { Principal } from "../../server/api/access/principal.ts";
import type { TokenRefusal } from "../../server/api/access/token.ts";
import { viewOfHolder } from "../../server/api/live/token-view.ts";
import { PUBLIC_ALONE } from "../../server/live/webhooks/addresses.ts";
import { USUAL_RETRIES } from "../../server/live/webhooks/retry.ts";
import { Webhooks } from "../../server/live/webhooks/webhooks.ts";
import { SILENT } from "../../server/store/log.ts";
import type { StoreReader } from "../../server/store/reader.ts";
import { Receiver } from "../live/webhooks/receiver.ts";
import { temporaryDirectory } from "../support/directory.ts";
import { ManualClock } from "../support/manual-clock.ts";
import type { TestServer } from "./server.ts";

/** Webhooks for a test server, whose receiver is in memory. They deliver nothing until they are started. */
export interface WebhooksInTest {
  readonly webhooks: Webhooks;
  readonly receiver: Receiver;
  readonly clock: ManualClock;
  readonly directory: string;
  /** The server that they are of, once there is one. */
  server: TestServer | undefined;
  readonly close: () => Promise<void>;
}

/** Opens webhooks in a directory of their own. */
export async function webhooksInTest(
  holderOf: (id: string, now: number) => Promise<Principal | TokenRefusal> = async () => "INVALID",
): Promise<WebhooksInTest> {
  const directory = await temporaryDirectory();
  const receiver = new Receiver();
  const clock = new ManualClock(1_600_000_000_000);
  const openReader = (): StoreReader => {
    const reader = made.server?.ledger?.reader();
    if (reader === undefined) throw new Error("the server of these webhooks has no ledger");
    return reader;
  };
  const webhooks = await Webhooks.open({
    ...{
      directory: directory.path,
      ledger: "ledger",
      rules: PUBLIC_ALONE,
      posterFor: () => receiver.poster,
      openReader,
    },
    isLive: () => true,
    heads: { version: 0, movedSince: async (_, ms, time, signal) => time.sleep(ms, signal).catch(() => undefined) },
    viewFor: viewOfHolder(holderOf, () => 0),
    ...{ retries: USUAL_RETRIES, clock, random: () => 0, log: SILENT, onAttempt: () => undefined },
  });
  const made: WebhooksInTest = {
    ...{ webhooks, receiver, clock, directory: directory.path, server: undefined },
    close: async () => {
      await webhooks.close();
      await directory.remove();
    },
  };
  return made;
}
