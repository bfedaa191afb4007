import { expect } from "chai";
import fc from "fast-check";
import type { EventName } from "../../server/ledger/events.ts";
import { type Position, positionBefore, positionNow } from "../../server/live/position.ts";
import { readPosition, writePosition } from "../../server/live/position-text.ts";
import { type Following, type Told, tell } from "../../server/live/tell.ts";
import { type EventItem, eventItem } from "../../server/queries/audit/list-events.ts";
import {
  accountBound,
  milestoneReturned,
  milestoneSubmitted,
  organisationRegistered,
  pilotApplied,
  programmeOpened,
} from "../support/acts.ts";
import { MirroredChain } from "../support/mirrored.ts";
import { RandomActs } from "../support/random-acts.ts";
import { SimulatedChain } from "../support/simulated-chain.ts";
import { Notebook, namesIn } from "./notebook.ts";

const SEED = 20190302;

const FILTERS: readonly (readonly EventName[] | undefined)[] = [undefined, ["PilotApplied"], ["MilestoneSubmitted"]];

function begun(): SimulatedChain {
  return new SimulatedChain().mine(programmeOpened(), organisationRegistered(), accountBound()).mine(pilotApplied(1));
}

/** Follows a mirror, and comes back with nothing but the text of a position each time. */
class Follower {
  readonly notes = new Notebook();
  readonly #mirrored: MirroredChain;
  readonly #name: readonly EventName[] | undefined;
  #cursor: string;

  constructor(mirrored: MirroredChain, position: Position, name?: readonly EventName[]) {
    this.#mirrored = mirrored;
    this.#name = name;
    this.#cursor = writePosition(position, mirrored.store.identity);
  }

