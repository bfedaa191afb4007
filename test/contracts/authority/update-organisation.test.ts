/*
 * updateOrganisation
 * ├── given a pause: pause.test.ts
 * ├── it is refused for an organisation that is not in the register
 * ├── it is refused to a registrar of another region than it leaves or enters
 * ├── it is refused without a kind, an enabled region or a text
 * └── it changes its particulars, all in one event, and leaves its status
 */
import { expect } from "chai";
import {
  type AccountName,
  HANGZHOU,
  kindNumber,
  LEAD,
  NINGBO,
  NO_FIELD,
  named,
  OTHER,
  role,
  SHANGCHENG,
  subjectOf,
  UNREGISTERED,
} from "../fixture.ts";
import { type AuthorityScene, authorityScene, status } from "./scene.ts";

const COURT = kindNumber("COURT");

describe("updateOrganisation", () => {
  let scene: AuthorityScene;

  beforeEach(async () => {
    scene = await authorityScene();
  });

  const update = (
    organisation = LEAD,
    { region = NINGBO as number, kind = COURT, text = named("New name"), by = "registrar" as AccountName } = {},
  ) => scene.as(by).updateOrganisation(organisation, region, kind, text);

  it("is refused for an organisation that is not in the register", () =>
    scene.refuses(update(UNREGISTERED), "Authority_OrganisationUnknown", UNREGISTERED));

  it("is refused to a registrar of another region than it leaves or enters", async () => {
    const city = scene.address("allRounder");
    await scene.world.authority.assignRole(city, role("REGISTRAR"), HANGZHOU, []);
    const outside = ["Authority_OutOfJurisdiction", city, role("REGISTRAR"), NINGBO, NO_FIELD] as const;
    await scene.refuses(update(LEAD, { by: "allRounder" }), ...outside);
    await scene.refuses(update(OTHER, { region: HANGZHOU, by: "allRounder" }), ...outside);
    await update(LEAD, { region: SHANGCHENG, by: "allRounder" });
  });

  it("is refused without a kind, an enabled region or a text", async () => {
    await scene.refuses(update(LEAD, { kind: 0 }), "Authority_KindRequired");
    await scene.refuses(update(LEAD, { region: 330_300 }), "Authority_RegionNotEnabled", 330_300);
    await scene.refuses(update(LEAD, { text: "" }), "Authority_TextLength", 0, 4_096);
  });

  it("changes its particulars, all in one event, and leaves its status", async () => {
    const said = [NINGBO, COURT, named("New name")];
    await scene.records(update(), "OrganisationUpdated", subjectOf(LEAD), scene.address("registrar"), ...said);
    const entry = await scene.world.authority.organisationEntry(LEAD);
    expect(Object.values(entry)).to.deep.equal([BigInt(NINGBO), BigInt(COURT), BigInt(status("ACTIVE"))]);
  });
});
