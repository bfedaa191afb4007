import { expect } from "chai";
import { eventNames } from "../../../server/ledger/decode.ts";
import type { Address, Hex } from "../../../server/ledger/hex.ts";
import { readableArguments } from "../../../server/queries/readable-arguments.ts";
import { compare, type Records, rebuild, values } from "../../e2e/rebuild.ts";
import { viewsOf } from "../../e2e/views.ts";
import { digest, ethers, HANGZHOU, networkHelpers } from "../fixture.ts";
import { writeChronicle } from "./chronicle.ts";
import { deployStatistics, type StatisticsWorld } from "./fixture.ts";

async function deployChronicle(): Promise<StatisticsWorld> {
  const world = await deployStatistics();
  await writeChronicle(world);
  return world;
}

describe("the statistics rebuilt from logs alone", () => {
  let records: Records;
  let views: ReturnType<typeof viewsOf>;

  before(async () => {
    const { authority, ledger, evidence, statistics } = await networkHelpers.loadFixture(deployChronicle);
    const contracts = {
      Authority: (await authority.getAddress()) as Address,
      PilotLedger: (await ledger.getAddress()) as Address,
      EvidenceLedger: (await evidence.getAddress()) as Address,
      StatisticsLedger: (await statistics.getAddress()) as Address,
      // None is deployed: nothing of these records is about a pilot.
      ServiceLedger: ethers.ZeroAddress as Address,
      SupervisionLedger: ethers.ZeroAddress as Address,
    };
    records = await rebuild(ethers.provider, { contracts });
    views = viewsOf({ contracts, province: "ZJ" }, ethers.provider, records);
  });

  for (const kind of ["indicator", "figure", "bulletin", "evaluation", "pool", "membership", "journal"] as const) {
    it(`have the same ${kind} records as the contract's views tell of`, async () => {
      await compare(values(records, kind).flatMap((record) => views.of(kind, record)));
    });
  }

  it("tell of every kind of event", () => {
    const seen = new Set(values(records, "event").map((event) => event.provenance.event));
    expect(eventNames("StatisticsLedger").filter((name) => !seen.has(name))).to.deep.equal([]);
  });

  it("keep every target and report, each with what was wrong with the one before", () => {
    const figure = values(records, "figure").find(({ code }) => code === `SW_REV-1-${HANGZHOU}-2019`);
    expect(figure?.targets.map(({ revision, value, reason }) => [revision, value, reason])).to.deep.equal([
      [1, "60000", null],
      [2, "-61000", "OTHER"],
    ]);
    expect(figure?.reports.map(({ revision, value, state, reason }) => [revision, value, state, reason])).to.deep.equal(
      [
        [1, "-59200", "CORRECTED", null],
        [2, "59201", "REPORTED", "OTHER"],
      ],
    );
    expect(figure?.reports[0]?.verification?.documentDigest).to.equal(digest("note"));
  });

  it("map a new version of an indicator from the old one, which has its end", () => {
    const [first, second] = ["SW_REV-1", "SW_REV-2"].map((code) =>
      values(records, "indicator").find((indicator) => indicator.code === code),
    );
    expect(first).to.deep.include({
      validTo: "2999",
      endedReason: "OTHER",
      mapsFrom: null,
      unit: "CNY_100M",
      scale: 1,
    });
    expect(second).to.deep.include({ validTo: null, mapsFrom: "SW_REV-1", name: { zh: "Revenue", en: "Revenue" } });
  });

  it("read in words in a time line", () => {
    const read = (name: string) => {
      const event = values(records, "event").find(({ provenance }) => provenance.event === name);
      return event && readableArguments(event);
    };
    expect(read("IndicatorDefined")?.terms).to.deep.equal({
      region: "330000",
      direction: "AT_LEAST",
      scale: 1,
      validFrom: "2019",
      validTo: null,
      unit: "CNY_100M",
    });
    expect(read("BulletinFileAnchored")).to.deep.include({ part: "DATASET" });
    expect(read("BulletinSuperseded")?.successor).to.match(/^BUL-2019-330000-/);
    expect(read("EnterpriseNominated")?.enterprise).to.match(/^91330100MA27/);
  });

  it("log the visits of a region", () => {
    const [visit] = values(records, "guidanceVisit");
    expect(visit).to.deep.include({
      region: String(HANGZHOU),
      visitedAt: 1_546_300_800,
      documentDigest: digest("visit"),
    });
  });

  it("lead from the digest of a bulletin's file, a return and a manifest to where it appears", () => {
    const appearances = (name: string): Hex[] =>
      values(records, "evidence").flatMap((record) => (record.digest === digest(name) ? [record.digest] : []));
    for (const name of ["dataset", "document", "return", "plan", "method", "materials", "opinion", "visit", "result"]) {
      expect(appearances(name), name).not.to.deep.equal([]);
    }
    const file = values(records, "evidence").find(({ digest: found }) => found === digest("dataset"));
    expect(file).to.deep.include({ use: "EVIDENCE", kind: "BULLETIN", algorithm: "sha256", size: "4096" });
  });
});
