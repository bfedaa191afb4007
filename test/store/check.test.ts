import { expect } from "chai";
import { packPilotId, parsePilotCode } from "../../server/ledger/ids.ts";
import { encodeBucket } from "../../server/store/buckets.ts";
import type { Database } from "../../server/store/database.ts";
import { encodeText, encodeValue } from "../../server/store/encoding.ts";
import { markKey } from "../../server/store/keys.ts";
import {
  accountBound,
  digestOf,
  milestoneSubmitted,
  organisationRegistered,
  pilotApplied,
  pilotCode,
  programmeOpened,
} from "../support/acts.ts";
import { fieldChange } from "../support/blocks.ts";
import { FailingWrites } from "../support/failing-database.ts";
import { MirroredChain } from "../support/mirrored.ts";
import { CONTRACTS, SimulatedChain } from "../support/simulated-chain.ts";

describe("the check of a store", () => {
  const chain = new SimulatedChain()
    .mine(programmeOpened(), organisationRegistered(), accountBound())
    .mine(pilotApplied(1))
    .mine(milestoneSubmitted(1, 1), milestoneSubmitted(1, 2));
  const writes = new FailingWrites();
  let mirrored: MirroredChain;

  beforeEach(async () => {
    mirrored = await MirroredChain.of(chain, { database: writes.factory });
    await mirrored.mirror.syncOnce();
  });

  afterEach(() => mirrored.close());

  const put = (database: Database, key: string, value: unknown) => database.put(key, encodeValue(key, value));
  const change = async (database: Database, key: string, old: RegExp, by: string) => {
    const stored: string | undefined = await database.get(key);
    const text = (stored ?? "").slice(16);
    expect(text).to.match(old);
    await database.put(key, encodeText(key, text.replace(old, by)).stored);
  };
  const pilot = `r/pilot/${pilotCode(1)}`;
  const bucket = `x/pilot.state/APPLIED\0${pilotCode(1).slice(0, -2)}`;

  it("finds a whole store whole, and counts what is in it", async () => {
    const report = await mirrored.store.check({ journals: "fold" });
    expect(report.faults).to.deep.equal([]);
    expect(report.digest).to.deep.equal(mirrored.store.digest);
    expect(report.head).to.deep.equal(mirrored.store.head);
    expect(report.journals).to.be.greaterThan(3);
    expect(report.indexEntries).to.be.greaterThan(10);
    expect(mirrored.store.damage).to.equal(undefined);
  });

  it("finds a pilot of a whole city whole, whose region and city are one", async () => {
    const parts = parsePilotCode("ZJ-2019-330200-MFG-0001");
    if (parts === undefined) throw new Error("that is no pilot");
    const city = new SimulatedChain()
      .mine(programmeOpened(), organisationRegistered(), accountBound())
      .mine({ ...pilotApplied(1), subject: packPilotId(parts) });
    const ofCity = await MirroredChain.of(city);
    try {
      await ofCity.mirror.syncOnce();
      expect((await ofCity.store.check({ journals: "fold" })).faults).to.deep.equal([]);
    } finally {
      await ofCity.close();
    }
  });

  const alterations: [string, RegExp, (database: Database) => Promise<unknown>][] = [
    ["a record is missing", /records with the digest/, (database) => database.del(pilot)],
    [
      "a record is there that no event made",
      /records with the digest/,
      (database) => put(database, "r/field/LIV", fieldChange("LIV", 9).value),
    ],
    [
      "a record was changed, checksum included",
      /records with the digest/,
      (database) => change(database, pilot, /"serial":1/, '"serial":2'),
    ],
    ["a value does not match its checksum", /altered/, (database) => database.put(pilot, `${"0".repeat(16)}{}`)],
    ["an index entry is missing", /index entries/, (database) => database.del(bucket)],
    [
      "an index entry is there that follows from no record",
      /index entries/,
      (database) => database.put(bucket, encodeBucket(bucket, ["01", "02"]) ?? ""),
    ],
    [
      "the list of an index entry was altered",
      /altered/,
      async (database) => database.put(bucket, `${(await database.get(bucket))?.slice(0, -1)}2`),
    ],
    ["the mark of a block with events is missing", /not marked so/, (database) => database.del(markKey(3))],
    [
      "an accumulator is not that of its events",
      /accumulator/,
      (database) => change(database, `r/journal/${CONTRACTS.PilotLedger}/whole`, /"count":4/, '"count":5'),
    ],
    [
      "an event has another leaf",
      /accumulator/,
      (database) =>
        change(database, "r/event/000000000003.000000", /(?<=\n\["0x[0-9a-f]+",)"0x[0-9a-f]+"/, `"${digestOf(5)}"`),
    ],
    [
      "an event says something else than it did, its digest included",
      /leaf was made of/,
      (database) => change(database, "r/event/000000000003.000000", /"80000000"/, '"80000001"'),
    ],
    ["the cursor is missing", /no cursor/, (database) => database.del("m/cursor")],
  ];
  for (const [fault, words, alter] of alterations) {
    it(`finds it when ${fault}`, async () => {
      if (writes.database === undefined) throw new Error("nothing is open");
      const { head } = mirrored.store;
      await alter(writes.database);
      // An open store has its cursor in memory; a missing one is found by whoever opens it, and by the check of what is stored.
      const report = await mirrored.store
        .check({ journals: "fold" })
        .catch((error: Error) => ({ faults: [error.message] }));
      expect(report.faults.join("\n")).to.match(words);
      expect(mirrored.store.damage?.code).to.equal("CORRUPT");
      expect(mirrored.store.head).to.deep.equal(head);
    });
  }
});
