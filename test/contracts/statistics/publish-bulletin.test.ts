/*
 * publishBulletin
 * ├── given another state, or another caller: lifecycle.test.ts
 * ├── it is refused while signatures are missing
 * ├── it is refused to an organisation that is no issuer
 * └── it publishes the bulletin, by an account of any issuer
 */
import { expect } from "chai";
import type { Hex } from "../../../server/ledger/hex.ts";
import { packBulletinId } from "../../../server/ledger/statistics-ids.ts";
import { BUREAU, digest, networkHelpers, PROVINCE } from "../fixture.ts";
import { draftOf, STATISTICS_BUREAU } from "./fixture.ts";
import { draftBulletin } from "./machines.ts";
import { type StatisticsScene, statisticsScene } from "./scene.ts";

describe("publishBulletin", () => {
  let scene: StatisticsScene;

  beforeEach(async () => {
    scene = await statisticsScene();
  });

  const sign = (by: "provincial" | "coIssuer", bulletin: Hex) =>
    scene.as(by).cosignBulletin(bulletin, digest("document"));

  it("is refused while signatures are missing", async () => {
    const bulletin = await draftBulletin(scene.world, 1);
    await sign("provincial", bulletin);
    await scene.refuses(scene.as("provincial").publishBulletin(bulletin), "Bulletins_StateNotAllowed", bulletin, 1);
  });

  it("is refused to an organisation that is no issuer", async () => {
    await scene.as("provincial").draftBulletin(await draftOf(1, 1), [STATISTICS_BUREAU], "{}");
    const bulletin = packBulletinId({ period: "2019", region: String(PROVINCE), number: 1 });
    await sign("provincial", bulletin);
    await scene.refuses(scene.as("coIssuer").publishBulletin(bulletin), "Bulletins_NotIssuer", bulletin, BUREAU);
  });

  it("publishes the bulletin, by an account of any issuer", async () => {
    const bulletin = await draftBulletin(scene.world, 1);
    await sign("provincial", bulletin);
    await sign("coIssuer", bulletin);
    const act = scene.as("provincialColleague").publishBulletin(bulletin);
    await scene.records(act, "BulletinPublished", bulletin, scene.address("provincialColleague"));
    const { state, publishedAt } = await scene.world.statistics.bulletinOf(bulletin);
    expect([state, publishedAt]).to.deep.equal([3n, BigInt(await networkHelpers.time.latest())]);
  });
});
