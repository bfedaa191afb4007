import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { ORGANISATION_STATUSES, type OrganisationStatus } from "../../server/ledger/codes/authority.ts";
import { numberOf } from "../../server/ledger/codes/code.ts";
import { asciiToHex } from "../../server/ledger/hex.ts";
import {
  type AccountName,
  BUREAU,
  deployContracts,
  deployWorld,
  field,
  HANGZHOU,
  kindNumber,
  LEAD,
  NINGBO,
  NO_FIELD,
  NO_REASON,
  named,
  networkHelpers,
  OTHER,
  PROVINCE,
  REASON,
  role,
  SHANGCHENG,
  subjectOf,
  textOf,
  UNREGISTERED,
  type World,
} from "./fixture.ts";

const ENTERPRISE = kindNumber("ENTERPRISE");
const COURT = kindNumber("COURT");
const status = (name: OrganisationStatus): number => numberOf(ORGANISATION_STATUSES, name);

let world: World;
let registrar: World["authority"];
const addressOf = (name: AccountName): string => world.accounts[name].address;

async function begin(): Promise<void> {
  world = await networkHelpers.loadFixture(deployWorld);
  registrar = world.authority.connect(world.accounts.registrar);
}

describe("organisations", () => {
  beforeEach(begin);

  it("enter the register", async () => {
    await expect(registrar.registerOrganisation(UNREGISTERED, SHANGCHENG, COURT, named("Court")))
      .to.emit(registrar, "OrganisationRegistered")
      .withArgs(subjectOf(UNREGISTERED), addressOf("registrar"), SHANGCHENG, COURT, named("Court"));
    const entry = await world.authority.organisationEntry(UNREGISTERED);
    expect(Object.values(entry)).to.deep.equal([BigInt(SHANGCHENG), BigInt(COURT), BigInt(status("ACTIVE"))]);
    await world.authority.requireActive(UNREGISTERED);
  });

  it("enter it once, well written, of some kind, in an enabled region, with a text", async () => {
    const { authority } = world;
    await expect(registrar.registerOrganisation(LEAD, HANGZHOU, ENTERPRISE, named("x")))
      .to.be.revertedWithCustomError(authority, "Authority_OrganisationExists")
      .withArgs(LEAD);
    const malformed = asciiToHex("91330200MA29EFGH3O", 18);
    await expect(registrar.registerOrganisation(malformed, HANGZHOU, ENTERPRISE, named("x")))
      .to.be.revertedWithCustomError(authority, "Authority_MalformedUscc")
      .withArgs(malformed);
    await expect(
      registrar.registerOrganisation(UNREGISTERED, HANGZHOU, kindNumber("NONE"), named("x")),
    ).to.be.revertedWithCustomError(authority, "Authority_KindRequired");
    await expect(registrar.registerOrganisation(UNREGISTERED, 330_300, ENTERPRISE, named("x")))
      .to.be.revertedWithCustomError(authority, "Authority_RegionNotEnabled")
      .withArgs(330_300);
    for (const length of [0, 4_097]) {
      await expect(registrar.registerOrganisation(UNREGISTERED, HANGZHOU, ENTERPRISE, textOf(length)))
        .to.be.revertedWithCustomError(authority, "Authority_TextLength")
        .withArgs(length, 4_096);
    }
  });

  it("are kept by the registrars of their region, before and after a move", async () => {
    const { authority, accounts } = world;
    await authority.assignRole(addressOf("allRounder"), role("REGISTRAR"), HANGZHOU, []);
    const city = authority.connect(accounts.allRounder);
    const outside = (region: number) => [addressOf("allRounder"), role("REGISTRAR"), region, NO_FIELD];
    await city.updateOrganisation(LEAD, SHANGCHENG, ENTERPRISE, named("Moved"));
    for (const act of [
      () => city.registerOrganisation(UNREGISTERED, NINGBO, ENTERPRISE, named("x")),
      () => city.updateOrganisation(LEAD, NINGBO, ENTERPRISE, named("x")),
      () => city.updateOrganisation(OTHER, HANGZHOU, ENTERPRISE, named("x")),
      () => city.setOrganisationStatus(OTHER, status("SUSPENDED"), REASON),
      () => city.bindAccount(OTHER, addressOf("stranger")),
      () => city.revokeAccount(addressOf("outsider"), REASON),
    ]) {
      await expect(act())
        .to.be.revertedWithCustomError(authority, "Authority_OutOfJurisdiction")
        .withArgs(...outside(NINGBO));
    }
  });

  it("change their particulars, all in one event", async () => {
    await expect(registrar.updateOrganisation(LEAD, NINGBO, COURT, named("New name")))
      .to.emit(registrar, "OrganisationUpdated")
      .withArgs(subjectOf(LEAD), addressOf("registrar"), NINGBO, COURT, named("New name"));
    const entry = await world.authority.organisationEntry(LEAD);
    expect(Object.values(entry)).to.deep.equal([BigInt(NINGBO), BigInt(COURT), BigInt(status("ACTIVE"))]);
  });

  it("must be in the register to be changed or to be bound to", async () => {
    for (const act of [
      () => registrar.updateOrganisation(UNREGISTERED, HANGZHOU, ENTERPRISE, named("x")),
      () => registrar.setOrganisationStatus(UNREGISTERED, status("SUSPENDED"), REASON),
      () => registrar.bindAccount(UNREGISTERED, addressOf("stranger")),
      () => world.authority.requireActive(UNREGISTERED),
    ]) {
      await expect(act())
        .to.be.revertedWithCustomError(world.authority, "Authority_OrganisationUnknown")
        .withArgs(UNREGISTERED);
    }
  });

  it("are suspended, restored and revoked for good", async () => {
    for (const next of ["SUSPENDED", "ACTIVE", "SUSPENDED", "REVOKED"] as const) {
      await expect(registrar.setOrganisationStatus(LEAD, status(next), REASON))
        .to.emit(registrar, "OrganisationStatusChanged")
        .withArgs(subjectOf(LEAD), addressOf("registrar"), status(next), REASON);
    }
    for (const next of ["ACTIVE", "SUSPENDED", "REVOKED", "UNREGISTERED"] as const) {
      await expect(registrar.setOrganisationStatus(LEAD, status(next), REASON))
        .to.be.revertedWithCustomError(world.authority, "Authority_StatusNotAllowed")
        .withArgs(LEAD, status("REVOKED"), status(next));
    }
    await expect(registrar.setOrganisationStatus(OTHER, status("ACTIVE"), REASON))
      .to.be.revertedWithCustomError(world.authority, "Authority_StatusNotAllowed")
      .withArgs(OTHER, status("ACTIVE"), status("ACTIVE"));
    await expect(registrar.setOrganisationStatus(OTHER, status("UNREGISTERED"), REASON))
      .to.be.revertedWithCustomError(world.authority, "Authority_StatusNotAllowed")
      .withArgs(OTHER, status("ACTIVE"), status("UNREGISTERED"));
    await registrar.setOrganisationStatus(OTHER, status("REVOKED"), REASON);
  });

  it("are suspended for a reason", async () => {
    await expect(registrar.setOrganisationStatus(LEAD, status("SUSPENDED"), NO_REASON)).to.be.revertedWithCustomError(
      world.authority,
      "Authority_ReasonRequired",
    );
  });

  it("do not act while suspended, and their registrar cannot restore them", async () => {
    const { authority } = world;
    await registrar.setOrganisationStatus(BUREAU, status("SUSPENDED"), REASON);
    for (const act of [
      () => authority.organisationOf(addressOf("approver")),
      () =>
        authority.getFunction("officialOf(address,bytes32,uint24,bytes3)")(
          addressOf("approver"),
          role("APPROVER"),
          HANGZHOU,
          field("JUD"),
        ),
      () => registrar.setOrganisationStatus(BUREAU, status("ACTIVE"), REASON),
    ]) {
      await expect(act())
        .to.be.revertedWithCustomError(authority, "Authority_OrganisationNotActive")
        .withArgs(BUREAU, status("SUSPENDED"));
    }
  });
});

