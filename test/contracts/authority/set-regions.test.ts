/*
 * setRegions
 * ├── given a pause: pause.test.ts
 * ├── it is refused to everybody but the administrator
 * ├── it is refused for no region
 * ├── it is refused for a code that is not of six digits
 * └── it enables and retires regions
 */
import { expect } from "chai";
import { encodeBytes32String } from "ethers";
import { field, PROVINCE } from "../fixture.ts";
import { type AuthorityScene, authorityScene } from "./scene.ts";

const CODES = encodeBytes32String("CODES");
const WENZHOU = 330_300;
const JIAXING = 330_400;

describe("setRegions", () => {
  let scene: AuthorityScene;

  beforeEach(async () => {
    scene = await authorityScene();
  });

  const set = (regions: number[], enabled = true) => scene.world.authority.setRegions(regions, enabled);

  it("is refused to everybody but the administrator", () =>
    scene.refusesRegistrar(scene.as("registrar").setRegions([PROVINCE], false)));

  it("is refused for no region", () => scene.refuses(set([]), "Authority_EmptyList"));

  it("is refused for a code that is not of six digits", () =>
    scene.refuses(set([WENZHOU, 33]), "Authority_RegionNotEnabled", 33));

  it("enables and retires regions", async () => {
    const { authority } = scene.world;
    const said = [[WENZHOU, JIAXING], true];
    await scene.records(set([WENZHOU, JIAXING]), "RegionsSet", CODES, scene.address("administrator"), ...said);
    expect(await authority.isRegionEnabled(WENZHOU)).to.equal(true);
    await set([WENZHOU], false);
    expect([await authority.isRegionEnabled(WENZHOU), await authority.isRegionEnabled(JIAXING)]).to.deep.equal([
      false,
      true,
    ]);
    const asked = authority.requireEnabled(WENZHOU, field("JUD"));
    await scene.refuses(asked, "Authority_RegionNotEnabled", WENZHOU);
  });
});
