/*
 * revokeAccount
 * ├── given a pause: pause.test.ts
 * ├── it is refused for an account that is not bound, or is revoked
 * ├── it is refused to everybody but a registrar of its organisation's region
 * ├── it is refused without a reason
 * └── it revokes the account for good, and no other of its organisation
 */
import { expect } from "chai";
import {
  type AccountName,
  HANGZHOU,
  LEAD,
  NINGBO,
  NO_FIELD,
  NO_REASON,
  networkHelpers,
  REASON,
  role,
  subjectOf,
} from "../fixture.ts";
import { type AuthorityScene, authorityScene } from "./scene.ts";

describe("revokeAccount", () => {
  let scene: AuthorityScene;

  beforeEach(async () => {
    scene = await authorityScene();
  });

  const revoke = (account: AccountName = "lead", by: AccountName = "registrar", reason = REASON) =>
    scene.as(by).revokeAccount(scene.address(account), reason);

  it("is refused for an account that is not bound, or is revoked", async () => {
    await scene.refuses(revoke("stranger"), "Authority_AccountNotBound", scene.address("stranger"));
    await revoke();
    const refusal = [scene.address("lead"), await networkHelpers.time.latest()];
    await scene.refuses(revoke(), "Authority_AccountRevoked", ...refusal);
  });

  it("is refused to everybody but a registrar of its organisation's region", async () => {
    const city = scene.address("allRounder");
    await scene.world.authority.assignRole(city, role("REGISTRAR"), HANGZHOU, []);
    const outside = [city, role("REGISTRAR"), NINGBO, NO_FIELD];
    await scene.refuses(revoke("outsider", "allRounder"), "Authority_OutOfJurisdiction", ...outside);
    const refusal = [scene.address("administrator"), role("REGISTRAR")];
    await scene.refuses(revoke("lead", "administrator"), "Authority_MissingRole", ...refusal);
  });

  it("is refused without a reason", () =>
    scene.refuses(revoke("lead", "registrar", NO_REASON), "Authority_ReasonRequired"));

  it("revokes the account for good, and no other of its organisation", async () => {
    const { authority } = scene.world;
    const values = [subjectOf(LEAD), scene.address("registrar"), scene.address("lead"), REASON];
    await scene.records(revoke(), "AccountRevoked", ...values);
    const refusal = ["Authority_AccountRevoked", scene.address("lead"), await networkHelpers.time.latest()] as const;
    await scene.refuses(authority.organisationOf(scene.address("lead")), ...refusal);
    await scene.refuses(scene.as("leadColleague").reportKeyCompromise(scene.address("lead"), 0), ...refusal);
    expect(await authority.organisationOf(scene.address("leadColleague"))).to.equal(LEAD);
  });
});
