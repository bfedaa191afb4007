/*
 * cosignBulletin
 * ├── given another state, or another caller: lifecycle.test.ts
 * ├── it is refused to a statistician of less than the region
 * ├── it is refused to an organisation that is no issuer
 * ├── it is refused to an issuer that signed, also by another account
 * ├── it is refused for another document than the drafted one
 * ├── it signs for the issuer, and leaves a draft while signatures are missing
 * └── it makes the draft ready to be published with the last signature it needs
 */
import { expect } from "chai";
import type { Hex } from "../../../server/ledger/hex.ts";
import { packBulletinId } from "../../../server/ledger/statistics-ids.ts";
import { BUREAU, digest, PROVINCE } from "../fixture.ts";
import { type ActorName, draftOf, STATISTICS_BUREAU } from "./fixture.ts";
import { draftBulletin } from "./machines.ts";
import { type StatisticsScene, statisticsScene } from "./scene.ts";

describe("cosignBulletin", () => {
  let scene: StatisticsScene;
  let bulletin: Hex;

  beforeEach(async () => {
    scene = await statisticsScene();
    bulletin = await draftBulletin(scene.world, 1);
  });

  const sign = (by: ActorName = "provincial", document = digest("document")) =>
    scene.as(by).cosignBulletin(bulletin, document);
  const entry = () => scene.world.statistics.bulletinOf(bulletin);

  it("is refused to a statistician of less than the region", () =>
    scene.refusesOutside(sign("city"), "city", PROVINCE));

  it("is refused to an organisation that is no issuer", async () => {
    const draft = await draftOf(2, 1);
    await scene.as("provincial").draftBulletin(draft, [STATISTICS_BUREAU], "{}");
    bulletin = packBulletinId({ period: "2019", region: String(PROVINCE), number: 2 });
    await scene.refuses(sign("coIssuer"), "Bulletins_NotIssuer", bulletin, BUREAU);
  });

  it("is refused to an issuer that signed, also by another account", async () => {
    await sign();
    for (const by of ["provincial", "provincialColleague"] as const) {
      await scene.refuses(sign(by), "Bulletins_AlreadySigned", bulletin, STATISTICS_BUREAU);
    }
  });

  it("is refused for another document than the drafted one", async () => {
    const refusal = [bulletin, digest("draft"), digest("document")];
    await scene.refuses(sign("provincial", digest("draft")), "Bulletins_DocumentMismatch", ...refusal);
  });

  it("signs for the issuer, and leaves a draft while signatures are missing", async () => {
    const said = [STATISTICS_BUREAU, 1, digest("document")];
    await scene.records(sign(), "BulletinCosigned", bulletin, scene.address("provincial"), ...said);
    const { state, signatures } = await entry();
    expect([state, signatures]).to.deep.equal([1n, 1n]);
    expect(await scene.world.statistics.issuerSeat(bulletin, STATISTICS_BUREAU)).to.equal(2n);
  });

  it("makes the draft ready to be published with the last signature it needs", async () => {
    await sign();
    await sign("coIssuer");
    const { state, signatures } = await entry();
    expect([state, signatures]).to.deep.equal([2n, 2n]);
  });
});
