import { expect } from "chai";
import { encodeBytes32String, ZeroAddress, ZeroHash, zeroPadValue } from "ethers";
import { ROLES, type Role } from "../../server/ledger/codes/authority.ts";
import {
  type AccountName,
  DAY,
  deployContracts,
  deployWorld,
  field,
  GUANGZHOU,
  HANGZHOU,
  NINGBO,
  NO_FIELD,
  named,
  networkHelpers,
  PROVINCE,
  role,
  SHANGCHENG,
  textOf,
  type World,
} from "./fixture.ts";

const ADMINISTRATOR = ZeroHash;
const CODES = encodeBytes32String("CODES");
const EVERY_FIELD = 2n ** 64n - 1n;

describe("roles", () => {
  let world: World;
  const addressOf = (name: AccountName): string => world.accounts[name].address;

  beforeEach(async () => {
    world = await networkHelpers.loadFixture(deployWorld);
  });

  it("are given with a jurisdiction", async () => {
    const { authority } = world;
    await expect(authority.assignRole(addressOf("stranger"), role("AUDITOR"), HANGZHOU, [field("GOV"), field("JUD")]))
      .to.emit(authority, "RoleAssigned")
      .withArgs(addressOf("stranger"), addressOf("administrator"), role("AUDITOR"), HANGZHOU, 0b1001);
    const held = await authority.jurisdictionOf(role("AUDITOR"), addressOf("stranger"));
    expect(held.region).to.equal(BigInt(HANGZHOU));
    expect(held.fields).to.equal(0b1001n);
    expect(await authority.hasRole(role("AUDITOR"), addressOf("stranger"))).to.equal(true);
    expect(await authority.getRoleMembers(role("AUDITOR"))).to.deep.equal([addressOf("stranger")]);
  });

  it("hold for every field, also later ones, when none is named", async () => {
    const { authority, accounts } = world;
    await authority.setField(field("AGR"), true, named("Agriculture"));
    const official = authority.getFunction("officialOf(address,bytes32,uint24,bytes3)");
    await official(accounts.approver.address, role("APPROVER"), HANGZHOU, field("AGR"));
    expect((await authority.jurisdictionOf(role("APPROVER"), accounts.approver.address)).fields).to.equal(EVERY_FIELD);
  });

  it("move when they are given again, which is one event", async () => {
    const { authority } = world;
    await expect(authority.assignRole(addressOf("cityApprover"), role("APPROVER"), NINGBO, []))
      .to.emit(authority, "RoleAssigned")
      .withArgs(addressOf("cityApprover"), addressOf("administrator"), role("APPROVER"), NINGBO, EVERY_FIELD)
      .and.not.to.emit(authority, "RoleGranted");
    expect((await authority.jurisdictionOf(role("APPROVER"), addressOf("cityApprover"))).region).to.equal(
      BigInt(NINGBO),
    );
    expect(await journalCount(addressOf("cityApprover"))).to.equal(2n);
  });

  it("are taken with their jurisdiction, which is one event", async () => {
    const { authority } = world;
    await expect(authority.revokeRole(role("APPROVER"), addressOf("cityApprover")))
      .to.emit(authority, "RoleWithdrawn")
      .withArgs(addressOf("cityApprover"), addressOf("administrator"), role("APPROVER"));
    expect((await authority.jurisdictionOf(role("APPROVER"), addressOf("cityApprover"))).region).to.equal(0n);
    await authority.revokeRole(role("APPROVER"), addressOf("cityApprover"));
    expect(await journalCount(addressOf("cityApprover"))).to.equal(2n);
  });

  it("can be given up by their holder", async () => {
    const { authority, accounts } = world;
    await expect(authority.connect(accounts.expert1).renounceRole(role("EXPERT"), accounts.expert1.address))
      .to.emit(authority, "RoleWithdrawn")
      .withArgs(accounts.expert1.address, accounts.expert1.address, role("EXPERT"));
    expect((await authority.jurisdictionOf(role("EXPERT"), accounts.expert1.address)).region).to.equal(0n);
  });

  it("are not given without a jurisdiction", async () => {
    for (const each of ROLES) {
      await expect(world.authority.grantRole(role(each), addressOf("stranger")))
        .to.be.revertedWithCustomError(world.authority, "Authority_JurisdictionRequired")
        .withArgs(role(each));
    }
  });

  it("are all those the ledger knows", async () => {
    const { authority } = world;
    for (const name of ROLES) {
      await authority.assignRole(addressOf("stranger"), role(name), PROVINCE, []);
      expect(await authority.hasRole(role(name), addressOf("stranger")), name).to.equal(true);
    }
  });

  it("are only those of the ledger", async () => {
    const unknown = encodeBytes32String("OVERLORD");
    await expect(world.authority.assignRole(addressOf("stranger"), unknown, PROVINCE, []))
      .to.be.revertedWithCustomError(world.authority, "Authority_UnknownRole")
      .withArgs(unknown);
    await expect(world.authority.assignRole(addressOf("stranger"), ADMINISTRATOR, PROVINCE, []))
      .to.be.revertedWithCustomError(world.authority, "Authority_UnknownRole")
      .withArgs(ADMINISTRATOR);
  });

  it("are not given to the zero address, for an unknown region or for a field that is unknown or named twice", async () => {
    const { authority } = world;
    const assign = (account: string, region: number, ...fields: string[]) =>
      authority.assignRole(account, role("APPROVER"), region, fields.map(field));
    await expect(assign(ZeroAddress, PROVINCE)).to.be.revertedWithCustomError(authority, "Authority_ZeroAccount");
    await expect(assign(addressOf("stranger"), 330_300))
      .to.be.revertedWithCustomError(authority, "Authority_RegionNotEnabled")
      .withArgs(330_300);
    await expect(assign(addressOf("stranger"), PROVINCE, "GOV", "XXX"))
      .to.be.revertedWithCustomError(authority, "Authority_FieldNotEnabled")
      .withArgs(field("XXX"));
    await expect(assign(addressOf("stranger"), PROVINCE, "GOV", "JUD", "GOV"))
      .to.be.revertedWithCustomError(authority, "Authority_FieldsInvalid")
      .withArgs(0b1001);
  });

  it("are given and taken by the administrator alone", async () => {
    const { authority, accounts } = world;
    const registrar = authority.connect(accounts.registrar);
    for (const act of [
      () => registrar.assignRole(accounts.stranger.address, role("AUDITOR"), PROVINCE, []),
      () => registrar.revokeRole(role("APPROVER"), accounts.approver.address),
      () => registrar.setField(field("AGR"), true, named("Agriculture")),
      () => registrar.setRegions([PROVINCE], false),
    ]) {
      await expect(act())
        .to.be.revertedWithCustomError(authority, "Authority_MissingRole")
        .withArgs(accounts.registrar.address, ADMINISTRATOR);
    }
  });

  async function journalCount(account: string): Promise<bigint> {
    const [count] = await world.authority.journalOf(zeroPadValue(account, 32));
    return count;
  }
});

