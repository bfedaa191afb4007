/*
 * registerOrganisation
 * ├── given a pause: pause.test.ts
 * ├── it is refused to everybody but a registrar of the region
 * ├── it is refused for an organisation that is in the register
 * ├── it is refused for a code that is not well written
 * ├── it is refused without a kind
 * ├── it is refused for a region that is not enabled
 * ├── it is refused with a text that is empty or longer than 4096 bytes
 * ├── it enters the organisation
 * └── it enters the first one for a registrar that belongs to none yet
 */
import { expect } from "chai";
import { asciiToHex, type Hex } from "../../../server/ledger/hex.ts";
import {
  type AccountName,
  BUREAU,
  deployContracts,
  HANGZHOU,
  kindNumber,
  LEAD,
  NINGBO,
  NO_FIELD,
  named,
  PROVINCE,
  role,
  SHANGCHENG,
  subjectOf,
  textOf,
  UNREGISTERED,
} from "../fixture.ts";
import { type AuthorityScene, authorityScene, status } from "./scene.ts";

const COURT = kindNumber("COURT");
const MALFORMED = asciiToHex("91330200MA29EFGH3O", 18);

describe("registerOrganisation", () => {
  let scene: AuthorityScene;

  beforeEach(async () => {
    scene = await authorityScene();
  });

  interface Entry {
    organisation: Hex;
    region: number;
    kind: number;
    text: string;
  }
  const register = (changes: Partial<Entry> = {}, by: AccountName = "registrar") => {
    const standard = { organisation: UNREGISTERED, region: HANGZHOU, kind: COURT, text: named("Court") };
    const { organisation, region, kind, text } = { ...standard, ...changes };
    return scene.as(by).registerOrganisation(organisation, region, kind, text);
  };

  it("is refused to everybody but a registrar of the region", async () => {
    const refusal = [scene.address("administrator"), role("REGISTRAR")];
    await scene.refuses(register({}, "administrator"), "Authority_MissingRole", ...refusal);
    const city = scene.address("allRounder");
    await scene.world.authority.assignRole(city, role("REGISTRAR"), HANGZHOU, []);
    const outside = [city, role("REGISTRAR"), NINGBO, NO_FIELD];
    await scene.refuses(register({ region: NINGBO }, "allRounder"), "Authority_OutOfJurisdiction", ...outside);
  });

  it("is refused for an organisation that is in the register", () =>
    scene.refuses(register({ organisation: LEAD }), "Authority_OrganisationExists", LEAD));

  it("is refused for a code that is not well written", () =>
    scene.refuses(register({ organisation: MALFORMED }), "Authority_MalformedUscc", MALFORMED));

  it("is refused without a kind", () =>
    scene.refuses(register({ kind: kindNumber("NONE") }), "Authority_KindRequired"));

  it("is refused for a region that is not enabled", () =>
    scene.refuses(register({ region: 330_300 }), "Authority_RegionNotEnabled", 330_300));

  it("is refused with a text that is empty or longer than 4096 bytes", async () => {
    for (const length of [0, 4_097]) {
      await scene.refuses(register({ text: textOf(length) }), "Authority_TextLength", length, 4_096);
    }
  });

  it("enters the organisation", async () => {
    const said = [SHANGCHENG, COURT, named("Court")];
    const act = register({ region: SHANGCHENG });
    const stream = subjectOf(UNREGISTERED);
    await scene.records(act, "OrganisationRegistered", stream, scene.address("registrar"), ...said);
    const entry = await scene.world.authority.organisationEntry(UNREGISTERED);
    expect(Object.values(entry)).to.deep.equal([BigInt(SHANGCHENG), BigInt(COURT), BigInt(status("ACTIVE"))]);
    await scene.world.authority.requireActive(UNREGISTERED);
  });

  it("enters the first one for a registrar that belongs to none yet", async () => {
    const { authority, accounts } = await deployContracts();
    await authority.setRegions([PROVINCE], true);
    await authority.assignRole(accounts.registrar.address, role("REGISTRAR"), PROVINCE, []);
    const first = authority.connect(accounts.registrar);
    await first.registerOrganisation(BUREAU, PROVINCE, kindNumber("GOVERNMENT"), named("Bureau"));
    await first.bindAccount(BUREAU, accounts.registrar.address);
    expect(await authority.organisationOf(accounts.registrar.address)).to.equal(BUREAU);
  });
});
