import { expect } from "chai";
import Ledger from "../../ignition/modules/Ledger.ts";
import { connection, DAY, ethers } from "./fixture.ts";

/** EIP-170. */
const CODE_LIMIT = 24_576;

describe("the deployment", () => {
  it("puts a ledger of Zhejiang under the first account, unless told otherwise", async () => {
    const { Authority: authority, PilotLedger: pilotLedger } = await connection.ignition.deploy(Ledger);
    const [first] = await ethers.getSigners();
    expect(await authority.getFunction("defaultAdmin")()).to.equal(first?.address);
    expect(await authority.getFunction("defaultAdminDelay")()).to.equal(BigInt(DAY));
    expect(await pilotLedger.getFunction("AUTHORITY")()).to.equal(await authority.getAddress());
    expect(await pilotLedger.getFunction("PROVINCE")()).to.equal("0x5a4a");
    expect(await pilotLedger.getFunction("PROVINCE_REGION")()).to.equal(330_000n);
  });

  it("takes its administrator, delay and province as parameters", async () => {
    const [, second] = await ethers.getSigners();
    const administrator = second?.address ?? "";
    const { Authority: authority, PilotLedger: pilotLedger } = await connection.ignition.deploy(Ledger, {
      parameters: { Ledger: { administrator, adminDelay: 0n, province: "0x4744", provinceRegion: 440_000n } },
    });
    expect(await authority.getFunction("defaultAdmin")()).to.equal(administrator);
    expect(await authority.getFunction("defaultAdminDelay")()).to.equal(0n);
    expect(await pilotLedger.getFunction("PROVINCE")()).to.equal("0x4744");
    expect(await pilotLedger.getFunction("PROVINCE_REGION")()).to.equal(440_000n);
  });

  it("ties supervision to the pilot ledger", async () => {
    const { Authority, PilotLedger, ServiceLedger, SupervisionLedger } = await connection.ignition.deploy(Ledger);
    const supervision = await SupervisionLedger.getAddress();
    expect(await PilotLedger.getFunction("supervision")()).to.equal(supervision);
    expect(await SupervisionLedger.getFunction("SERVICES")()).to.equal(await ServiceLedger.getAddress());
    for (const contract of [ServiceLedger, SupervisionLedger]) {
      expect(await contract.getFunction("LEDGER")()).to.equal(await PilotLedger.getAddress());
      expect(await contract.getFunction("AUTHORITY")()).to.equal(await Authority.getAddress());
    }
  });

  it("fits the limit on code", async () => {
    const contracts = await connection.ignition.deploy(Ledger);
    for (const contract of Object.values(contracts)) {
      const code = await ethers.provider.getCode(await contract.getAddress());
      expect((code.length - 2) / 2).to.be.lessThan(CODE_LIMIT);
    }
  });
});
