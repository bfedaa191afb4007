import { expect } from "chai";
import { ZeroHash } from "ethers";
import type { Role } from "../../server/ledger/codes/authority.ts";
import {
  type AccountName,
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
  UNREGISTERED_FIELD,
  type World,
} from "./fixture.ts";

const ADMINISTRATOR = ZeroHash;

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
    await expect(official("cityApprover", "APPROVER", HANGZHOU, UNREGISTERED_FIELD))
      .to.be.revertedWithCustomError(world.authority, "Authority_OutOfJurisdiction")
      .withArgs(world.accounts.cityApprover.address, role("APPROVER"), HANGZHOU, field(UNREGISTERED_FIELD));
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
