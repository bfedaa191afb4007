/*
 * commitDraw
 * ├── it is refused to everybody but an inspector of the region
 * ├── it is refused with places that the list does not have or more than 64, without its digest, or for an unknown programme
 * ├── given another draw of the region
 * │   ├── it is refused while another of the region is open, so that none is thrown again unseen
 * │   ├── it is refused unless it names the one that was missed, with the reason
 * │   ├── it is refused when it names one that was not missed
 * │   └── it is refused while one of last year is open, and begins to count anew
 * └── it binds the draw to a block that is still to come
 */
import { expect } from "chai";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import { DRAW_STATES } from "../../../server/ledger/codes/supervision.ts";
import { packDossierId, unpackDossierId } from "../../../server/ledger/dossiers.ts";
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
} from "../fixture.ts";
import { commitDraw, commitmentOf, makeDraw, SEED_DELAY, SEED_REACH } from "./draws.ts";
import { deploySupervised, type SupervisedWorld } from "./fixture.ts";
import { inspectorOf } from "./journey.ts";

const UNKNOWN = packDossierId({ prefix: "DR", year: 2019, region: "330000", serial: 9_999 });

describe("commitDraw", () => {
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

  it("is refused with places that the list does not have or more than 64, without its digest, or for an unknown programme", async () => {
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

  it("is refused to everybody but an inspector of the region", async () => {
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
  });

  it("is refused while another of the region is open, so that none is thrown again unseen", async () => {
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

  it("is refused unless it names the one that was missed, with the reason", async () => {
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

  it("is refused when it names one that was not missed", async () => {
    const made = await makeDraw(world);
    for (const missed of [made, UNKNOWN]) {
      await expect(commit({}, missed, REASON))
        .to.be.revertedWithCustomError(world.supervision, "Draws_NotMissed")
        .withArgs(missed);
    }
  });

  it("is refused while one of last year is open, and begins to count anew", async () => {
    const nextYear =
      Date.UTC(new Date((await networkHelpers.time.latest()) * 1_000).getUTCFullYear() + 1, 0, 2) / 1_000;
    const draw = await commitDraw(world);
    await networkHelpers.time.increaseTo(nextYear);
    await networkHelpers.mine(SEED_DELAY);
    await expect(commit()).to.be.revertedWithCustomError(world.supervision, "Draws_Pending");
    await make(draw);
    expect(unpackDossierId(await commitDraw(world))).to.match(/-330000-0001$/);
  });

  it("binds the draw to a block that is still to come", async () => {
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
});
