/*
 * setOrganisationStatus
 * ├── given a pause: pause.test.ts
 * ├── it is refused for an organisation that is not in the register
 * ├── it is refused to a registrar of another region
 * ├── it is refused for one that was revoked
 * ├── it is refused for the status it has, and for none
 * ├── it is refused without a reason
 * ├── it suspends, restores and revokes
 * └── it lets nobody of a suspended organisation act, so that its registrar cannot restore it
 */
import { expect } from "chai";
import type { OrganisationStatus } from "../../../server/ledger/codes/authority.ts";
import {
  type AccountName,
  BUREAU,
  field,
  HANGZHOU,
  LEAD,
  NINGBO,
  NO_FIELD,
  NO_REASON,
  OTHER,
  REASON,
  role,
  subjectOf,
  UNREGISTERED,
} from "../fixture.ts";
import { type AuthorityScene, authorityScene, status } from "./scene.ts";

describe("setOrganisationStatus", () => {
  let scene: AuthorityScene;

  beforeEach(async () => {
    scene = await authorityScene();
  });

  const set = (organisation: string, next: OrganisationStatus, by: AccountName = "registrar", reason = REASON) =>
    scene.as(by).setOrganisationStatus(organisation, status(next), reason);
  const refusesFrom = (organisation: string, former: OrganisationStatus, next: OrganisationStatus) =>
    scene.refuses(set(organisation, next), "Authority_StatusNotAllowed", organisation, status(former), status(next));

  it("is refused for an organisation that is not in the register", () =>
    scene.refuses(set(UNREGISTERED, "SUSPENDED"), "Authority_OrganisationUnknown", UNREGISTERED));

  it("is refused to a registrar of another region", async () => {
    const city = scene.address("allRounder");
    await scene.world.authority.assignRole(city, role("REGISTRAR"), HANGZHOU, []);
    const outside = [city, role("REGISTRAR"), NINGBO, NO_FIELD];
    await scene.refuses(set(OTHER, "SUSPENDED", "allRounder"), "Authority_OutOfJurisdiction", ...outside);
  });

  it("is refused for one that was revoked", async () => {
    await set(LEAD, "REVOKED");
    for (const next of ["ACTIVE", "SUSPENDED", "REVOKED", "UNREGISTERED"] as const) {
      await refusesFrom(LEAD, "REVOKED", next);
    }
  });

  it("is refused for the status it has, and for none", async () => {
    for (const next of ["ACTIVE", "UNREGISTERED"] as const) await refusesFrom(OTHER, "ACTIVE", next);
  });

  it("is refused without a reason", () =>
    scene.refuses(set(LEAD, "SUSPENDED", "registrar", NO_REASON), "Authority_ReasonRequired"));

  it("suspends, restores and revokes", async () => {
    for (const next of ["SUSPENDED", "ACTIVE", "SUSPENDED", "REVOKED"] as const) {
      const values = [subjectOf(LEAD), scene.address("registrar"), status(next), REASON];
      await scene.records(set(LEAD, next), "OrganisationStatusChanged", ...values);
      expect((await scene.world.authority.organisationEntry(LEAD)).status).to.equal(BigInt(status(next)));
    }
    await set(OTHER, "REVOKED");
  });

  it("lets nobody of a suspended organisation act, so that its registrar cannot restore it", async () => {
    const { authority } = scene.world;
    await set(BUREAU, "SUSPENDED");
    const approver = scene.address("approver");
    const official = authority.getFunction("officialOf(address,bytes32,uint24,bytes3)");
    for (const act of [
      authority.organisationOf(approver),
      official(approver, role("APPROVER"), HANGZHOU, field("JUD")),
      set(BUREAU, "ACTIVE"),
    ]) {
      await scene.refuses(act, "Authority_OrganisationNotActive", BUREAU, status("SUSPENDED"));
    }
  });
});
