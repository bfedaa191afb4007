import { expect } from "chai";
import fc from "fast-check";
import { positionBefore } from "../../../server/live/position.ts";
import {
  accountBound,
  milestoneSubmitted,
  organisationRegistered,
  pilotApplied,
  programmeOpened,
} from "../../support/acts.ts";
import { RandomActs } from "../../support/random-acts.ts";
import { SimulatedChain } from "../../support/simulated-chain.ts";
import { namesIn } from "../notebook.ts";
import type { Behaviour } from "./receiver.ts";
import { TOKEN_ID, WebhookWorld } from "./world.ts";

const SEED = 20190303;

const BEHAVIOURS: readonly Behaviour[] = ["take", "take and be silent", "fail", "take as the server dies"];

function begun(): SimulatedChain {
  return new SimulatedChain().mine(programmeOpened(), organisationRegistered(), accountBound()).mine(pilotApplied(1));
}

describe("webhooks", () => {
  let world: WebhookWorld | undefined;
  afterEach(async () => {
    await world?.close();
    world = undefined;
  });
  const begin = async (options: Parameters<typeof WebhookWorld.of>[1] = {}) => {
    world = await WebhookWorld.of(begun(), options);
    return world;
  };
  const all = async ({ mirrored }: WebhookWorld) => {
    const reader = mirrored.store.snapshot();
    const names = await namesIn(reader);
    await reader.close();
    return names;
  };

  it("deliver every event in order, one at a time, and what comes as it comes", async () => {
    const here = await begin();
    await here.subscribe();
    await here.settle();
    expect(here.receiver.notes.names).to.deep.equal(await all(here));
    here.chain.mine(milestoneSubmitted(1, 1), pilotApplied(2));
    await here.sync();
    await here.settle();
    expect(here.receiver.notes.names)
      .to.have.length(6)
      .and.deep.equal(await all(here));
    expect(here.receiver.atOnce).to.equal(1);
    expect(here.webhooks.standing()[0]?.lag).to.equal(0);
  });

  it("deliver what the filter takes in alone", async () => {
    const here = await begin();
    await here.subscribe({ filter: { name: ["PilotApplied"] } });
    await here.settle();
    expect(here.receiver.notes.events.map(({ event }) => event)).to.deep.equal(["PilotApplied"]);
  });

  it("try again after pauses that double, and go on when it was taken", async () => {
    const here = await begin();
    here.receiver.plan = ["fail", "fail", "fail", "take"];
    const { subscription } = await here.subscribe();
    const times: number[] = [];
    await here.rest();
    while ((here.clock.next ?? 60_000) < 60_000) {
      times.push(here.clock.next ?? 0);
      here.clock.pass(here.clock.next ?? 0);
      await here.rest();
    }
    expect(times).to.deep.equal([1_000, 2_000, 4_000]);
    expect(here.receiver.notes.names).to.deep.equal(await all(here));
    const attempts = await here.webhooks.attempts(TOKEN_ID, subscription.id);
    expect(attempts.toReversed().map(({ outcome }) => outcome)).to.deep.equal([
      ...["FAILED", "FAILED", "FAILED"],
      ...["DELIVERED", "DELIVERED", "DELIVERED", "DELIVERED"],
    ]);
  });

  it("leave a receiver alone for as long as it asks", async () => {
    const here = await begin();
    here.receiver.answer = { status: 503, fault: null, retryAfter: 120_000 };
    await here.subscribe();
    await here.rest();
    here.clock.pass(60_000);
    await here.rest();
    expect(here.clock.next).to.equal(60_000);
  });

  it("keep trying where they were after a restart, not from the beginning", async () => {
    const here = await begin();
    here.receiver.answer = { status: 500, fault: null, retryAfter: undefined };
    await here.subscribe();
    await here.settle(2);
    await here.restart();
    await here.rest();
    expect(here.webhooks.standing()[0]?.subscription.trying?.attempts).to.equal(3);
    expect(here.clock.next).to.equal(4_000);
  });

  it("put what cannot be delivered aside after so many attempts, go on, and deliver it again when asked", async () => {
    const here = await begin();
    const { subscription } = await here.subscribe();
    here.receiver.plan = Array.from({ length: 5 }, () => "fail");
    await here.settle();
    const letters = await here.webhooks.letters(TOKEN_ID, subscription.id, { after: 0, limit: 10 });
    expect(letters.map(({ number, attempts, status }) => [number, attempts, status])).to.deep.equal([[1, 5, 500]]);
    expect(here.receiver.notes.names).to.deep.equal((await all(here)).slice(1));
    here.receiver.notes.strike(0);
    await here.webhooks.redeliver(TOKEN_ID, subscription.id, "all");
    await here.settle();
    expect(here.receiver.notes.names).to.deep.equal((await all(here)).slice(0, 1));
    expect(here.receiver.arrived.at(-1)).to.equal(letters[0]?.message);
    expect(await here.webhooks.letters(TOKEN_ID, subscription.id, { after: 0, limit: 10 })).to.deep.equal([]);
  });

  it("wait for their owner after what cannot be delivered, where they are told to", async () => {
    const here = await begin();
    const { subscription } = await here.subscribe({ onGivingUp: "pause" });
    here.receiver.plan = Array.from({ length: 5 }, () => "fail");
    await here.settle();
    expect(here.webhooks.get(TOKEN_ID, subscription.id)).to.include({ state: "PAUSED", reason: "DEAD_LETTER" });
    expect(here.receiver.notes.names).to.deep.equal([]);
    await here.webhooks.resume(TOKEN_ID, subscription.id);
    await here.settle();
    expect(here.receiver.notes.names).to.deep.equal((await all(here)).slice(1));
  });

  it("never skip that blocks were replaced: they wait for their owner, and say it first", async () => {
    const here = await begin();
    const { subscription } = await here.subscribe();
    await here.settle();
    here.chain.takeBack(1).mine(pilotApplied(1, "另一个试点")).mine();
    await here.sync();
    here.receiver.plan = Array.from({ length: 5 }, () => "fail");
    await here.settle();
    const { state, reason } = here.webhooks.get(TOKEN_ID, subscription.id);
    expect([state, reason]).to.deep.equal(["PAUSED", "REORGANISATION_UNDELIVERED"]);
    await here.webhooks.resume(TOKEN_ID, subscription.id);
    await here.settle();
    expect(here.receiver.notes.names).to.deep.equal(await all(here));
    expect(here.receiver.notes.reorganisations).to.equal(1);
  });

  it("take back what a receiver may have, though it never said that it had it", async () => {
    for (const lost of ["take and be silent", "take as the server dies"] as const) {
      const here = await begin();
      here.receiver.plan = ["take", "take", "take", lost];
      here.receiver.onDeath = () => void here.restart();
      await here.subscribe();
      await here.settle(0);
      expect(here.receiver.notes.names).to.deep.equal(await all(here));
      here.chain.takeBack(1).mine(pilotApplied(1, "另一个试点")).mine();
      here.receiver.plan = [];
      await here.sync();
      await here.settle();
      expect([here.receiver.notes.reorganisations, here.receiver.notes.names]).to.deep.equal([1, await all(here)]);
      await here.close();
      world = undefined;
    }
  });

  it("do not deliver a dead letter again whose block was replaced", async () => {
    const here = await begin();
    const { subscription } = await here.subscribe({ filter: { name: ["PilotApplied"] } });
    here.receiver.plan = Array.from({ length: 5 }, () => "fail");
    await here.settle();
    here.chain.takeBack(1).mine(pilotApplied(1, "另一个试点")).mine();
    await here.sync();
    await here.settle();
    const before = here.receiver.arrived.length;
    await here.webhooks.redeliver(TOKEN_ID, subscription.id, [1]);
    await here.settle();
    expect(here.receiver.arrived).to.have.length(before);
    expect(await here.webhooks.letters(TOKEN_ID, subscription.id, { after: 0, limit: 10 })).to.deep.equal([]);
  });

  it("deliver nothing to a receiver that is gone, or with a token that is no longer good", async () => {
    const here = await begin();
    const { subscription } = await here.subscribe();
    here.receiver.answer = { status: 410, fault: null, retryAfter: undefined };
    await here.settle();
    expect(here.webhooks.get(TOKEN_ID, subscription.id)).to.include({ state: "DISABLED", reason: "GONE" });
    here.receiver.answer = undefined;
    here.refusal = "TOKEN_REVOKED";
    await here.webhooks.resume(TOKEN_ID, subscription.id);
    await here.settle();
    expect(here.webhooks.get(TOKEN_ID, subscription.id)).to.include({ state: "DISABLED", reason: "TOKEN_REVOKED" });
    expect(here.receiver.arrived).to.deep.equal([]);
  });

  it("deliver nothing while they are paused, and all of it when they are resumed", async () => {
    const here = await begin();
    const { subscription } = await here.subscribe();
    await here.settle();
    await here.webhooks.pause(TOKEN_ID, subscription.id);
    const before = here.receiver.arrived.length;
    here.chain.mine(milestoneSubmitted(1, 1)).mine(pilotApplied(2));
    await here.sync();
    await here.settle();
    await here.restart();
    await here.settle();
    expect(here.receiver.arrived).to.have.length(before);
    await here.webhooks.resume(TOKEN_ID, subscription.id);
    await here.settle();
    expect(here.receiver.notes.names).to.deep.equal(await all(here));
  });

  it("tell everything anew from where they are asked to, under other ids", async () => {
    const here = await begin();
    const { subscription } = await here.subscribe();
    await here.settle();
    here.receiver.notes.strike(0);
    await here.webhooks.replay(TOKEN_ID, subscription.id, positionBefore(3));
    await here.settle();
    expect(here.receiver.notes.events.map(({ event }) => event)).to.deep.equal(["PilotApplied"]);
    expect(new Set(here.receiver.arrived).size).to.equal(here.receiver.arrived.length);
  });

  it("are forgotten with all that was kept of them when they are deleted", async () => {
    const here = await begin();
    const { subscription } = await here.subscribe();
    await here.settle();
    await here.webhooks.remove(TOKEN_ID, subscription.id);
    await here.restart();
    expect(here.webhooks.list(TOKEN_ID)).to.deep.equal([]);
  });

  it("are those of their token alone", async () => {
    const here = await begin();
    const { subscription } = await here.subscribe();
    expect(here.webhooks.list("another1")).to.deep.equal([]);
    expect(() => here.webhooks.get("another1", subscription.id))
      .to.throw()
      .with.property("code", "NOT_FOUND");
    for (const asked of [
      here.webhooks.pause("another1", subscription.id),
      here.webhooks.remove("another1", subscription.id),
    ]) {
      expect(await asked.catch((cause: unknown) => cause)).to.have.property("code", "NOT_FOUND");
    }
  });

  it("are no more than so many of a token", async () => {
    const here = await begin();
    here.receiver.answer = { status: 410, fault: null, retryAfter: undefined };
    for (let n = 0; n < 20; n++) await here.subscribe();
    expect(await here.subscribe().catch((cause: unknown) => cause)).to.have.property("code", "TOO_MANY");
    await here.subscribe({ token: "another1" });
  });

  it(`miss nothing, and tell it in order, whatever receivers, crashes and the chain do (seed ${SEED})`, async function () {
    this.timeout(120_000);
    const step = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({ kind: fc.constant("mine" as const), acts: fc.array(fc.nat(9), { maxLength: 3 }) }),
      },
      {
        weight: 2,
        arbitrary: fc.record({ kind: fc.constant("takeBack" as const), depth: fc.integer({ min: 1, max: 6 }) }),
      },
      { weight: 4, arbitrary: fc.constant({ kind: "sync" as const }) },
      { weight: 3, arbitrary: fc.record({ kind: fc.constant("time" as const), retries: fc.nat(4) }) },
      { weight: 1, arbitrary: fc.constant({ kind: "restart" as const }) },
    );
    const plan = fc.array(fc.constantFrom(...BEHAVIOURS), { maxLength: 40 });
    const property = fc.asyncProperty(
      fc.array(step, { minLength: 5, maxLength: 30 }),
      plan,
      async (steps, behaviours) => {
        const here = await WebhookWorld.of(begun(), {
          retries: { firstPause: 1_000, longestPause: 8_000, attempts: 1_000, within: 1e9 },
        });
        try {
          let death: Promise<void> | undefined;
          here.receiver.onDeath = () => {
            death ??= here.restart().then(() => {
              death = undefined;
            });
          };
          const settle = async (most?: number) => {
            do {
              await here.settle(most);
              await death;
            } while (here.clock.sleeping === 0);
          };
          here.receiver.plan = [...behaviours];
          const acts = new RandomActs(3);
          await here.subscribe();
          for (const next of steps) {
            if (next.kind === "mine") here.chain.mine(...acts.chosen(next.acts, here.chain.height + 1));
            if (next.kind === "takeBack") acts.forget(here.chain, Math.min(next.depth, here.chain.height - 3));
            if (next.kind === "sync") await here.sync();
            if (next.kind === "time") await settle(next.retries);
            if (next.kind === "restart") {
              await death;
              await here.restart();
            }
          }
          here.receiver.plan = [];
          here.chain.mine();
          await death;
          await here.sync();
          await settle();
          expect(here.receiver.notes.names).to.deep.equal(await all(here));
          expect(here.receiver.atOnce).to.equal(1);
        } finally {
          await here.close();
        }
      },
    );
    await fc.assert(property, { seed: SEED, numRuns: 40 });
  });
});
