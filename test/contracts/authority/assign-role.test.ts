/*
 * assignRole
 * ├── it is refused to everybody but the administrator
 * ├── it is refused for the zero address
 * ├── it is refused for a role the ledger does not know, the administrator's among them
 * ├── it is refused for a region that is not enabled
 * ├── it is refused for a field that is not in the table, or named twice
 * ├── it gives a role in a region, for some fields
 * ├── it gives a role for every field, also later ones, when none is named
 * ├── it gives each of the ledger's roles
 * └── it moves a role that is held, as one event
 *
 * grantRole
 * ├── it is refused for every role of the ledger: none is given without a jurisdiction
 * └── it is refused for the administrator's, which is handed over in two steps
 */
import { expect } from "chai";
import { encodeBytes32String, ZeroAddress } from "ethers";
import { ROLES } from "../../../server/ledger/codes/authority.ts";
import { field, HANGZHOU, NINGBO, named, PROVINCE, role, UNREGISTERED_FIELD } from "../fixture.ts";
import { ADMINISTRATOR, type AuthorityScene, authorityScene, EVERY_FIELD } from "./scene.ts";

describe("assignRole and grantRole", () => {
  let scene: AuthorityScene;

  beforeEach(async () => {
    scene = await authorityScene();
  });

  const assign = (
    { to = scene.address("stranger"), name = role("AUDITOR"), region = HANGZHOU } = {},
    ...fields: string[]
  ) => scene.world.authority.assignRole(to, name, region, fields.map(field));

  it("is refused to everybody but the administrator", () =>
    scene.refusesRegistrar(scene.as("registrar").assignRole(scene.address("stranger"), role("AUDITOR"), PROVINCE, [])));

  it("is refused for the zero address", () => scene.refuses(assign({ to: ZeroAddress }), "Authority_ZeroAccount"));

  it("is refused for a role the ledger does not know, the administrator's among them", async () => {
    for (const name of [encodeBytes32String("OVERLORD"), ADMINISTRATOR]) {
      await scene.refuses(assign({ name }), "Authority_UnknownRole", name);
    }
  });

  it("is refused for a region that is not enabled", () =>
    scene.refuses(assign({ region: 330_300 }), "Authority_RegionNotEnabled", 330_300));

  it("is refused for a field that is not in the table, or named twice", async () => {
    await scene.refuses(assign({}, "GOV", UNREGISTERED_FIELD), "Authority_FieldNotEnabled", field(UNREGISTERED_FIELD));
    await scene.refuses(assign({}, "GOV", "JUD", "GOV"), "Authority_FieldsInvalid", 0b1001);
  });

  it("gives a role in a region, for some fields", async () => {
    const { authority } = scene.world;
    const stranger = scene.address("stranger");
    const values = [stranger, scene.address("administrator"), role("AUDITOR"), HANGZHOU, 0b1001];
    await scene.records(assign({}, "GOV", "JUD"), "RoleAssigned", ...values);
    const held = await authority.jurisdictionOf(role("AUDITOR"), stranger);
    expect([held.region, held.fields]).to.deep.equal([BigInt(HANGZHOU), 0b1001n]);
    expect(await authority.hasRole(role("AUDITOR"), stranger)).to.equal(true);
    expect(await authority.getRoleMembers(role("AUDITOR"))).to.deep.equal([stranger]);
  });

  it("gives a role for every field, also later ones, when none is named", async () => {
    const { authority } = scene.world;
    const approver = scene.address("approver");
    expect((await authority.jurisdictionOf(role("APPROVER"), approver)).fields).to.equal(EVERY_FIELD);
    await authority.setField(field("AGR"), true, named("Agriculture"));
    const official = authority.getFunction("officialOf(address,bytes32,uint24,bytes3)");
    await official(approver, role("APPROVER"), HANGZHOU, field("AGR"));
  });

  it("gives each of the ledger's roles", async () => {
    for (const name of ROLES) {
      await assign({ name: role(name) });
      expect(await scene.world.authority.hasRole(role(name), scene.address("stranger")), name).to.equal(true);
    }
  });

  it("moves a role that is held, as one event", async () => {
    const { authority } = scene.world;
    const official = scene.address("cityApprover");
    await expect(assign({ to: official, name: role("APPROVER"), region: NINGBO }))
      .to.emit(authority, "RoleAssigned")
      .withArgs(official, scene.address("administrator"), role("APPROVER"), NINGBO, EVERY_FIELD)
      .and.not.to.emit(authority, "RoleGranted");
    expect((await authority.jurisdictionOf(role("APPROVER"), official)).region).to.equal(BigInt(NINGBO));
    expect(await scene.recordsAbout("cityApprover")).to.equal(2n);
  });

  it("is refused for every role of the ledger: none is given without a jurisdiction", async () => {
    for (const each of ROLES) {
      const act = scene.world.authority.grantRole(role(each), scene.address("stranger"));
      await scene.refuses(act, "Authority_JurisdictionRequired", role(each));
    }
  });

  it("is refused for the administrator's, which is handed over in two steps", () =>
    scene.refuses(
      scene.world.authority.grantRole(ADMINISTRATOR, scene.address("successor")),
      "AccessControlEnforcedDefaultAdminRules",
    ));
});
