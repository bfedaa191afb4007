/*
 * bindAccount
 * ├── given a pause: pause.test.ts
 * ├── it is refused to an organisation that is not in the register, or not active
 * ├── it is refused for an account that is bound, also after its revocation
 * ├── it is refused to a registrar of another region, and to one whose key is revoked
 * ├── it is refused for the zero address
 * └── it binds the account to the organisation
 */
import { expect } from "chai";
import { ZeroAddress } from "ethers";
import {
  type AccountName,
  HANGZHOU,
  LEAD,
  NINGBO,
  NO_FIELD,
  networkHelpers,
  OTHER,
  REASON,
  role,
  subjectOf,
  UNREGISTERED,
} from "../fixture.ts";
import { type AuthorityScene, authorityScene, status } from "./scene.ts";

describe("bindAccount", () => {
  let scene: AuthorityScene;

  beforeEach(async () => {
    scene = await authorityScene();
  });

  const bind = (organisation: string, account = scene.address("stranger"), by: AccountName = "registrar") =>
    scene.as(by).bindAccount(organisation, account);

  it("is refused to an organisation that is not in the register, or not active", async () => {
    await scene.refuses(bind(UNREGISTERED), "Authority_OrganisationUnknown", UNREGISTERED);
    await scene.as("registrar").setOrganisationStatus(OTHER, status("SUSPENDED"), REASON);
    await scene.refuses(bind(OTHER), "Authority_OrganisationNotActive", OTHER, status("SUSPENDED"));
  });

  it("is refused for an account that is bound, also after its revocation", async () => {
    await scene.as("registrar").revokeAccount(scene.address("lead"), REASON);
    for (const account of ["lead", "leadColleague"] as const) {
      const refusal = [scene.address(account), LEAD];
      await scene.refuses(bind(OTHER, scene.address(account)), "Authority_AccountAlreadyBound", ...refusal);
    }
  });

  it("is refused to a registrar of another region, and to one whose key is revoked", async () => {
    const city = scene.address("allRounder");
    await scene.world.authority.assignRole(city, role("REGISTRAR"), HANGZHOU, []);
    const outside = [city, role("REGISTRAR"), NINGBO, NO_FIELD];
    const act = bind(OTHER, scene.address("stranger"), "allRounder");
    await scene.refuses(act, "Authority_OutOfJurisdiction", ...outside);
    await scene.as("registrar").revokeAccount(scene.address("registrar"), REASON);
    await scene.refuses(bind(LEAD), "Authority_AccountRevoked");
  });

  it("is refused for the zero address", () => scene.refuses(bind(LEAD, ZeroAddress), "Authority_ZeroAccount"));

  it("binds the account to the organisation", async () => {
    const stranger = scene.address("stranger");
    await scene.records(bind(LEAD), "AccountBound", subjectOf(LEAD), scene.address("registrar"), stranger);
    expect(await scene.world.authority.organisationOf(stranger)).to.equal(LEAD);
    const binding = await scene.world.authority.bindingOf(stranger);
    expect(Object.values(binding)).to.deep.equal([LEAD, BigInt(await networkHelpers.time.latest()), 0n]);
  });
});
