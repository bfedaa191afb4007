/*
 * revokeRole
 * ├── it is refused to everybody but the administrator
 * ├── it is refused for the administrator's role
 * ├── it takes a role with its jurisdiction, as one event
 * └── it records nothing for a role that is not held
 *
 * renounceRole
 * ├── it is refused for another account's role
 * ├── it is refused for the administrator's role, which is not given up in one step
 * └── it gives up a role with its jurisdiction
 */
import { expect } from "chai";
import { role } from "../fixture.ts";
import { ADMINISTRATOR, type AuthorityScene, authorityScene } from "./scene.ts";

describe("revokeRole and renounceRole", () => {
  let scene: AuthorityScene;

  beforeEach(async () => {
    scene = await authorityScene();
  });

  const revoke = () => scene.world.authority.revokeRole(role("APPROVER"), scene.address("cityApprover"));

  it("is refused to everybody but the administrator", () =>
    scene.refusesRegistrar(scene.as("registrar").revokeRole(role("APPROVER"), scene.address("approver"))));

  it("is refused for the administrator's role", () =>
    scene.refuses(
      scene.world.authority.revokeRole(ADMINISTRATOR, scene.address("administrator")),
      "AccessControlEnforcedDefaultAdminRules",
    ));

  it("takes a role with its jurisdiction, as one event", async () => {
    const official = scene.address("cityApprover");
    await scene.records(revoke(), "RoleWithdrawn", official, scene.address("administrator"), role("APPROVER"));
    expect((await scene.world.authority.jurisdictionOf(role("APPROVER"), official)).region).to.equal(0n);
    expect(await scene.world.authority.hasRole(role("APPROVER"), official)).to.equal(false);
  });

  it("records nothing for a role that is not held", async () => {
    await revoke();
    await revoke();
    expect(await scene.recordsAbout("cityApprover"), "given once, taken once").to.equal(2n);
  });

  it("is refused for another account's role", () =>
    scene.refuses(
      scene.as("expert1").renounceRole(role("EXPERT"), scene.address("expert2")),
      "AccessControlBadConfirmation",
    ));

  it("is refused for the administrator's role, which is not given up in one step", () =>
    scene.refuses(
      scene.world.authority.renounceRole(ADMINISTRATOR, scene.address("administrator")),
      "AccessControlEnforcedDefaultAdminDelay",
    ));

  it("gives up a role with its jurisdiction", async () => {
    const expert = scene.address("expert1");
    const act = scene.as("expert1").renounceRole(role("EXPERT"), expert);
    await scene.records(act, "RoleWithdrawn", expert, expert, role("EXPERT"));
    expect((await scene.world.authority.jurisdictionOf(role("EXPERT"), expert)).region).to.equal(0n);
  });
});
