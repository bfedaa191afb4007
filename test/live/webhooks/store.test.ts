import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { positionBefore } from "../../../server/live/position.ts";
import { WebhookKey } from "../../../server/live/webhooks/secrets.ts";
import type { Attempt, Subscription } from "../../../server/live/webhooks/subscription.ts";
import { WebhookStore } from "../../../server/live/webhooks/webhook-store.ts";
import { temporaryDirectory } from "../../support/directory.ts";
import { FailingWrites } from "../../support/failing-database.ts";

const SUBSCRIPTION: Subscription = {
  ...{ id: "whk_a", token: "testtest", url: "https://a.example/", description: "", filter: {}, onGivingUp: "continue" },
  ...{
    state: "ACTIVE",
    reason: null,
    createdAt: 1,
    generation: 1,
    previousUntil: null,
    epoch: 0,
    owed: null,
    trying: null,
  },
  ...{ position: positionBefore(0), sent: positionBefore(0), redeliver: [] },
};

const OWN = { key: "key", ledger: "ledger" };

const attempt = (at: number): Attempt => ({
  ...{
    at,
    message: `msg_${at}`,
    type: "ledger.event",
    outcome: "DELIVERED",
    status: 204,
    fault: null,
    milliseconds: 1,
  },
});

describe("where webhooks are kept", () => {
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
  beforeEach(async () => {
    directory = await temporaryDirectory();
  });
  afterEach(() => directory.remove());
  const place = () => join(directory.path, "webhooks");

  it("keeps the newest hundred attempts, and dead letters by numbers that are not used again", async () => {
    const store = await WebhookStore.open(place(), OWN);
    for (let at = 1; at <= 105; at++) await store.put(SUBSCRIPTION, { attempt: attempt(at) });
    const attempts = await store.attempts("whk_a");
    expect([attempts.length, attempts[0]?.at, attempts.at(-1)?.at]).to.deep.equal([100, 105, 6]);
    const letter = { ...attempt(1), body: "{}", attempts: 3, block: null };
    for (let n = 0; n < 3; n++) await store.put(SUBSCRIPTION, { letter });
    await store.put(SUBSCRIPTION, { removedLetter: 2 });
    const letters = await store.letters("whk_a", { after: 0, limit: 10 });
    expect(letters.map(({ number }) => number)).to.deep.equal([1, 3]);
    expect(await store.letterCount("whk_a")).to.equal(2);
    await store.remove("whk_a");
    expect([
      await store.subscriptions(),
      await store.attempts("whk_a"),
      await store.letterCount("whk_a"),
    ]).to.deep.equal([[], [], 0]);
    await store.close();
  });

  it("goes on after a write that failed, with what was written before", async () => {
    const writes = new FailingWrites();
    const store = await WebhookStore.open(place(), OWN, writes.factory);
    await store.put(SUBSCRIPTION);
    writes.remaining = 1;
    const error = await store.put({ ...SUBSCRIPTION, epoch: 1 }).catch((cause: unknown) => cause);
    expect(error).to.be.instanceOf(Error);
    expect((await store.subscriptions()).map(({ epoch }) => epoch)).to.deep.equal([0]);
    await store.put({ ...SUBSCRIPTION, epoch: 2 });
    await store.close();
    const again = await WebhookStore.open(place(), OWN);
    expect((await again.subscriptions()).map(({ epoch }) => epoch)).to.deep.equal([2]);
    await again.close();
  });

  it("is opened with its own key and for its own ledger alone", async () => {
    await (await WebhookStore.open(place(), OWN)).close();
    for (const [own, code] of [
      [{ ...OWN, key: "another" }, "WEBHOOKS_OTHER_KEY"],
      [{ ...OWN, ledger: "another" }, "WEBHOOKS_OTHER_LEDGER"],
    ] as const) {
      const error = await WebhookStore.open(place(), own).catch((cause: unknown) => cause);
      expect(error).to.have.property("code", code);
    }
  });

  it("has no secret, and a key that its owner alone can read", async () => {
    const file = join(place(), "key");
    const key = await WebhookKey.in(file);
    const store = await WebhookStore.open(place(), { key: key.fingerprint, ledger: "ledger" });
    await store.put(SUBSCRIPTION, { attempt: attempt(1) });
    await store.close();
    expect([(await stat(file)).mode & 0o777, (await stat(place())).mode & 0o777]).to.deep.equal([0o600, 0o700]);
    const secret = key.secretOf("whk_a", 1);
    expect(secret).to.match(/^whsec_[A-Za-z0-9+/]{43}=$/);
    for (const name of await readdir(join(place(), "db"))) {
      expect((await readFile(join(place(), "db", name))).includes(secret.slice(6, 30)), name).to.equal(false);
    }
    const again = await WebhookKey.in(file);
    expect([
      again.secretOf("whk_a", 1),
      again.secretOf("whk_a", 2) === secret,
      again.secretOf("whk_b", 1) === secret,
    ]).to.deep.equal([secret, false, false]);
    await writeFile(file, "short");
    expect(await WebhookKey.in(file).catch((cause: unknown) => cause)).to.have.property("code", "WEBHOOK_KEY_INVALID");
  });
});
