import { expect } from "chai";
import fc from "fast-check";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import { DRAW_STATES, INSPECTION_KINDS } from "../../../server/ledger/codes/supervision.ts";
import { packDossierId, unpackDossierId } from "../../../server/ledger/dossiers.ts";
import { drawnPlaces } from "../../../server/ledger/draw.ts";
import type { Hex } from "../../../server/ledger/hex.ts";
import { packProgrammeId } from "../../../server/ledger/ids.ts";
import {
  digest,
  ethers,
  HANGZHOU,
  NINGBO,
  NO_DIGEST,
  NO_REASON,
  networkHelpers,
  PROVINCE,
  REASON,
  SHANGCHENG,
} from "../fixture.ts";
import { commitDraw, commitmentOf, drawIn, makeDraw, REACHABLE_DRAW_STATES, SEED_DELAY, SEED_REACH } from "./draws.ts";
import { activePilot, deploySupervised, type SupervisedWorld } from "./fixture.ts";
import { inspectorOf } from "./journey.ts";

const UNKNOWN = packDossierId({ prefix: "DR", year: 2019, region: "330000", serial: 9_999 });
/** Pinned, so that a failure can be repeated. */
const SEED = 20190401;

describe("a random draw", () => {
  let world: SupervisedWorld;

  beforeEach(async () => {
    world = await networkHelpers.loadFixture(deploySupervised);
  });

  const commit = (changes = {}, missed: Hex = NO_DIGEST, reason: string = NO_REASON) =>
    inspectorOf(world).commitDraw(commitmentOf(changes), missed, reason);
  const make = (draw: Hex, by: keyof SupervisedWorld["accounts"] = "inspector") =>
    world.supervision.connect(world.accounts[by]).makeDraw(draw);
  const block = () => ethers.provider.getBlockNumber();
  const seedOf = async (draw: Hex) => Number((await world.supervision.drawOf(draw)).seedBlock);

  it("is bound by its commitment to a block that is still to come", async () => {
    const { supervision, programme, officials } = world;
    const draw = await commitDraw(world, { programme });
    const committed = await block();
    expect(unpackDossierId(draw)).to.match(/^DR-\d{4}-330000-0001$/);
    const entry = [numberOf(DRAW_STATES, "COMMITTED"), 10, 500, committed + SEED_DELAY].map(BigInt);
    expect(await supervision.drawOf(draw)).to.deep.equal(entry);
    const [log] = await supervision.queryFilter("DrawCommitted" as never, committed);
    const { commitment, ...said } = (
      log as unknown as { args: { toObject(): Record<string, unknown> } }
    ).args.toObject();
    expect(said).to.deep.equal({
      draw,
      actor: officials.inspector1.address,
      seedBlock: BigInt(committed + SEED_DELAY),
      missed: NO_DIGEST,
      reason: NO_REASON,
    });
    expect(commitment).to.deep.equal([BigInt(PROVINCE), programme, digest("list"), 500n, 10n]);
  });

  it("is made from the hash of exactly that block, and anybody repeats it", async () => {
    const draw = await commitDraw(world);
    const seedBlock = await seedOf(draw);
    await networkHelpers.mine(SEED_DELAY + 40);
    const seed = (await ethers.provider.getBlock(seedBlock))?.hash as Hex;
    await expect(make(draw))
      .to.emit(world.supervision, "DrawMade")
      .withArgs(draw, world.accounts.inspector.address, seed, drawnPlaces(seed, 500, 10));
    expect((await world.supervision.drawOf(draw)).state).to.equal(BigInt(numberOf(DRAW_STATES, "DRAWN")));
  });

  it("is the same on chain and off it, for any seed and size, and takes every place once", async () => {
    const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => ethers.hexlify(bytes) as Hex);
    const sizes = fc
      .record({ count: fc.integer({ min: 1, max: 64 }), more: fc.oneof(fc.nat(5), fc.nat(0xffffffff - 64)) })
      .map(({ count, more }) => ({ count, length: count + more }));
    const drawer = await ethers.deployContract("Drawer");
    await fc.assert(
      fc.asyncProperty(seeds, sizes, async (seed, { count, length }) => {
        const places = drawnPlaces(seed, length, count);
        expect(await drawer.getFunction("places")(seed, length, count)).to.deep.equal(places.map(BigInt));
        expect(new Set(places)).to.have.lengthOf(count);
        expect(Math.max(...places)).to.be.lessThan(length);
      }),
      { seed: SEED, numRuns: 60 },
    );
  });

  it("is a shuffle of the list, cut off", () => {
    for (const length of [1, 2, 7, 64]) {
      const shuffled = drawnPlaces(digest(`list of ${length}`), length, length);
      expect([...shuffled].sort((a, b) => a - b)).to.deep.equal(Array.from({ length }, (_, place) => place));
      expect(drawnPlaces(digest(`list of ${length}`), length, 1)).to.deep.equal(shuffled.slice(0, 1));
    }
    expect(() => drawnPlaces(digest("list"), 2, 3)).to.throw(RangeError);
  });

  it("is not made before its seed is known", async () => {
    const draw = await commitDraw(world);
    const seedBlock = await seedOf(draw);
    for (const number of [seedBlock - 1, seedBlock]) {
      await expect(make(draw))
        .to.be.revertedWithCustomError(world.supervision, "Draws_SeedOutOfReach")
        .withArgs(draw, seedBlock, number);
      await networkHelpers.mineUpTo(number);
    }
    await make(draw);
  });

  it("is made while the chain knows its seed, to the last block, and not after", async () => {
    const draw = await commitDraw(world);
    const seedBlock = await seedOf(draw);
    await networkHelpers.mineUpTo(seedBlock + SEED_REACH - 1);
    const snapshot = await networkHelpers.takeSnapshot();
    await make(draw);
    await snapshot.restore();
    await networkHelpers.mine();
    await expect(make(draw))
      .to.be.revertedWithCustomError(world.supervision, "Draws_SeedOutOfReach")
      .withArgs(draw, seedBlock, seedBlock + SEED_REACH + 1);
  });

  it("that is open lets its region have no other, so that none is thrown again unseen", async () => {
    const { supervision } = world;
    const draw = await commitDraw(world);
    const seedBlock = await seedOf(draw);
    for (const [missed, reason] of [
      [NO_DIGEST, NO_REASON],
      [draw, REASON],
    ] as const) {
      await expect(commit({ listDigest: digest("other list") }, missed, reason))
        .to.be.revertedWithCustomError(supervision, "Draws_Pending")
        .withArgs(draw, seedBlock, (await block()) + 1);
    }
    await commitDraw(world, { region: HANGZHOU });
    await networkHelpers.mineUpTo(seedBlock + SEED_REACH - 1);
    await expect(commit({}, draw, REASON)).to.be.revertedWithCustomError(supervision, "Draws_Pending");
  });

  it("that was missed is named by the next of its region, with the reason", async () => {
    const { supervision } = world;
    const draw = await commitDraw(world);
    const elsewhere = await makeDraw(world, { region: NINGBO });
    await networkHelpers.mineUpTo((await seedOf(draw)) + SEED_REACH + 1);
    for (const missed of [NO_DIGEST, elsewhere, UNKNOWN]) {
      await expect(commit({}, missed, REASON)).to.be.revertedWithCustomError(supervision, "Draws_Pending");
    }
    await expect(commit({}, draw)).to.be.revertedWithCustomError(supervision, "Supervision_ReasonRequired");
    const next = await commitDraw(world, {}, draw);
    expect((await supervision.drawOf(draw)).state).to.equal(BigInt(numberOf(DRAW_STATES, "MISSED")));
    await networkHelpers.mine(SEED_DELAY);
    await make(next);
  });

  it("that was not missed is not named as such", async () => {
    const made = await makeDraw(world);
    for (const missed of [made, UNKNOWN]) {
      await expect(commit({}, missed, REASON))
        .to.be.revertedWithCustomError(world.supervision, "Draws_NotMissed")
        .withArgs(missed);
    }
  });

  it("stays to be made or named when the year ends", async () => {
    const nextYear =
      Date.UTC(new Date((await networkHelpers.time.latest()) * 1_000).getUTCFullYear() + 1, 0, 2) / 1_000;
    const draw = await commitDraw(world);
    await networkHelpers.time.increaseTo(nextYear);
    await networkHelpers.mine(SEED_DELAY);
    await expect(commit()).to.be.revertedWithCustomError(world.supervision, "Draws_Pending");
    await make(draw);
    expect(unpackDossierId(await commitDraw(world))).to.match(/-330000-0001$/);
  });

  it("is made in one state alone, and only when there is one", async () => {
    const { supervision } = world;
    for (const state of REACHABLE_DRAW_STATES.filter((name) => name !== "COMMITTED")) {
      const draw = await drawIn(world, state, state === "MISSED" ? NINGBO : HANGZHOU);
      await expect(make(draw))
        .to.be.revertedWithCustomError(supervision, "Draws_StateNotAllowed")
        .withArgs(draw, numberOf(DRAW_STATES, state));
    }
    await expect(make(UNKNOWN)).to.be.revertedWithCustomError(supervision, "Draws_Unknown").withArgs(UNKNOWN);
  });

  it("needs a list that is long enough, its digest and an existing programme", async () => {
    const { supervision } = world;
    for (const [listLength, count] of [
      [5, 0],
      [5, 6],
      [500, 65],
    ] as const) {
      await expect(commit({ listLength, count }))
        .to.be.revertedWithCustomError(supervision, "Draws_SizeInvalid")
        .withArgs(listLength, count, 64);
    }
    await expect(commit({ listDigest: NO_DIGEST })).to.be.revertedWithCustomError(
      supervision,
      "Supervision_DigestRequired",
    );
    const programme = packProgrammeId({ province: "ZJ", year: 2019, kind: "BASE", batch: 9 });
    await expect(commit({ programme }))
      .to.be.revertedWithCustomError(supervision, "Draws_ProgrammeUnknown")
      .withArgs(programme);
    await commitDraw(world, { listLength: 5, count: 5 });
  });

  it("is committed by an inspector of the region, and made by any registered organisation", async () => {
    const { authority, supervision, officials, accounts } = world;
    const city = supervision.connect(officials.cityInspector);
    await expect(city.commitDraw(commitmentOf({ region: NINGBO }), NO_DIGEST, NO_REASON)).to.be.revertedWithCustomError(
      authority,
      "Authority_OutOfJurisdiction",
    );
    for (const name of ["lead", "registrar", "administrator", "decider", "stranger"] as const) {
      await expect(
        supervision.connect(accounts[name]).commitDraw(commitmentOf(), NO_DIGEST, NO_REASON),
      ).to.be.revertedWithCustomError(authority, "Authority_MissingRole");
    }
    const draw = await commitDraw(world);
    await networkHelpers.mine(SEED_DELAY);
    await expect(make(draw, "stranger")).to.be.revertedWithCustomError(authority, "Authority_AccountNotBound");
    await make(draw, "lead");
  });

  it("chooses pilots of its region for random inspections alone, once it is made", async () => {
    const { supervision, officials } = world;
    const pilot = await activePilot(world, "NOT_REQUIRED");
    const inspectors = [officials.inspector1.address, officials.inspector2.address];
    const open = (kind: "RANDOM" | "ROUTINE", draw: string) =>
      inspectorOf(world).openInspection(pilot, numberOf(INSPECTION_KINDS, kind), draw, NO_DIGEST, inspectors);
    const provincial = await makeDraw(world);
    await open("RANDOM", provincial);
    await open("RANDOM", await makeDraw(world, { region: HANGZHOU }));
    const pending = await commitDraw(world, { region: HANGZHOU });
    for (const [kind, draw] of [
      ["ROUTINE", provincial],
      ["RANDOM", NO_DIGEST],
      ["RANDOM", UNKNOWN],
      ["RANDOM", pending],
      ["RANDOM", await makeDraw(world, { region: NINGBO })],
      ["RANDOM", await makeDraw(world, { region: SHANGCHENG })],
    ] as const) {
      await expect(open(kind, draw))
        .to.be.revertedWithCustomError(supervision, "Inspections_DrawInvalid")
        .withArgs(numberOf(INSPECTION_KINDS, kind), draw);
    }
  });
});
