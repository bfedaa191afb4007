/*
 * supersedeBulletin
 * ├── given another state, or another caller: lifecycle.test.ts
 * ├── it is refused with itself, or with a successor that is not published
 * ├── it is refused with one that was not published later
 * ├── it is refused with one about another period
 * ├── it is refused without a reason
 * └── it lets a later one take its place
 */
import { expect } from "chai";
import type { Hex } from "../../../server/ledger/hex.ts";
import { packBulletinId, packPeriod } from "../../../server/ledger/statistics-ids.ts";
import { BUREAU, NO_REASON, PROVINCE, REASON } from "../fixture.ts";
import { draftOf, STATISTICS_BUREAU } from "./fixture.ts";
import { draftBulletin, publishDraft, publishedLater } from "./machines.ts";
import { type StatisticsScene, statisticsScene } from "./scene.ts";

describe("supersedeBulletin", () => {
  let scene: StatisticsScene;
  let first: Hex;

  beforeEach(async () => {
    scene = await statisticsScene();
    first = await draftBulletin(scene.world, 1);
    await publishDraft(scene.world, first);
  });

  const supersede = (successor: Hex, bulletin = first, reason = REASON) =>
    scene.as("provincial").supersedeBulletin(bulletin, successor, reason);

  it("is refused with itself, or with a successor that is not published", async () => {
    await scene.refuses(supersede(first), "Bulletins_NotSuccessor", first, first);
    const draft = await draftBulletin(scene.world, 2);
    await scene.refuses(supersede(draft), "Bulletins_NotSuccessor", first, draft);
  });

  it("is refused with one that was not published later", async () => {
    const second = await publishedLater(scene.world);
    await scene.refuses(supersede(first, second), "Bulletins_NotSuccessor", second, first);
  });

  it("is refused with one about another period", async () => {
    const draft = { ...(await draftOf(1)), period: packPeriod("2019Q1") };
    await scene.as("provincial").draftBulletin(draft, [STATISTICS_BUREAU, BUREAU], "{}");
    const other = packBulletinId({ period: "2019Q1", region: String(PROVINCE), number: 1 });
    await publishDraft(scene.world, other);
    await scene.refuses(supersede(other), "Bulletins_NotSuccessor", first, other);
  });

  it("is refused without a reason", async () => {
    const act = supersede(await publishedLater(scene.world), first, NO_REASON);
    await scene.refuses(act, "Statistics_ReasonRequired");
  });

  it("lets a later one take its place", async () => {
    const second = await publishedLater(scene.world);
    const values = [first, scene.address("provincial"), second, REASON];
    await scene.records(supersede(second), "BulletinSuperseded", ...values);
    expect((await scene.world.statistics.bulletinOf(first)).state).to.equal(4n);
  });
});