  /** One look. Of the events told it takes the first `take` alone, as a client does that breaks off. */
  async look(take = Number.POSITIVE_INFINITY, limit = 3): Promise<Told<EventItem>> {
    const reader = this.#mirrored.store.snapshot();
    try {
      const position = readPosition(this.#cursor, reader.identity);
      if (typeof position === "string") throw new Error(position);
      const view: Following<EventItem>["view"] = async (event, ledger) => eventItem(ledger, event);
      const mirror = this.#mirrored.mirror.status.state === "live" ? "live" : "on its way";
      const told = await tell(reader, position, { filter: { name: this.#name }, view, limit }, mirror);
      if (told.kind === "REORGANISED") this.notes.strike(told.from);
      if (told.kind === "WAIT") return told;
      const events = told.kind === "EVENTS" ? told.events.slice(0, take) : [];
      for (const { item } of events) this.notes.write(item);
      const brokeOff = told.kind === "EVENTS" && events.length < told.events.length;
      const reached = brokeOff ? (events.at(-1)?.position ?? position) : told.position;
      this.#cursor = writePosition(reached, reader.identity);
      return told;
    } finally {
      await reader.close();
    }
  }

  /** Looks until everything is told. */
  async catchUp(): Promise<void> {
    for (;;) {
      const told = await this.look();
      if (told.kind === "WAIT") throw new Error("the mirror is not where the follower is");
      if (told.kind === "EVENTS" && told.isCurrent) return;
    }
  }
}

describe("telling a follower", () => {
  let mirrored: MirroredChain | undefined;
  afterEach(async () => {
    await mirrored?.close();
    mirrored = undefined;
  });

  const following = async (chain: SimulatedChain, from: "the beginning" | "now") => {
    mirrored = await MirroredChain.of(chain);
    await mirrored.mirror.syncOnce();
    const reader = mirrored.store.snapshot();
    const position = from === "now" ? await positionNow(reader) : positionBefore(0);
    await reader.close();
    return { mirrored, follower: new Follower(mirrored, position) };
  };

  for (const depth of [1, 2, 3, 4]) {
    it(`names the very block from which ${depth} blocks were replaced`, async () => {
      const chain = begun();
      for (let n = 0; n < 40; n++) chain.mine(milestoneSubmitted(1, 1, n + 1));
      const { follower, mirrored: subject } = await following(chain, "the beginning");
      await follower.catchUp();
      const fork = chain.height - depth;
      chain.takeBack(depth);
      for (let n = 0; n <= depth; n++) chain.mine(milestoneReturned(1, 1, n + 1));
      await subject.mirror.syncOnce();
      const told = await follower.look();
      expect(told).to.deep.include({ kind: "REORGANISED", from: fork + 1 });
      expect(told.kind === "REORGANISED" && told.standing?.hash).to.equal(chain.at(fork).hash);
    });
  }

  it("takes back at most twice what was replaced where that was more", async () => {
    for (const depth of [5, 9, 17, 30]) {
      const chain = begun();
      for (let n = 0; n < 70; n++) chain.mine(milestoneSubmitted(1, 1, n + 1));
      const { follower, mirrored: subject } = await following(chain, "the beginning");
      await follower.catchUp();
      const top = chain.height;
      chain.takeBack(depth);
      for (let n = 0; n <= depth; n++) chain.mine();
      await subject.mirror.syncOnce();
      const told = await follower.look();
      const from = told.kind === "REORGANISED" ? told.from : Number.NaN;
      expect(from, String(depth))
        .to.be.at.most(top - depth + 1)
        .and.at.least(top - 2 * depth + 1);
      await subject.close();
      mirrored = undefined;
    }
  });

  it("says that nothing stands when all that was told was replaced", async () => {
    const chain = begun();
    const { follower, mirrored: subject } = await following(chain, "the beginning");
    await follower.catchUp();
    chain.takeBack(2).mine(programmeOpened()).mine().mine(pilotApplied(1));
    await subject.mirror.syncOnce();
    expect(await follower.look()).to.deep.include({ kind: "REORGANISED", from: 2 });
    await follower.catchUp();
    expect(follower.notes.names).to.have.length(2);
  });

  it("tells nothing of what was before to who begins now, and all that comes", async () => {
    const chain = begun();
    const { follower, mirrored: subject } = await following(chain, "now");
    await follower.catchUp();
    expect(follower.notes.names).to.deep.equal([]);
    chain.mine(pilotApplied(2), milestoneSubmitted(1, 1));
    await subject.mirror.syncOnce();
    await follower.catchUp();
    expect(follower.notes.events.map(({ event }) => event)).to.deep.equal(["PilotApplied", "MilestoneSubmitted"]);
  });

  it("waits, and takes nothing back, while the mirror is on its way to where the follower is", async () => {
    const chain = begun();
    for (let n = 0; n < 5; n++) chain.mine(milestoneSubmitted(1, 1, n + 1));
    const { follower, mirrored: subject } = await following(chain, "the beginning");
    await follower.catchUp();
    const before = follower.notes.names;
    await subject.store.startOver();
    await subject.restart({ rangeLength: 1 });
    expect((await follower.look()).kind).to.equal("WAIT");
    await subject.mirror.syncOnce();
    await follower.catchUp();
    expect([follower.notes.names, follower.notes.reorganisations]).to.deep.equal([before, 0]);
  });

  it("does not take a block for replaced because the mirror forgot old ones in which nothing happened", async () => {
    const chain = begun().mine().mine();
    mirrored = await MirroredChain.of(chain);
    await mirrored.restart({ finality: { depth: 2 } });
    await mirrored.mirror.syncOnce();
    const follower = new Follower(mirrored, positionBefore(0));
    await follower.catchUp();
    for (let n = 0; n < 9; n++) chain.mine();
    await mirrored.mirror.syncOnce();
    chain.takeBack(1).mine(pilotApplied(2)).mine();
    await mirrored.mirror.syncOnce();
    await follower.catchUp();
    expect([follower.notes.names.length, follower.notes.reorganisations]).to.deep.equal([5, 0]);
  });

  it(`misses nothing and tells nothing twice over random blocks, replacements, restarts and cuts (seed ${SEED})`, async function () {
    this.timeout(60_000);
    const step = fc.oneof(
      {
        weight: 5,
        arbitrary: fc.record({ kind: fc.constant("mine" as const), acts: fc.array(fc.nat(9), { maxLength: 3 }) }),
      },
      {
        weight: 2,
        arbitrary: fc.record({ kind: fc.constant("takeBack" as const), depth: fc.integer({ min: 1, max: 9 }) }),
      },
      { weight: 3, arbitrary: fc.constant({ kind: "sync" as const }) },
      { weight: 1, arbitrary: fc.constant({ kind: "restart" as const }) },
      { weight: 5, arbitrary: fc.record({ kind: fc.constant("look" as const), take: fc.nat(3) }) },
    );
    const steps = fc.array(step, { minLength: 5, maxLength: 40 });
    const property = fc.asyncProperty(steps, fc.constantFrom(...FILTERS), async (taken, name) => {
      const chain = begun();
      const subject = await MirroredChain.of(chain, { undoDepth: 64 });
      try {
        const acts = new RandomActs(3);
        await subject.mirror.syncOnce();
        const follower = new Follower(subject, positionBefore(0), name);
        for (const next of taken) {
          if (next.kind === "mine") chain.mine(...acts.chosen(next.acts, chain.height + 1));
          if (next.kind === "takeBack") acts.forget(chain, Math.min(next.depth, chain.height - 3));
          if (next.kind === "sync") await subject.mirror.syncOnce();
          if (next.kind === "restart") await subject.restart();
          if (next.kind === "look") await follower.look(next.take);
        }
        chain.mine();
        await subject.mirror.syncOnce();
        await follower.catchUp();
        const reader = subject.store.snapshot();
        const all = await namesIn(reader, (event) => name?.includes(event as EventName) ?? true);
        await reader.close();
        expect(follower.notes.names).to.deep.equal(all);
      } finally {
        await subject.close();
      }
    });
    await fc.assert(property, { seed: SEED, numRuns: 40 });
  });
});

describe("a position as text", () => {
  const { identity } = new SimulatedChain();
  const position: Position = {
    origin: 3,
    place: "000000000012.000004",
    traces: [
      { number: 12, hash: "00ff00ff00ff00ff" },
      { number: 8, hash: "0123456789abcdef" },
    ],
  };

  it("is read as it was written, before all of a block as well as after an event", () => {
    for (const one of [position, positionBefore(0), positionBefore(77)]) {
      expect(readPosition(writePosition(one, identity), identity)).to.deep.equal(one);
    }
  });

  it("is refused when it is altered, cut, or none", () => {
    const text = writePosition(position, identity);
    const wrong = [
      text.slice(1),
      text.slice(0, -1),
      `${text}A`,
      text.replace(/.$/, (last) => (last === "A" ? "B" : "A")),
    ];
    for (const one of [...wrong, "", "AAAA", "eyJ2IjoyfQ", "试点"])
      expect(readPosition(one, identity), one).to.equal("INVALID");
  });

  it("is refused by another ledger", () => {
    const other = { ...identity, chainId: 1 };
    expect(readPosition(writePosition(position, identity), other)).to.equal("OTHER_LEDGER");
  });
});