describe("the administrator", () => {
  it("is the first record of the journal", async () => {
    const { authority, accounts } = await deployContracts();
    const logs = await authority.queryFilter(authority.getEvent("RoleAssigned"));
    expect(logs.map((log) => "args" in log && [...log.args])).to.deep.equal([
      [accounts.administrator.address, accounts.administrator.address, ADMINISTRATOR, 0n, 0n],
    ]);
    const [count] = await authority.journal();
    expect(count).to.equal(1n);
  });

  it("hands over in two steps, after the delay, each step journalled once", async () => {
    const { authority, accounts } = await networkHelpers.loadFixture(deployWorld);
    const [before] = await authority.journal();
    await authority.beginDefaultAdminTransfer(accounts.successor.address);
    const successor = authority.connect(accounts.successor);
    await expect(successor.acceptDefaultAdminTransfer()).to.be.revertedWithCustomError(
      authority,
      "AccessControlEnforcedDefaultAdminDelay",
    );
    await networkHelpers.time.increase(DAY + 1);
    await expect(successor.acceptDefaultAdminTransfer())
      .to.emit(authority, "RoleWithdrawn")
      .withArgs(accounts.administrator.address, accounts.successor.address, ADMINISTRATOR)
      .and.to.emit(authority, "RoleAssigned")
      .withArgs(accounts.successor.address, accounts.successor.address, ADMINISTRATOR, 0, 0);
    const [after] = await authority.journal();
    expect(after - before).to.equal(2n);
    await successor.setRegions([GUANGZHOU], false);
    await expect(authority.setRegions([GUANGZHOU], true)).to.be.revertedWithCustomError(
      authority,
      "Authority_MissingRole",
    );
  });

  it("is not given or taken in one step", async () => {
    const { authority, accounts } = await networkHelpers.loadFixture(deployWorld);
    await expect(authority.grantRole(ADMINISTRATOR, accounts.successor.address)).to.be.revertedWithCustomError(
      authority,
      "AccessControlEnforcedDefaultAdminRules",
    );
    await expect(authority.revokeRole(ADMINISTRATOR, accounts.administrator.address)).to.be.revertedWithCustomError(
      authority,
      "AccessControlEnforcedDefaultAdminRules",
    );
  });

  it("writes no record of an organisation", async () => {
    const { authority, accounts } = await networkHelpers.loadFixture(deployWorld);
    await expect(authority.revokeAccount(accounts.lead.address, role("AUDITOR")))
      .to.be.revertedWithCustomError(authority, "Authority_MissingRole")
      .withArgs(accounts.administrator.address, role("REGISTRAR"));
  });
});

