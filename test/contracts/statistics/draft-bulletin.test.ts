/*
 * draftBulletin
 * ├── it is refused to everybody but a statistician of the region
 * ├── it is refused a second time
 * ├── it is refused for a period that is none, a region that is not enabled, or without a number
 * ├── given its issuers
 * │   ├── it is refused with a threshold of none, or of more than they are
 * │   ├── it is refused with more than 15
 * │   ├── it is refused with one named twice
 * │   ├── it is refused with one that is not in the register
 * │   └── it is refused when the drafter's organisation is none of them
 * ├── it is refused without a text
 * ├── it is refused with a file without an algorithm or a digest
 * ├── given the block it is as of
 * │   ├── it is refused with a block that is not there yet
 * │   ├── it is refused without the block's hash, or with another than the chain's
 * │   └── it says whether the chain still knew the hash, for 256 blocks
 * └── it drafts the bulletin, with its dataset and its document
 */
import { expect } from "chai";
import type { Hex } from "../../../server/ledger/hex.ts";
import { packBulletinId } from "../../../server/ledger/statistics-ids.ts";
import { BUREAU, digest, NO_DIGEST, networkHelpers, PROVINCE, role, UNREGISTERED } from "../fixture.ts";
import { type ActorName, type BulletinDraft, CITY_BUREAU, draftOf, STATISTICS_BUREAU } from "./fixture.ts";
import { type StatisticsScene, statisticsScene } from "./scene.ts";

const TEXT = JSON.stringify({ title: { en: "Bulletin", zh: "公报" } });
const ISSUERS = [STATISTICS_BUREAU, BUREAU];
const FIRST = packBulletinId({ period: "2019", region: String(PROVINCE), number: 1 });

describe("draftBulletin", () => {
  let scene: StatisticsScene;

  beforeEach(async () => {
    scene = await statisticsScene();
  });

  const draft = async (
    changes: Partial<BulletinDraft> = {},
    issuers: Hex[] = ISSUERS,
    { by = "provincial" as ActorName, text = TEXT } = {},
  ) => scene.as(by).draftBulletin({ ...(await draftOf(1)), ...changes }, issuers, text);

  it("is refused to everybody but a statistician of the region", async () => {
    await scene.refusesOutside(draft({}, ISSUERS, { by: "city" }), "city", PROVINCE);
    const refusal = [scene.address("lead"), role("STATISTICIAN")];
    await scene.refuses(draft({}, ISSUERS, { by: "lead" }), "Authority_MissingRole", ...refusal);
  });

  it("is refused a second time", async () => {
    await draft();
    await scene.refuses(draft(), "Bulletins_Exists", FIRST);
  });

  it("is refused for a period that is none, a region that is not enabled, or without a number", async () => {
    await scene.refuses(draft({ period: 1 }), "Statistics_PeriodInvalid");
    await scene.refuses(draft({ region: 339_900 }), "Statistics_RegionNotEnabled");
    await scene.refuses(draft({ number: 0 }), "Bulletins_NumberRequired");
  });

  it("is refused with a threshold of none, or of more than they are", async () => {
    for (const threshold of [0, 3]) {
      await scene.refuses(draft({ threshold }), "Bulletins_IssuersInvalid", 2, threshold, 15);
    }
  });

  it("is refused with more than 15", () =>
    scene.refuses(draft({}, Array<Hex>(16).fill(BUREAU)), "Bulletins_IssuersInvalid", 16, 2, 15));

  it("is refused with one named twice", () =>
    scene.refuses(draft({}, [BUREAU, BUREAU]), "Bulletins_IssuerTwice", 1, BUREAU));

  it("is refused with one that is not in the register", () =>
    scene.refuses(draft({}, [STATISTICS_BUREAU, UNREGISTERED]), "Authority_OrganisationUnknown", UNREGISTERED));

  it("is refused when the drafter's organisation is none of them", () =>
    scene.refuses(draft({}, [BUREAU, CITY_BUREAU]), "Bulletins_NotIssuer", FIRST, STATISTICS_BUREAU));

  it("is refused without a text", () =>
    scene.refuses(draft({}, ISSUERS, { text: "" }), "Statistics_TextLength", 0, 8_192));

  it("is refused with a file without an algorithm or a digest", async () => {
    const { dataset, document } = await draftOf(1);
    await scene.refuses(draft({ dataset: { ...dataset, algorithm: 0 } }), "Bulletins_FileInvalid", 1);
    await scene.refuses(draft({ document: { ...document, digest: NO_DIGEST } }), "Bulletins_FileInvalid", 2);
  });

  it("is refused with a block that is not there yet", async () => {
    const { asOfBlock } = await draftOf(1);
    await scene.refuses(draft({ asOfBlock: BigInt(asOfBlock) + 10n }), "Bulletins_BlockAhead");
  });

  it("is refused without the block's hash, or with another than the chain's", async () => {
    const { asOfBlock, asOfBlockHash } = await draftOf(1);
    await scene.refuses(draft({ asOfBlockHash: NO_DIGEST }), "Statistics_DigestRequired");
    const act = draft({ asOfBlock: BigInt(asOfBlock) - 1n, asOfBlockHash });
    await scene.refuses(act, "Bulletins_BlockHashMismatch");
  });

  it("says whether the chain still knew the hash, for 256 blocks", async () => {
    for (const [number, distance, checked] of [
      [1, 256, true],
      [2, 257, false],
    ] as const) {
      const { asOfBlock, asOfBlockHash } = await draftOf(number);
      await networkHelpers.mine(distance - 1);
      const said = [ISSUERS, 2, asOfBlock, asOfBlockHash, checked, TEXT];
      const bulletin = packBulletinId({ period: "2019", region: String(PROVINCE), number });
      const act = draft({ number, asOfBlock, asOfBlockHash });
      await scene.records(act, "BulletinDrafted", bulletin, scene.address("provincial"), ...said);
    }
  });

  it("drafts the bulletin, with its dataset and its document", async () => {
    const { dataset, document } = await draftOf(1);
    const act = draft();
    for (const [part, file] of [
      [1, dataset],
      [2, document],
    ] as const) {
      const said = [part, Object.values(file)];
      await scene.records(act, "BulletinFileAnchored", FIRST, scene.address("provincial"), ...said);
    }
    const { state, issuers, threshold, documentDigest } = await scene.world.statistics.bulletinOf(FIRST);
    expect([state, issuers, threshold, documentDigest]).to.deep.equal([1n, 2n, 2n, digest("document")]);
  });
});
