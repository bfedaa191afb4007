import { expect } from "chai";
import type { RecordTypes } from "../../server/ledger/records.ts";
import { KnownRecords } from "../../server/store/known-records.ts";
import {
  accountBound,
  organisationRegistered,
  pilotAdmitted,
  pilotApplied,
  pilotCode,
  programmeOpened,
} from "../support/acts.ts";
import { all } from "../support/blocks.ts";
import { MirroredChain } from "../support/mirrored.ts";
import { SimulatedChain } from "../support/simulated-chain.ts";

const FIELD = { code: "MFG" } as unknown as RecordTypes["field"];

describe("records that were read before", () => {
  it("are known by the very text they were made of", () => {
    const known = new KnownRecords();
    known.keep("r/field/MFG", "one text", 0, FIELD);
    expect(known.get("r/field/MFG", "one text", 0)).to.equal(FIELD);
    expect(known.get("r/field/MFG", "another", 0)).to.equal(undefined);
    expect(known.get("r/field/GOV", "one text", 0)).to.equal(undefined);
  });

  it("are known to stand while no batch has changed them", () => {
    const known = new KnownRecords();
    known.advance(7);
    known.keep("r/field/MFG", "one text", 7, FIELD);
    known.advance(8, ["r/field/GOV"]);
    expect(known.standing("r/field/MFG", 8)).to.equal(FIELD);
    expect(known.standing("r/field/MFG", 7), "for who reads from before").to.equal(undefined);
    known.advance(9, ["r/field/MFG", "r/field/GOV"]);
    expect(known.standing("r/field/MFG", 9), "changed").to.equal(undefined);
    expect(known.get("r/field/MFG", "one text", 9), "written back as it was").to.equal(FIELD);
    expect(known.standing("r/field/MFG", 9), "seen again").to.equal(FIELD);
  });

  it("are walked over by their keys alone when most are known, and found all the same", async () => {
    const chain = new SimulatedChain();
    chain.mine(programmeOpened(), organisationRegistered(), accountBound());
    chain.mine(...[1, 2, 3, 4].map((serial) => pilotApplied(serial)));
    for (let block = 0; block < 130; block++) chain.mine();
    const mirrored = await MirroredChain.of(chain);
    try {
      await mirrored.mirror.syncOnce();
      const listed = async () => {
        const reader = mirrored.store.provenSnapshot();
        const found = await all(reader.list("pilot", { after: pilotCode(1), mostly: 2 }));
        await reader.close();
        return found;
      };
      const first = await listed();
      expect(first.map(([id]) => id)).to.deep.equal([2, 3, 4].map((serial) => pilotCode(serial)));
      for (const time of ["known", "by keys alone", "again"]) {
        const found = await listed();
        for (const [at, [, pilot]] of found.entries()) expect(pilot, time).to.equal(first[at]?.[1]);
      }
      chain.mine(pilotAdmitted(3));
      await mirrored.mirror.syncOnce();
      expect((await listed()).map(([, { state }]) => state)).to.deep.equal(["APPLIED", "UNDER_REVIEW", "APPLIED"]);
    } finally {
      await mirrored.close();
    }
  });

  it("are looked for in the store again after a batch of which it is not known what it changed, or a lost one", () => {
    const known = new KnownRecords();
    for (const [sequence, changed] of [
      [1, undefined],
      [3, []],
    ] as const) {
      known.keep("r/field/MFG", "one text", sequence - 1, FIELD);
      known.get("r/field/MFG", "one text", sequence - 1);
      known.advance(sequence, changed);
      expect(known.standing("r/field/MFG", sequence)).to.equal(undefined);
    }
    known.keep("r/field/MFG", "one text", 3, FIELD);
    expect(known.standing("r/field/MFG", 3)).to.equal(FIELD);
    known.leave();
    expect(known.standing("r/field/MFG", 3), "of a store that is left").to.equal(undefined);
    known.advance(3);
    known.keep("r/field/MFG", "one text", 2, FIELD);
    expect(known.standing("r/field/MFG", 3), "read before the last batch").to.equal(undefined);
  });

  it("go when there is no more room, the oldest first, but after those nobody asked for again", () => {
    const known = new KnownRecords(30);
    for (const key of ["a", "b", "c"]) known.keep(key, `text of ${key}.`, 0, FIELD);
    known.get("a", "text of a.", 0);
    known.keep("d", "text of d.", 0, FIELD);
    const kept = ["a", "b", "c", "d"].filter((key) => known.get(key, `text of ${key}.`, 0) !== undefined);
    expect(kept).to.deep.equal(["a", "c", "d"]);
  });

  it("are not those that stood there before, nor of blocks that can be replaced", async () => {
    const chain = new SimulatedChain();
    chain.mine(programmeOpened(), organisationRegistered(), accountBound()).mine(pilotApplied(1));
    for (let block = 0; block < 130; block++) chain.mine();
    const mirrored = await MirroredChain.of(chain);
    try {
      await mirrored.mirror.syncOnce();
      const before = mirrored.store.snapshot();
      const applied = await before.get("pilot", pilotCode(1));
      expect(applied?.state).to.equal("APPLIED");
      expect(await before.get("pilot", pilotCode(1)), "read again").to.equal(applied);

      chain.mine(pilotAdmitted(1));
      await mirrored.mirror.syncOnce();
      const after = mirrored.store.snapshot();
      const admitted = await after.get("pilot", pilotCode(1));
      expect(admitted?.state).to.equal("UNDER_REVIEW");
      expect(await after.get("pilot", pilotCode(1)), "of a new block").not.to.equal(admitted);
      expect(await before.get("pilot", pilotCode(1)), "as it was").to.equal(applied);

      chain.takeBack(1).mine().mine(pilotAdmitted(1));
      await mirrored.mirror.syncOnce();
      const replaced = mirrored.store.snapshot();
      const again = await replaced.get("pilot", pilotCode(1));
      expect(again?.updated.blockHash).to.equal(chain.at(chain.height).hash);
      await Promise.all([before.close(), after.close(), replaced.close()]);
    } finally {
      await mirrored.close();
    }
  });
});