describe("jurisdiction", () => {
  let world: World;

  beforeEach(async () => {
    world = await networkHelpers.loadFixture(deployWorld);
  });

  const official = (account: AccountName, name: Role, region: number, code?: string): Promise<string> =>
    code === undefined
      ? world.authority.getFunction("officialOf(address,bytes32,uint24)")(
          world.accounts[account].address,
          role(name),
          region,
        )
      : world.authority.getFunction("officialOf(address,bytes32,uint24,bytes3)")(
          world.accounts[account].address,
          role(name),
          region,
          field(code),
        );

  it("covers the region and those below it", async () => {
    await official("cityApprover", "APPROVER", HANGZHOU, "JUD");
    await official("cityApprover", "APPROVER", SHANGCHENG, "JUD");
    for (const region of [PROVINCE, NINGBO, GUANGZHOU]) {
      await expect(official("cityApprover", "APPROVER", region, "JUD"))
        .to.be.revertedWithCustomError(world.authority, "Authority_OutOfJurisdiction")
        .withArgs(world.accounts.cityApprover.address, role("APPROVER"), region, field("JUD"));
    }
  });

  it("covers its fields alone, and still when one is retired", async () => {
    await expect(official("cityApprover", "APPROVER", HANGZHOU, "GOV")).to.be.revertedWithCustomError(
      world.authority,
      "Authority_OutOfJurisdiction",
    );
    await world.authority.setField(field("JUD"), false, named("Justice"));
    await official("cityApprover", "APPROVER", HANGZHOU, "JUD");
  });

  it("does not take an unregistered field for the first one", async () => {
    await world.authority.assignRole(world.accounts.cityApprover.address, role("APPROVER"), HANGZHOU, [field("GOV")]);
    await official("cityApprover", "APPROVER", HANGZHOU, "GOV");
    await expect(official("cityApprover", "APPROVER", HANGZHOU, "XXX"))
      .to.be.revertedWithCustomError(world.authority, "Authority_OutOfJurisdiction")
      .withArgs(world.accounts.cityApprover.address, role("APPROVER"), HANGZHOU, field("XXX"));
  });

  it("counts the region alone for a record of no field", async () => {
    await official("cityApprover", "APPROVER", SHANGCHENG);
    await expect(official("cityApprover", "APPROVER", PROVINCE))
      .to.be.revertedWithCustomError(world.authority, "Authority_OutOfJurisdiction")
      .withArgs(world.accounts.cityApprover.address, role("APPROVER"), PROVINCE, NO_FIELD);
  });

  it("is nothing without an organisation", async () => {
    await world.authority.assignRole(world.accounts.stranger.address, role("APPROVER"), PROVINCE, []);
    await expect(official("stranger", "APPROVER", HANGZHOU, "JUD"))
      .to.be.revertedWithCustomError(world.authority, "Authority_AccountNotBound")
      .withArgs(world.accounts.stranger.address);
  });
});

