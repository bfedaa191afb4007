/*
 * pause
 * ├── given the acts it halts and the ones it does not: pause.test.ts
 * ├── it is refused to everybody but the administrator
 * ├── it is refused while the platform is paused
 * ├── it is refused without a reason
 * └── it halts new acts
 *
 * unpause
 * ├── it is refused to everybody but the administrator, also while paused
 * ├── it is refused while the platform is not paused
 * ├── it is refused without a reason to go on
 * └── it lets acts go on
 */
import { expect } from "chai";
import { encodeBytes32String } from "ethers";
import { NO_REASON, REASON } from "../fixture.ts";
import { type AuthorityScene, authorityScene } from "./scene.ts";

const STREAM = encodeBytes32String("PAUSE");

describe("pause and unpause", () => {
  let scene: AuthorityScene;

  beforeEach(async () => {
    scene = await authorityScene();
  });

  const pause = (reason = REASON) => scene.world.authority.pause(reason);
  const unpause = (reason = REASON) => scene.world.authority.unpause(reason);

  it("is refused to everybody but the administrator", () =>
    scene.refusesRegistrar(scene.as("registrar").pause(REASON)));

  it("is refused while the platform is paused", async () => {
    await pause();
    await scene.refuses(pause(), "Authority_Paused");
  });

  it("is refused without a reason", () => scene.refuses(pause(NO_REASON), "Authority_ReasonRequired"));

  it("halts new acts", async () => {
    await scene.records(pause(), "ActsPaused", STREAM, scene.address("administrator"), REASON);
    expect(await scene.world.authority.paused()).to.equal(true);
  });

  it("is refused to everybody but the administrator, also while paused", async () => {
    await pause();
    await scene.refusesRegistrar(scene.as("registrar").unpause(REASON));
  });

  it("is refused while the platform is not paused", () => scene.refuses(unpause(), "Authority_NotPaused"));

  it("is refused without a reason to go on", async () => {
    await pause();
    await scene.refuses(unpause(NO_REASON), "Authority_ReasonRequired");
  });

  it("lets acts go on", async () => {
    await pause();
    await scene.records(unpause(), "ActsResumed", STREAM, scene.address("administrator"), REASON);
    expect(await scene.world.authority.paused()).to.equal(false);
  });
});
