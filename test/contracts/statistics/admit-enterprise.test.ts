/*
 * admitEnterprise
 * ├── given another state, or another caller: lifecycle.test.ts
 * ├── it is refused outside of the approver's region
 * ├── it is refused to who nominated the enterprise
 * ├── it is refused to an approver of the enterprise itself
 * ├── it is refused while the enterprise is not active
 * ├── it is refused without the decision
 * └── it admits the enterprise to the pool
 */
import { expect } from "chai";
import { digest, NO_DIGEST, OTHER, PARTY, REASON } from "../fixture.ts";
import { type ActorName, POOL } from "./fixture.ts";
import { type StatisticsScene, statisticsScene } from "./scene.ts";

describe("admitEnterprise", () => {
  let scene: StatisticsScene;

  beforeEach(async () => {
    scene = await statisticsScene();
    await scene.as("allRounder").nominateEnterprise(POOL, OTHER, digest("nomination"));
  });

  const admit = (by: ActorName = "approver", decision = digest("decision")) =>
    scene.as(by).admitEnterprise(POOL, OTHER, decision);

  it("is refused outside of the approver's region", () =>
    scene.refuses(admit("cityApprover"), "Authority_OutOfJurisdiction"));

  it("is refused to who nominated the enterprise", () =>
    scene.refuses(admit("allRounder"), "Pools_OwnNomination", POOL, OTHER, scene.address("allRounder")));

  it("is refused to an approver of the enterprise itself", async () => {
    await scene.as("allRounder").nominateEnterprise(POOL, PARTY, digest("nomination"));
    const act = scene.as("party").admitEnterprise(POOL, PARTY, digest("decision"));
    await scene.refuses(act, "Pools_ConflictOfInterest", scene.address("party"), PARTY);
  });

  it("is refused while the enterprise is not active", async () => {
    await scene.world.authority.connect(scene.world.accounts.registrar).setOrganisationStatus(OTHER, 2, REASON);
    await scene.refuses(admit(), "Authority_OrganisationNotActive", OTHER, 2);
  });

  it("is refused without the decision", () => scene.refuses(admit("approver", NO_DIGEST), "Statistics_DigestRequired"));

  it("admits the enterprise to the pool", async () => {
    const values = [POOL.padEnd(66, "0"), scene.address("approver"), OTHER, digest("decision")];
    await scene.records(admit(), "EnterpriseAdmitted", ...values);
    expect((await scene.world.statistics.membershipOf(POOL, OTHER)).state).to.equal(2n);
  });
});