describe("accounts", () => {
  beforeEach(begin);

  it("are bound to an organisation", async () => {
    await expect(registrar.bindAccount(LEAD, addressOf("stranger")))
      .to.emit(registrar, "AccountBound")
      .withArgs(subjectOf(LEAD), addressOf("registrar"), addressOf("stranger"));
    expect(await world.authority.organisationOf(addressOf("stranger"))).to.equal(LEAD);
    const binding = await world.authority.bindingOf(addressOf("stranger"));
    expect(Object.values(binding)).to.deep.equal([LEAD, BigInt(await networkHelpers.time.latest()), 0n]);
  });

  it("are bound once, even after their revocation", async () => {
    await registrar.revokeAccount(addressOf("lead"), REASON);
    for (const [account, organisation] of [
      ["lead", LEAD],
      ["leadColleague", LEAD],
    ] as const) {
      await expect(registrar.bindAccount(OTHER, addressOf(account)))
        .to.be.revertedWithCustomError(world.authority, "Authority_AccountAlreadyBound")
        .withArgs(addressOf(account), organisation);
    }
  });

  it("are bound to an active organisation, and are no zero address", async () => {
    await expect(registrar.bindAccount(LEAD, ZeroAddress)).to.be.revertedWithCustomError(
      world.authority,
      "Authority_ZeroAccount",
    );
    await registrar.setOrganisationStatus(OTHER, status("SUSPENDED"), REASON);
    await expect(registrar.bindAccount(OTHER, addressOf("stranger")))
      .to.be.revertedWithCustomError(world.authority, "Authority_OrganisationNotActive")
      .withArgs(OTHER, status("SUSPENDED"));
  });

  it("are revoked for good", async () => {
    await expect(registrar.revokeAccount(addressOf("lead"), REASON))
      .to.emit(registrar, "AccountRevoked")
      .withArgs(subjectOf(LEAD), addressOf("registrar"), addressOf("lead"), REASON);
    const revokedAt = await networkHelpers.time.latest();
    for (const act of [
      () => world.authority.organisationOf(addressOf("lead")),
      () => registrar.revokeAccount(addressOf("lead"), REASON),
      () => world.authority.connect(world.accounts.leadColleague).reportKeyCompromise(addressOf("lead"), 0),
    ]) {
      await expect(act())
        .to.be.revertedWithCustomError(world.authority, "Authority_AccountRevoked")
        .withArgs(addressOf("lead"), revokedAt);
    }
    expect(await world.authority.organisationOf(addressOf("leadColleague"))).to.equal(LEAD);
  });

  it("are revoked for a reason, if they are bound", async () => {
    await expect(registrar.revokeAccount(addressOf("lead"), NO_REASON)).to.be.revertedWithCustomError(
      world.authority,
      "Authority_ReasonRequired",
    );
    await expect(registrar.revokeAccount(addressOf("stranger"), REASON))
      .to.be.revertedWithCustomError(world.authority, "Authority_AccountNotBound")
      .withArgs(addressOf("stranger"));
  });

  it("of a registrar are no longer its own once revoked", async () => {
    await registrar.revokeAccount(addressOf("registrar"), REASON);
    await expect(registrar.bindAccount(LEAD, addressOf("stranger"))).to.be.revertedWithCustomError(
      world.authority,
      "Authority_AccountRevoked",
    );
  });

  it("of the first registrar may belong to no organisation", async () => {
    const { authority, accounts } = await deployContracts();
    await authority.setRegions([PROVINCE], true);
    await authority.assignRole(accounts.registrar.address, role("REGISTRAR"), PROVINCE, []);
    const first = authority.connect(accounts.registrar);
    await first.registerOrganisation(BUREAU, PROVINCE, kindNumber("GOVERNMENT"), named("Bureau"));
    await first.bindAccount(BUREAU, accounts.registrar.address);
    expect(await authority.organisationOf(accounts.registrar.address)).to.equal(BUREAU);
  });
});

