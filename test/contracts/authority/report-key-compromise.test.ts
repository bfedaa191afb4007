/*
 * reportKeyCompromise
 * ├── it is refused for an account that is not bound
 * ├── it is refused to others than the account, its colleagues and the registrars of its region
 * ├── it is refused to a colleague or a registrar whose own key is revoked
 * ├── it is refused for a loss to come
 * ├── it revokes the account for the account itself, a colleague and a registrar
 * └── it revokes it also while its organisation is suspended
 */
import { expect } from "chai";
import { type AccountName, LEAD, NINGBO, networkHelpers, REASON, role, subjectOf } from "../fixture.ts";
import { type AuthorityScene, authorityScene, status } from "./scene.ts";

describe("reportKeyCompromise", () => {
  let scene: AuthorityScene;

  beforeEach(async () => {
    scene = await authorityScene();
  });

  const report = (by: AccountName, account: AccountName = "lead", lostAt = 0) =>
    scene.as(by).reportKeyCompromise(scene.address(account), lostAt);

  it("is refused for an account that is not bound", () =>
    scene.refuses(report("registrar", "stranger"), "Authority_AccountNotBound", scene.address("stranger")));

  it("is refused to others than the account, its colleagues and the registrars of its region", async () => {
    await scene.world.authority.assignRole(scene.address("allRounder"), role("REGISTRAR"), NINGBO, []);
    for (const by of ["outsider", "stranger", "approver", "allRounder", "administrator"] as const) {
      const refusal = [scene.address(by), scene.address("lead")];
      await scene.refuses(report(by), "Authority_NotEntitledToReport", ...refusal);
    }
  });

  it("is refused to a colleague or a registrar whose own key is revoked", async () => {
    for (const by of ["leadColleague", "registrar"] as const) {
      await report(by, by);
      await scene.refuses(report(by), "Authority_NotEntitledToReport");
    }
  });

  it("is refused for a loss to come", async () => {
    const lostAt = (await networkHelpers.time.latest()) + 1_000;
    await networkHelpers.time.setNextBlockTimestamp(lostAt - 1);
    await scene.refuses(report("lead", "lead", lostAt), "Authority_LossInFuture", lostAt, lostAt - 1);
    await networkHelpers.time.setNextBlockTimestamp(lostAt);
    await report("lead", "lead", lostAt);
  });

  it("revokes the account for the account itself, a colleague and a registrar", async () => {
    for (const by of ["lead", "leadColleague", "registrar"] as const) {
      scene = await authorityScene();
      const values = [subjectOf(LEAD), scene.address(by), scene.address("lead"), 1_000];
      await scene.records(report(by, "lead", 1_000), "KeyCompromiseReported", ...values);
      const at = await networkHelpers.time.latest();
      const asked = scene.world.authority.organisationOf(scene.address("lead"));
      await scene.refuses(asked, "Authority_AccountRevoked", scene.address("lead"), at);
    }
  });

  it("revokes it also while its organisation is suspended", async () => {
    await scene.as("registrar").setOrganisationStatus(LEAD, status("SUSPENDED"), REASON);
    await report("lead");
    expect((await scene.world.authority.bindingOf(scene.address("lead"))).revokedAt).not.to.equal(0n);
  });
});