describe("the code tables", () => {
  let world: World;

  beforeEach(async () => {
    world = await networkHelpers.loadFixture(deployWorld);
  });

  it("give a field one index for good", async () => {
    const { authority, accounts } = world;
    await expect(authority.setField(field("AGR"), true, named("Agriculture")))
      .to.emit(authority, "FieldSet")
      .withArgs(CODES, accounts.administrator.address, field("AGR"), 5, true, named("Agriculture"));
    await expect(authority.setField(field("AGR"), false, named("Farming")))
      .to.emit(authority, "FieldSet")
      .withArgs(CODES, accounts.administrator.address, field("AGR"), 5, false, named("Farming"));
    expect(Object.values(await authority.fieldEntry(field("AGR")))).to.deep.equal([5n, true, false]);
    await expect(authority.requireEnabled(HANGZHOU, field("AGR")))
      .to.be.revertedWithCustomError(authority, "Authority_FieldNotEnabled")
      .withArgs(field("AGR"));
  });

  it("hold 64 fields", async () => {
    const { authority } = world;
    for (let index = 5; index < 64; index++) {
      const code = `X${String.fromCharCode(65 + Math.floor(index / 26), 65 + (index % 26))}`;
      await authority.setField(field(code), true, named(code));
    }
    await expect(authority.setField(field("ZZZ"), true, named("One too many"))).to.be.revertedWithCustomError(
      authority,
      "Authority_TooManyFields",
    );
    await authority.setField(field("GOV"), false, named("Still there"));
  });

  it("take three capitals and a text of 1 to 4096 bytes", async () => {
    const { authority } = world;
    await expect(authority.setField(field("ju1"), true, named("x")))
      .to.be.revertedWithCustomError(authority, "Authority_MalformedField")
      .withArgs(field("ju1"));
    for (const length of [0, 4_097]) {
      await expect(authority.setField(field("AGR"), true, textOf(length)))
        .to.be.revertedWithCustomError(authority, "Authority_TextLength")
        .withArgs(length, 4_096);
    }
    await authority.setField(field("AGR"), true, textOf(4_096));
  });

  it("enable and retire regions of six digits", async () => {
    const { authority, accounts } = world;
    await expect(authority.setRegions([330_300, 330_400], true))
      .to.emit(authority, "RegionsSet")
      .withArgs(CODES, accounts.administrator.address, [330_300, 330_400], true);
    expect(await authority.isRegionEnabled(330_300)).to.equal(true);
    await authority.setRegions([330_300], false);
    expect(await authority.isRegionEnabled(330_300)).to.equal(false);
    await expect(authority.requireEnabled(330_300, field("JUD")))
      .to.be.revertedWithCustomError(authority, "Authority_RegionNotEnabled")
      .withArgs(330_300);
    await expect(authority.setRegions([330_300, 33], true))
      .to.be.revertedWithCustomError(authority, "Authority_RegionNotEnabled")
      .withArgs(33);
    await expect(authority.setRegions([], true)).to.be.revertedWithCustomError(authority, "Authority_EmptyList");
  });
});
