import { readFile } from "node:fs/promises";
import { type BaseContract, ContractFactory, type ContractTransactionResponse, JsonRpcProvider } from "ethers";
import type { ContractName } from "../../server/ledger/contracts.ts";
import { type Address, asciiToHex, type Hex } from "../../server/ledger/hex.ts";
import { packProgrammeId, parseProgrammeCode } from "../../server/ledger/ids.ts";
import { canonicalText } from "../../server/ledger/text.ts";
import { packUscc } from "../../server/ledger/uscc.ts";
import { SCHEMA_VERSION } from "../../server/store/identity.ts";
import type { StoreIdentity } from "../../server/store/reader.ts";
import { digestOf, ORGANISATION } from "./acts.ts";

const OFFICE = "11330000002482000W";
const DAY = 86_400;

/** A ledger deployed on a node, with one official who is registrar and approver, and one lead. */
export class DeployedLedger {
  readonly provider: JsonRpcProvider;
  readonly identity: StoreIdentity;
  readonly #contracts: Readonly<Record<ContractName, BaseContract>>;
  #renames = 0;

  private constructor(
    provider: JsonRpcProvider,
    identity: StoreIdentity,
    contracts: Readonly<Record<ContractName, BaseContract>>,
  ) {
    this.provider = provider;
    this.identity = identity;
    this.#contracts = contracts;
  }

  /** Deploys on the node at `url` and opens a programme for the pilots of this year. */
  static async on(url: string): Promise<DeployedLedger> {
    const provider = new JsonRpcProvider(url, undefined, { cacheTimeout: -1, staticNetwork: true });
    const administrator = await provider.getSigner(0);
    const deployed = async (name: ContractName, args: unknown[]): Promise<BaseContract> => {
      const file = new URL(`../../artifacts/contracts/${name}.sol/${name}.json`, import.meta.url);
      const { abi, bytecode } = JSON.parse(await readFile(file, "utf8"));
      const contract = await new ContractFactory(abi, bytecode, administrator).deploy(...args);
      return contract.waitForDeployment();
    };
    const Authority = await deployed("Authority", [administrator.address, DAY]);
    const authority = await Authority.getAddress();
    const PilotLedger = await deployed("PilotLedger", [authority, asciiToHex("ZJ", 2), 330_000]);
    const pilotLedger = await PilotLedger.getAddress();
    const EvidenceLedger = await deployed("EvidenceLedger", [authority, pilotLedger]);
    const StatisticsLedger = await deployed("StatisticsLedger", [authority]);
    const ServiceLedger = await deployed("ServiceLedger", [authority, pilotLedger]);
    const SupervisionLedger = await deployed("SupervisionLedger", [await ServiceLedger.getAddress()]);
    const genesis = await provider.getBlock(0);
    const receipt = await Authority.deploymentTransaction()?.wait();
    const identity: StoreIdentity = {
      schemaVersion: SCHEMA_VERSION,
      chainId: Number((await provider.getNetwork()).chainId),
      genesisHash: (genesis?.hash ?? "0x") as Hex,
      contracts: {
        Authority: authority as Address,
        PilotLedger: pilotLedger as Address,
        EvidenceLedger: (await EvidenceLedger.getAddress()) as Address,
        StatisticsLedger: (await StatisticsLedger.getAddress()) as Address,
        ServiceLedger: (await ServiceLedger.getAddress()) as Address,
        SupervisionLedger: (await SupervisionLedger.getAddress()) as Address,
      },
      deploymentBlock: receipt?.blockNumber ?? 0,
    };
    const contracts = { Authority, PilotLedger, EvidenceLedger, StatisticsLedger, ServiceLedger, SupervisionLedger };
    const ledger = new DeployedLedger(provider, identity, contracts);
    await ledger.#prepare();
    return ledger;
  }

  /** The lead applies for a pilot; the programme of the year is open. */
  async applyPilot(title: string, milestones = 2): Promise<void> {
    const time = await this.#time();
    const programme = parseProgrammeCode(`ZJ-${new Date(time * 1_000).getUTCFullYear()}-PILOT-1`);
    if (programme === undefined) throw new Error("no programme of this year");
    const text = canonicalText({ title: { zh: title, en: title } });
    const application = [
      330_206,
      asciiToHex("MFG", 3),
      packProgrammeId(programme),
      digestOf(0),
      1_000n,
      digestOf(3),
      text,
    ];
    const plan = Array.from({ length: milestones }, (_, index) => {
      const weight = index === 0 ? 10_000 - 1_000 * (milestones - 1) : 1_000;
      return [3, true, weight, time + (index + 1) * 30 * DAY, 0, 0];
    });
    await this.act("PilotLedger", 2, "applyPilot", application, plan);
  }

  /** Renames the lead's organisation: an event that can be repeated. */
  async renameOrganisation(): Promise<void> {
    const name = `第${++this.#renames}次改名`;
    const text = canonicalText({ name: { zh: name, en: name } });
    await this.act("Authority", 1, "updateOrganisation", packUscc(ORGANISATION), 330_206, 3, text);
  }

  /** Sends a transaction from one of the node's own accounts, and waits for its block. */
  async act(contract: ContractName, account: number, method: string, ...args: unknown[]): Promise<void> {
    const signer = await this.provider.getSigner(account);
    const connected = this.#contracts[contract].connect(signer) as BaseContract;
    const sent = (await connected.getFunction(method)(...args)) as ContractTransactionResponse;
    await sent.wait();
  }

  async snapshot(): Promise<unknown> {
    return this.provider.send("evm_snapshot", []);
  }

  /** Takes the chain back to a snapshot: what is mined next replaces what came after it. */
  async revert(snapshot: unknown): Promise<void> {
    await this.provider.send("evm_revert", [snapshot]);
  }

  async mine(): Promise<void> {
    await this.provider.send("evm_mine", []);
  }

  close(): void {
    this.provider.destroy();
  }

  async #prepare(): Promise<void> {
    const official = (await this.provider.getSigner(1)).address;
    const lead = (await this.provider.getSigner(2)).address;
    const time = await this.#time();
    const name = (zh: string, en: string) => canonicalText({ zh, en });
    await this.act("Authority", 0, "setRegions", [330_000, 330_206], true);
    await this.act("Authority", 0, "setField", asciiToHex("MFG", 3), true, name("制造", "Manufacturing"));
    await this.act("Authority", 0, "assignRole", official, asciiToHex("REGISTRAR", 32), 330_000, []);
    await this.act("Authority", 0, "assignRole", official, asciiToHex("APPROVER", 32), 330_000, []);
    for (const [uscc, region, kind, account, title] of [
      [OFFICE, 330_000, 1, official, "省主管部门"],
      [ORGANISATION, 330_206, 3, lead, "某汽车零部件企业"],
    ] as const) {
      const text = canonicalText({ name: { zh: title, en: title } });
      await this.act("Authority", 1, "registerOrganisation", packUscc(uscc), region, kind, text);
      await this.act("Authority", 1, "bindAccount", packUscc(uscc), account);
    }
    const year = new Date(time * 1_000).getUTCFullYear();
    const title = canonicalText({ title: { zh: "区块链应用试点", en: "Blockchain pilots" } });
    const window = [time, time + 300 * DAY] as const;
    await this.act("PilotLedger", 1, "openProgramme", year, 1, 1, ...window, digestOf(1), digestOf(2), title);
  }

  async #time(): Promise<number> {
    return (await this.provider.getBlock("latest"))?.timestamp ?? 0;
  }
}
