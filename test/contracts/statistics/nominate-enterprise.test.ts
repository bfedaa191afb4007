/*
 * nominateEnterprise
 * ├── given another state, or another caller: lifecycle.test.ts
 * ├── it is refused for a pool that does not exist
 * ├── it is refused for an organisation that is not in the register
 * ├── it is refused for an enterprise outside of the pool's region
 * ├── it is refused to a registrar of the enterprise itself
 * ├── it is refused without the nomination
 * ├── it nominates the enterprise
 * └── it nominates one again that was removed
 */
import { expect } from "chai";
import { asciiToHex, type Hex } from "../../../server/ledger/hex.ts";
import { digest, HANGZHOU, NO_DIGEST, named, OTHER, PARTY, REASON, UNREGISTERED } from "../fixture.ts";
import { type ActorName, POOL } from "./fixture.ts";
import { type StatisticsScene, statisticsScene } from "./scene.ts";

const NONE = asciiToHex("NONE", 12);
const LOCAL = asciiToHex("LOCAL", 12);

describe("nominateEnterprise", () => {
  let scene: StatisticsScene;

  beforeEach(async () => {
    scene = await statisticsScene();
  });

  const nominate = (
    enterprise: Hex = OTHER,
    { pool = POOL, document = digest("nomination") as string, by = "allRounder" as ActorName } = {},
  ) => scene.as(by).nominateEnterprise(pool, enterprise, document);

  it("is refused for a pool that does not exist", () =>
    scene.refuses(nominate(OTHER, { pool: NONE }), "Pools_Unknown", NONE));

  it("is refused for an organisation that is not in the register", () =>
    scene.refuses(nominate(UNREGISTERED), "Authority_OrganisationUnknown", UNREGISTERED));

  it("is refused for an enterprise outside of the pool's region", async () => {
    await scene.as("approver").openPool(LOCAL, HANGZHOU, named("Local"));
    await scene.refuses(nominate(OTHER, { pool: LOCAL }), "Pools_RegionOutside", LOCAL, OTHER, HANGZHOU);
  });

  it("is refused to a registrar of the enterprise itself", () =>
    scene.refuses(nominate(PARTY, { by: "party" }), "Pools_ConflictOfInterest", scene.address("party"), PARTY));

  it("is refused without the nomination", () =>
    scene.refuses(nominate(OTHER, { document: NO_DIGEST }), "Statistics_DigestRequired"));

  it("nominates the enterprise", async () => {
    const said = [OTHER, digest("nomination")];
    const stream = POOL.padEnd(66, "0");
    await scene.records(nominate(), "EnterpriseNominated", stream, scene.address("allRounder"), ...said);
    const { state, nominator } = await scene.world.statistics.membershipOf(POOL, OTHER);
    expect([state, nominator]).to.deep.equal([1n, scene.address("allRounder")]);
  });

  it("nominates one again that was removed", async () => {
    await nominate();
    await scene.as("approver").removeEnterprise(POOL, OTHER, REASON, NO_DIGEST);
    await nominate();
  });
});
