import { expect } from "chai";
import type { Hex } from "../../../server/ledger/hex.ts";
import { packBulletinId, packPeriod } from "../../../server/ledger/statistics-ids.ts";
import { BUREAU, digest, ethers, NO_REASON, networkHelpers, PROVINCE, REASON, UNREGISTERED } from "../fixture.ts";
import {
  type ActorName,
  type BulletinDraft,
  CITY_BUREAU,
  deployStatistics,
  draftOf,
  STATISTICS_BUREAU,
  type StatisticsWorld,
} from "./fixture.ts";
import { draftBulletin, publishDraft, publishedLater } from "./machines.ts";

const TEXT = JSON.stringify({ title: { en: "Bulletin", zh: "公报" } });
const ISSUERS = [STATISTICS_BUREAU, BUREAU];

describe("bulletins", () => {
  let world: StatisticsWorld;
  beforeEach(async () => {
    world = await networkHelpers.loadFixture(deployStatistics);
  });

  const refused = (attempt: Promise<unknown>, error: string) =>
    expect(attempt).to.be.revertedWithCustomError(world.statistics, error);
  const draft = async (
    changes: Partial<BulletinDraft> = {},
    issuers: Hex[] = ISSUERS,
    account: ActorName = "provincial",
  ) => world.as(account).draftBulletin({ ...(await draftOf(1)), ...changes }, issuers, TEXT);

  it("are refused with a draft that does not hold together", async () => {
    const good = await draftOf(1);
    await refused(draft({ number: 0 }), "Bulletins_NumberRequired");
    await refused(draft({ period: 1 }), "Statistics_PeriodInvalid");
    await refused(draft({ region: 339_900 }), "Statistics_RegionNotEnabled");
    await refused(draft({ threshold: 0 }), "Bulletins_IssuersInvalid").withArgs(2, 0, 15);
    await refused(draft({ threshold: 3 }), "Bulletins_IssuersInvalid").withArgs(2, 3, 15);
    await refused(draft({}, Array<Hex>(16).fill(BUREAU)), "Bulletins_IssuersInvalid");
    await refused(draft({}, [BUREAU, BUREAU]), "Bulletins_IssuerTwice").withArgs(1, BUREAU);
    await refused(draft({}, [BUREAU, CITY_BUREAU]), "Bulletins_NotIssuer");
    await refused(draft({ dataset: { ...good.dataset, algorithm: 0 } }), "Bulletins_FileInvalid").withArgs(1);
    const empty = { ...good.document, digest: `0x${"00".repeat(32)}` };
    await refused(draft({ document: empty }), "Bulletins_FileInvalid").withArgs(2);
    await expect(draft({}, [STATISTICS_BUREAU, UNREGISTERED])).to.be.revertedWithCustomError(
      world.authority,
      "Authority_OrganisationUnknown",
    );
    await draft();
    await refused(draft(), "Bulletins_Exists");
  });

  it("have the hash of their block confirmed while the chain remembers it", async () => {
    const [record] = await world.statistics.queryFilter("BulletinDrafted");
    expect(record).to.equal(undefined);
    const good = await draftOf(1);
    const latest = BigInt(good.asOfBlock);
    await refused(draft({ asOfBlock: latest + 10n }), "Bulletins_BlockAhead");
    await refused(draft({ asOfBlock: latest - 1n, asOfBlockHash: good.asOfBlockHash }), "Bulletins_BlockHashMismatch");
    await refused(draft({ asOfBlockHash: `0x${"00".repeat(32)}` }), "Statistics_DigestRequired");
    for (const [number, distance, checked] of [
      [1, 256, true],
      [2, 257, false],
    ] as const) {
      const { asOfBlock, asOfBlockHash } = await draftOf(number);
      await networkHelpers.mine(distance - 1);
      await draft({ number, asOfBlock, asOfBlockHash });
      const events = await world.statistics.queryFilter("BulletinDrafted");
      expect(events.length).to.equal(number);
      const log = events.at(-1);
      const parsed = log && world.statistics.interface.parseLog(log);
      expect(parsed?.args.getValue("hashChecked"), `${distance} blocks`).to.equal(checked);
    }
    expect(await ethers.provider.getBlockNumber()).to.be.greaterThan(512);
  });

  it("are signed by each issuer once, for the document it has read", async () => {
    const { as } = world;
    const bulletin = await draftBulletin(world, 1);
    await expect(as("city").cosignBulletin(bulletin, digest("document"))).to.be.revertedWithCustomError(
      world.authority,
      "Authority_OutOfJurisdiction",
    );
    await refused(as("provincial").cosignBulletin(bulletin, digest("draft")), "Bulletins_DocumentMismatch").withArgs(
      bulletin,
      digest("draft"),
      digest("document"),
    );
    await as("provincial").cosignBulletin(bulletin, digest("document"));
    await refused(
      as("provincialColleague").cosignBulletin(bulletin, digest("document")),
      "Bulletins_AlreadySigned",
    ).withArgs(bulletin, STATISTICS_BUREAU);
    await refused(as("provincial").publishBulletin(bulletin), "Bulletins_StateNotAllowed");
    await as("coIssuer").cosignBulletin(bulletin, digest("document"));
    await as("provincialColleague").publishBulletin(bulletin);
    const { signatures, issuers } = await world.statistics.bulletinOf(bulletin);
    expect([signatures, issuers]).to.deep.equal([2n, 2n]);
  });

  it("are none of a statistician's whose organisation does not issue them", async () => {
    const { as } = world;
    await as("provincial").draftBulletin(await draftOf(1, 1), [STATISTICS_BUREAU], TEXT);
    const bulletin = packBulletinId({ period: "2019", region: String(PROVINCE), number: 1 });
    const sign = as("coIssuer").cosignBulletin(bulletin, digest("document"));
    await refused(sign, "Bulletins_NotIssuer").withArgs(bulletin, BUREAU);
    await as("provincial").cosignBulletin(bulletin, digest("document"));
    await refused(as("coIssuer").publishBulletin(bulletin), "Bulletins_NotIssuer").withArgs(bulletin, BUREAU);
  });

  it("are superseded by one published later, about the same", async () => {
    const { as } = world;
    const first = await draftBulletin(world, 1);
    await publishDraft(world, first);
    const supersede = (successor: Hex, reason = REASON) => as("provincial").supersedeBulletin(first, successor, reason);
    await refused(supersede(first), "Bulletins_NotSuccessor").withArgs(first, first);
    await refused(supersede(await draftBulletin(world, 2)), "Bulletins_NotSuccessor");
    const other = packBulletinId({ period: "2019Q1", region: String(PROVINCE), number: 1 });
    await draft({ period: packPeriod("2019Q1") });
    await publishDraft(world, other);
    await refused(supersede(other), "Bulletins_NotSuccessor").withArgs(first, other);
    const second = await publishedLater(world);
    await refused(supersede(second, NO_REASON), "Statistics_ReasonRequired");
    await refused(as("provincial").supersedeBulletin(second, first, REASON), "Bulletins_NotSuccessor");
    await supersede(second);
    expect((await world.statistics.bulletinOf(first)).state).to.equal(4n);
  });
});