describe("a lost key", () => {
  beforeEach(begin);

  const report = (by: AccountName, account: AccountName, lostAt = 0): Promise<unknown> =>
    world.authority.connect(world.accounts[by]).reportKeyCompromise(addressOf(account), lostAt);

  for (const by of ["lead", "leadColleague", "registrar"] as const) {
    it(`is reported by ${by}`, async () => {
      await expect(report(by, "lead", 1_000))
        .to.emit(world.authority, "KeyCompromiseReported")
        .withArgs(subjectOf(LEAD), addressOf(by), addressOf("lead"), 1_000);
      await expect(world.authority.organisationOf(addressOf("lead")))
        .to.be.revertedWithCustomError(world.authority, "Authority_AccountRevoked")
        .withArgs(addressOf("lead"), await networkHelpers.time.latest());
    });
  }

  it("is reported by its account also while the organisation is suspended", async () => {
    await registrar.setOrganisationStatus(LEAD, status("SUSPENDED"), REASON);
    await report("lead", "lead");
  });

  it("is not reported by others", async () => {
    const { authority } = world;
    await authority.assignRole(addressOf("allRounder"), role("REGISTRAR"), NINGBO, []);
    for (const by of ["outsider", "stranger", "approver", "allRounder", "administrator"] as const) {
      await expect(report(by, "lead"))
        .to.be.revertedWithCustomError(authority, "Authority_NotEntitledToReport")
        .withArgs(addressOf(by), addressOf("lead"));
    }
  });

  it("is not reported by a colleague or a registrar whose own key is revoked", async () => {
    for (const by of ["leadColleague", "registrar"] as const) {
      await report(by, by);
      await expect(report(by, "lead")).to.be.revertedWithCustomError(world.authority, "Authority_NotEntitledToReport");
    }
  });

  it("was lost before the report", async () => {
    const lostAt = (await networkHelpers.time.latest()) + 1_000;
    await networkHelpers.time.setNextBlockTimestamp(lostAt - 1);
    await expect(report("lead", "lead", lostAt))
      .to.be.revertedWithCustomError(world.authority, "Authority_LossInFuture")
      .withArgs(lostAt, lostAt - 1);
    await networkHelpers.time.setNextBlockTimestamp(lostAt);
    await report("lead", "lead", lostAt);
  });

  it("is that of a bound account", async () => {
    await expect(report("registrar", "stranger"))
      .to.be.revertedWithCustomError(world.authority, "Authority_AccountNotBound")
      .withArgs(addressOf("stranger"));
  });
});
