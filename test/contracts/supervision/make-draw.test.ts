/*
 * makeDraw
 * ├── it is refused for a draw that is made or missed, or that there is not
 * ├── it is refused to an account of no organisation
 * ├── it is refused before the seed is known
 * ├── it is refused once the chain does not know the seed any more
 * ├── it draws the places from the hash of exactly that block, for any registered organisation
 * ├── it draws the same places as the server for any seed and size, and takes every place once
 * └── it draws a shuffle of the list, cut off
 */
import { expect } from "chai";
import fc from "fast-check";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import { DRAW_STATES } from "../../../server/ledger/codes/supervision.ts";
import { packDossierId } from "../../../server/ledger/dossiers.ts";
import { drawnPlaces } from "../../../server/ledger/draw.ts";
import type { Hex } from "../../../server/ledger/hex.ts";
import { digest, ethers, HANGZHOU, NINGBO, networkHelpers } from "../fixture.ts";
import { commitDraw, drawIn, REACHABLE_DRAW_STATES, SEED_DELAY, SEED_REACH } from "./draws.ts";
import { deploySupervised, type SupervisedWorld } from "./fixture.ts";

const UNKNOWN = packDossierId({ prefix: "DR", year: 2019, region: "330000", serial: 9_999 });
/** Pinned, so that a failure can be repeated. */
const SEED = 20190401;

describe("makeDraw", () => {
  let world: SupervisedWorld;

  beforeEach(async () => {
    world = await networkHelpers.loadFixture(deploySupervised);
  });

  const make = (draw: Hex, by: keyof SupervisedWorld["accounts"] = "inspector") =>
    world.supervision.connect(world.accounts[by]).makeDraw(draw);
  const seedOf = async (draw: Hex) => Number((await world.supervision.drawOf(draw)).seedBlock);

  it("is refused for a draw that is made or missed, or that there is not", async () => {
    const { supervision } = world;
    for (const state of REACHABLE_DRAW_STATES.filter((name) => name !== "COMMITTED")) {
      const draw = await drawIn(world, state, state === "MISSED" ? NINGBO : HANGZHOU);
      await expect(make(draw))
        .to.be.revertedWithCustomError(supervision, "Draws_StateNotAllowed")
        .withArgs(draw, numberOf(DRAW_STATES, state));
    }
    await expect(make(UNKNOWN)).to.be.revertedWithCustomError(supervision, "Draws_Unknown").withArgs(UNKNOWN);
  });

  it("is refused to an account of no organisation", async () => {
    const draw = await commitDraw(world);
    await networkHelpers.mine(SEED_DELAY);
    await expect(make(draw, "stranger")).to.be.revertedWithCustomError(world.authority, "Authority_AccountNotBound");
    await make(draw, "lead");
  });

  it("is refused before the seed is known", async () => {
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

  it("is refused once the chain does not know the seed any more", async () => {
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

  it("draws the places from the hash of exactly that block, for any registered organisation", async () => {
    const draw = await commitDraw(world);
    const seedBlock = await seedOf(draw);
    await networkHelpers.mine(SEED_DELAY + 40);
    const seed = (await ethers.provider.getBlock(seedBlock))?.hash as Hex;
    await expect(make(draw))
      .to.emit(world.supervision, "DrawMade")
      .withArgs(draw, world.accounts.inspector.address, seed, drawnPlaces(seed, 500, 10));
    expect((await world.supervision.drawOf(draw)).state).to.equal(BigInt(numberOf(DRAW_STATES, "DRAWN")));
  });

  it("draws the same places as the server for any seed and size, and takes every place once", async () => {
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

  it("draws a shuffle of the list, cut off", () => {
    for (const length of [1, 2, 7, 64]) {
      const shuffled = drawnPlaces(digest(`list of ${length}`), length, length);
      expect([...shuffled].sort((a, b) => a - b)).to.deep.equal(Array.from({ length }, (_, place) => place));
      expect(drawnPlaces(digest(`list of ${length}`), length, 1)).to.deep.equal(shuffled.slice(0, 1));
    }
    expect(() => drawnPlaces(digest("list"), 2, 3)).to.throw(RangeError);
  });
});
