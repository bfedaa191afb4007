/*
 * graduateEnterprise
 * ├── given another state, or another caller: lifecycle.test.ts
 * ├── it is refused to graduate an enterprise without a reason
 * ├── it is refused to graduate one's own enterprise
 * └── it graduates the enterprise
 *
 * removeEnterprise
 * ├── given another state, or another caller: lifecycle.test.ts
 * ├── it is refused to remove an enterprise without a reason
 * ├── it is refused to remove one's own enterprise
 * └── it removes the enterprise
 */
import { expect } from "chai";
import type { Hex } from "../../../server/ledger/hex.ts";
import { digest, NO_REASON, OTHER, PARTY, REASON } from "../fixture.ts";
import { type ActorName, POOL } from "./fixture.ts";
import { type StatisticsScene, statisticsScene } from "./scene.ts";

describe("graduateEnterprise and removeEnterprise", () => {
  let scene: StatisticsScene;

  beforeEach(async () => {
    scene = await statisticsScene();
    for (const enterprise of [OTHER, PARTY]) {
      await scene.as("allRounder").nominateEnterprise(POOL, enterprise, digest("nomination"));
      await scene.as("approver").admitEnterprise(POOL, enterprise, digest("decision"));
    }
  });

  const graduate = (enterprise: Hex = OTHER, reason = REASON, by: ActorName = "approver") =>
    scene.as(by).graduateEnterprise(POOL, enterprise, reason, digest("letter"));
  const remove = (enterprise: Hex = OTHER, reason = REASON, by: ActorName = "approver") =>
    scene.as(by).removeEnterprise(POOL, enterprise, reason, digest("letter"));
  const conflict = () => ["Pools_ConflictOfInterest", scene.address("party"), PARTY] as const;
  const values = () => [POOL.padEnd(66, "0"), scene.address("approver"), OTHER, REASON, digest("letter")];
  const state = async () => (await scene.world.statistics.membershipOf(POOL, OTHER)).state;

  it("is refused to graduate an enterprise without a reason", () =>
    scene.refuses(graduate(OTHER, NO_REASON), "Statistics_ReasonRequired"));

  it("is refused to graduate one's own enterprise", () =>
    scene.refuses(graduate(PARTY, REASON, "party"), ...conflict()));

  it("graduates the enterprise", async () => {
    await scene.records(graduate(), "EnterpriseGraduated", ...values());
    expect(await state()).to.equal(3n);
  });

  it("is refused to remove an enterprise without a reason", () =>
    scene.refuses(remove(OTHER, NO_REASON), "Statistics_ReasonRequired"));

  it("is refused to remove one's own enterprise", () => scene.refuses(remove(PARTY, REASON, "party"), ...conflict()));

  it("removes the enterprise", async () => {
    await scene.records(remove(), "EnterpriseRemoved", ...values());
    expect(await state()).to.equal(4n);
  });
});
