/*
 * beginDefaultAdminTransfer
 * ├── it is refused to everybody but the administrator
 * └── it names a successor, who is none yet
 *
 * acceptDefaultAdminTransfer
 * ├── it is refused to everybody but the successor
 * ├── it is refused before the delay is over
 * └── it hands over, with one record for each of the two
 *
 * cancelDefaultAdminTransfer
 * ├── it is refused to cancel for everybody but the administrator
 * └── it leaves the administrator in place
 *
 * changeDefaultAdminDelay
 * ├── it is refused to change the delay for everybody but the administrator
 * └── it changes the delay, once that has passed
 *
 * rollbackDefaultAdminDelay
 * ├── it is refused to take the change back for everybody but the administrator
 * └── it keeps the delay
 */
import { expect } from "chai";
import { DAY, GUANGZHOU, networkHelpers } from "../fixture.ts";
import { ADMINISTRATOR, type AuthorityScene, authorityScene } from "./scene.ts";

describe("handing over the administration", () => {
  let scene: AuthorityScene;

  beforeEach(async () => {
    scene = await authorityScene();
  });

  const begin = () => scene.world.authority.beginDefaultAdminTransfer(scene.address("successor"));
  const accept = () => scene.as("successor").acceptDefaultAdminTransfer();
  const later = (seconds = DAY + 1) => networkHelpers.time.increase(seconds);
  const administrator = () => scene.world.authority.defaultAdmin();

  it("is refused to everybody but the administrator", () =>
    scene.refusesRegistrar(scene.as("registrar").beginDefaultAdminTransfer(scene.address("registrar"))));

  it("names a successor, who is none yet", async () => {
    await begin();
    const [successor] = await scene.world.authority.pendingDefaultAdmin();
    expect(successor).to.equal(scene.address("successor"));
    expect(await administrator()).to.equal(scene.address("administrator"));
  });

  it("is refused to everybody but the successor", async () => {
    await begin();
    await later();
    const act = scene.as("registrar").acceptDefaultAdminTransfer();
    await scene.refuses(act, "AccessControlInvalidDefaultAdmin", scene.address("registrar"));
  });

  it("is refused before the delay is over", async () => {
    await begin();
    await scene.refuses(accept(), "AccessControlEnforcedDefaultAdminDelay");
  });

  it("hands over, with one record for each of the two", async () => {
    const { authority } = scene.world;
    const [successor, former] = [scene.address("successor"), scene.address("administrator")];
    const [before] = await authority.journal();
    await begin();
    await later();
    await expect(accept())
      .to.emit(authority, "RoleWithdrawn")
      .withArgs(former, successor, ADMINISTRATOR)
      .and.to.emit(authority, "RoleAssigned")
      .withArgs(successor, successor, ADMINISTRATOR, 0, 0);
    const [after] = await authority.journal();
    expect(after - before).to.equal(2n);
    await scene.as("successor").setRegions([GUANGZHOU], false);
    await scene.refuses(authority.setRegions([GUANGZHOU], true), "Authority_MissingRole", former, ADMINISTRATOR);
  });

  it("is refused to cancel for everybody but the administrator", async () => {
    await begin();
    await scene.refusesRegistrar(scene.as("registrar").cancelDefaultAdminTransfer());
  });

  it("leaves the administrator in place", async () => {
    await begin();
    await scene.world.authority.cancelDefaultAdminTransfer();
    await later();
    await scene.refuses(accept(), "AccessControlInvalidDefaultAdmin", scene.address("successor"));
    expect(await administrator()).to.equal(scene.address("administrator"));
  });

  it("is refused to change the delay for everybody but the administrator", () =>
    scene.refusesRegistrar(scene.as("registrar").changeDefaultAdminDelay(0)));

  it("changes the delay, once that has passed", async () => {
    const { authority } = scene.world;
    await authority.changeDefaultAdminDelay(2 * DAY);
    expect(await authority.defaultAdminDelay()).to.equal(BigInt(DAY));
    await later(5 * DAY + 1);
    expect(await authority.defaultAdminDelay()).to.equal(BigInt(2 * DAY));
  });

  it("is refused to take the change back for everybody but the administrator", async () => {
    await scene.world.authority.changeDefaultAdminDelay(2 * DAY);
    await scene.refusesRegistrar(scene.as("registrar").rollbackDefaultAdminDelay());
  });

  it("keeps the delay", async () => {
    const { authority } = scene.world;
    await authority.changeDefaultAdminDelay(2 * DAY);
    await authority.rollbackDefaultAdminDelay();
    await later(5 * DAY + 1);
    expect(await authority.defaultAdminDelay()).to.equal(BigInt(DAY));
  });
});
