/*
 * setSupervision
 * ├── it is refused to everybody but the deployer
 * ├── it is refused with an account that is no contract
 * ├── it is refused a second time
 * └── it ties the supervision ledger to the pilots
 */
import { expect } from "chai";
import { encodeBytes32String } from "ethers";
import { deployWorld, networkHelpers } from "../fixture.ts";
import { Scene } from "../scene.ts";
import { deploySupervision } from "../supervision/fixture.ts";

describe("setSupervision", () => {
  let scene: Scene;

  beforeEach(async () => {
    scene = new Scene(await networkHelpers.loadFixture(deployWorld));
  });

  it("is refused to everybody but the deployer", async () => {
    const { ledger, accounts } = scene.world;
    const stranger = scene.address("stranger");
    await scene.refuses(ledger.connect(accounts.stranger).setSupervision(stranger), "Supervised_NotDeployer", stranger);
  });

  it("is refused with an account that is no contract", async () => {
    const stranger = scene.address("stranger");
    await scene.refuses(scene.world.ledger.setSupervision(stranger), "Supervised_NoContract", stranger);
  });

  it("is refused a second time", async () => {
    const gate = await (await deploySupervision(scene.world)).supervision.getAddress();
    await scene.world.ledger.setSupervision(gate);
    await scene.refuses(scene.world.ledger.setSupervision(gate), "Supervised_AlreadySet", gate);
  });

  it("ties the supervision ledger to the pilots", async () => {
    const gate = await (await deploySupervision(scene.world)).supervision.getAddress();
    const values = [encodeBytes32String("SUPERVISION"), scene.address("administrator"), gate];
    await scene.records(scene.world.ledger.setSupervision(gate), "SupervisionSet", ...values);
    expect(await scene.world.ledger.supervision()).to.equal(gate);
  });
});
