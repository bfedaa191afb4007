/*
 * openPool
 * ├── it is refused to everybody but an approver of the region
 * ├── it is refused a second time
 * ├── it is refused under a code that is none
 * ├── it is refused for a region that is not enabled
 * ├── it is refused without a text
 * └── it opens the pool
 */
import { expect } from "chai";
import { asciiToHex, type Hex } from "../../../server/ledger/hex.ts";
import { HANGZHOU, named, PROVINCE } from "../fixture.ts";
import { type ActorName, POOL } from "./fixture.ts";
import { type StatisticsScene, statisticsScene } from "./scene.ts";

const NEW = asciiToHex("NEW", 12);

describe("openPool", () => {
  let scene: StatisticsScene;

  beforeEach(async () => {
    scene = await statisticsScene();
  });

  const open = (pool: Hex = NEW, region = PROVINCE, text = named("pool"), by: ActorName = "approver") =>
    scene.as(by).openPool(pool, region, text);

  it("is refused to everybody but an approver of the region", async () => {
    await scene.refuses(open(NEW, PROVINCE, named("x"), "registrar"), "Authority_MissingRole");
    await scene.refuses(open(NEW, PROVINCE, named("x"), "cityApprover"), "Authority_OutOfJurisdiction");
  });

  it("is refused a second time", () => scene.refuses(open(POOL), "Pools_Exists", POOL));

  it("is refused under a code that is none", async () => {
    const eagle = asciiToHex("eagle", 12);
    await scene.refuses(open(eagle), "Pools_CodeInvalid", eagle);
  });

  it("is refused for a region that is not enabled", () =>
    scene.refuses(open(NEW, 339_900), "Statistics_RegionNotEnabled", 339_900));

  it("is refused without a text", () => scene.refuses(open(NEW, PROVINCE, ""), "Statistics_TextLength", 0, 8_192));

  it("opens the pool", async () => {
    const act = open(NEW, HANGZHOU, named("pool"), "cityApprover");
    const stream = NEW.padEnd(66, "0");
    await scene.records(act, "PoolOpened", stream, scene.address("cityApprover"), HANGZHOU, named("pool"));
    expect(await scene.world.statistics.poolRegion(NEW)).to.equal(BigInt(HANGZHOU));
  });
});
