import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ContractFactory, HDNodeWallet, JsonRpcProvider, keccak256, Mnemonic } from "ethers";
import { shanghaiTime } from "../../../server/ledger/refusals/wording.ts";
import { type Call, call } from "./cli.ts";

/*
 * A ledger on a development node with the files the command line looks for, prepared through the command line itself.
 */

const OFFICE = "11330000009900000B";
export const LEAD = "91330108MA0990055H";
export const PARTY = "53330100009900050B";

const ACCOUNTS = [
  ["administrator", null],
  ["registrar", OFFICE],
  ["approver", OFFICE],
  ["lead", LEAD],
  ["expert", "12330100009900020F"],
  ["colleague", LEAD],
] as const;

export type AccountName = (typeof ACCOUNTS)[number][0];

const CODES = `fields:
  JUD: { zh: 司法, en: Justice }
regions: ["330000", "330100", "330108"]
`;

export class LocalLedger {
  readonly folder: string;
  readonly deploymentFile: string;
  readonly provider: JsonRpcProvider;

  private constructor(folder: string, provider: JsonRpcProvider) {
    this.folder = folder;
    this.deploymentFile = join(folder, "deployment.json");
    this.provider = provider;
  }

  /** Deploys on the node at `url` and prepares codes, roles, organisations and a programme. */
  static async on(url: string): Promise<LocalLedger> {
    const folder = await mkdtemp(join(tmpdir(), "pilot-ledger-cli-"));
    const provider = new JsonRpcProvider(url, undefined, { staticNetwork: true, cacheTimeout: -1 });
    const ledger = new LocalLedger(folder, provider);
    await ledger.#deploy(url);
    await ledger.#writeAccounts();
    await ledger.#prepare();
    return ledger;
  }

  /** Calls the command line as an account. */
  as(account: AccountName, ...argv: string[]): Promise<Call> {
    return this.call("--account", account, ...argv);
  }

  /** Calls the command line without an account. */
  call(...argv: string[]): Promise<Call> {
    return call(this.folder, ["--deployment", this.deploymentFile, ...argv]);
  }

  /** Calls as an account and expects it to be done. */
  async done(account: AccountName, ...argv: string[]): Promise<Call> {
    const answer = await this.as(account, ...argv);
    if (answer.code !== 0) throw new Error(`${argv.join(" ")}: ${answer.stderr}${answer.stdout}`);
    return answer;
  }

  addressOf(account: AccountName): string {
    return walletOf(account).address;
  }

  keyOf(account: AccountName): string {
    return walletOf(account).privateKey;
  }

  async blockNumber(): Promise<number> {
    return Number(await this.provider.send("eth_blockNumber", []));
  }

  /** A date so many days after the latest block, in Asia/Shanghai. */
  async day(after: number): Promise<string> {
    const block = await this.provider.getBlock("latest");
    return shanghaiTime((block?.timestamp ?? 0) + after * 86_400).slice(0, 10);
  }

  /** Writes a file below the ledger's folder. */
  async write(path: string, text: string): Promise<string> {
    const file = join(this.folder, path);
    await mkdir(join(file, ".."), { recursive: true });
    await writeFile(file, text);
    return file;
  }

  /** Applies for a pilot of this title, admits, approves and starts it; answers its code. */
  async activePilot(title: string): Promise<string> {
    const code = await this.appliedPilot(title);
    await this.write("decision.pdf", "decision");
    await this.done("registrar", "pilot", "admit", code);
    await this.done("approver", "pilot", "approve", code, "--document", "decision.pdf");
    await this.done("lead", "pilot", "start", code, "--filing", "not-required", "--filing-reason", "INTERNAL_SERVICE");
    return code;
  }

  /** Applies for a pilot of this title; answers its code. */
  async appliedPilot(title: string): Promise<string> {
    const file = await this.applicationFile(title);
    return (await this.done("lead", "pilot", "apply", file, "--json")).json<{ pilot: string }>().pilot;
  }

  /** Writes an application with two milestones, the second of which needs a test report. */
  async applicationFile(title: string): Promise<string> {
    await this.write(`${title}/form.pdf`, `form of ${title}`);
    return this.write(
      `${title}/pilot.yaml`,
      `programme: ZJ-2019-PILOT-1
region: "330108"
field: JUD
title: { zh: ${title}, en: ${title} }
budget: "1,234.56"
documents: [form.pdf]
milestones:
  - { kind: PROTOTYPE, title: { zh: 原型, en: Prototype }, due: ${await this.day(30)}, weight: 40 }
  - { kind: SOLUTION, title: { zh: 方案, en: Solution }, due: ${await this.day(60)}, weight: 60, dependsOn: [1], evidence: [TEST_REPORT] }
`,
    );
  }

  async close(): Promise<void> {
    this.provider.destroy();
    await rm(this.folder, { recursive: true, force: true });
  }

  async #deploy(rpcUrl: string): Promise<void> {
    const administrator = walletOf("administrator").connect(this.provider);
    const deployed = async (name: string, args: unknown[]) => {
      const file = new URL(`../../../artifacts/contracts/${name}.sol/${name}.json`, import.meta.url);
      const { abi, bytecode } = JSON.parse(await readFile(file, "utf8"));
      const contract = await new ContractFactory(abi, bytecode, administrator).deploy(...args);
      await contract.waitForDeployment();
      return contract.getAddress();
    };
    const Authority = await deployed("Authority", [administrator.address, 0]);
    const PilotLedger = await deployed("PilotLedger", [Authority, "0x5a4a", 330_000]);
    const EvidenceLedger = await deployed("EvidenceLedger", [Authority, PilotLedger]);
    const StatisticsLedger = await deployed("StatisticsLedger", [Authority]);
    const ServiceLedger = await deployed("ServiceLedger", [Authority, PilotLedger]);
    const SupervisionLedger = await deployed("SupervisionLedger", [ServiceLedger]);
    const hash = async (address: string) => keccak256(await this.provider.getCode(address));
    const genesis = (await this.provider.send("eth_getBlockByNumber", ["0x0", false])) as { hash: string };
    const deployment = {
      chainId: Number(await this.provider.send("eth_chainId", [])),
      genesisHash: genesis.hash,
      rpcUrl,
      province: "ZJ",
      provinceRegion: "330000",
      deploymentBlock: 1,
      contracts: { Authority, PilotLedger, EvidenceLedger, StatisticsLedger, ServiceLedger, SupervisionLedger },
      codeHashes: {
        Authority: await hash(Authority),
        PilotLedger: await hash(PilotLedger),
        EvidenceLedger: await hash(EvidenceLedger),
        StatisticsLedger: await hash(StatisticsLedger),
        ServiceLedger: await hash(ServiceLedger),
        SupervisionLedger: await hash(SupervisionLedger),
      },
    };
    await writeFile(this.deploymentFile, JSON.stringify(deployment));
  }

  async #writeAccounts(): Promise<void> {
    const entries = ACCOUNTS.map(([name, organisation]) => {
      const { address, privateKey } = walletOf(name);
      return [name, { address, privateKey, organisation, roles: [], title: { zh: name, en: name } }] as const;
    });
    await this.write("accounts.json", JSON.stringify({ accounts: Object.fromEntries(entries) }));
  }

  async #prepare(): Promise<void> {
    await this.write("codes.yaml", CODES);
    await this.done("administrator", "admin", "codes", "load", "codes.yaml");
    for (const role of ["registrar", "approver", "expert"] as const) {
      await this.done("administrator", "admin", "role", "grant", role, role, "--region", "330000");
    }
    const organisations = [
      [OFFICE, "government", "330000"],
      [LEAD, "enterprise", "330108"],
      [PARTY, "notary", "330100"],
      ["12330100009900020F", "institute", "330100"],
    ] as const;
    for (const [uscc, kind, region] of organisations) {
      const names = ["--name-zh", `单位${uscc.slice(-4)}`, "--name-en", `Organisation ${uscc.slice(-4)}`];
      await this.done("registrar", "organisation", "register", uscc, "--region", region, "--kind", kind, ...names);
    }
    for (const [name, organisation] of ACCOUNTS) {
      if (organisation !== null) await this.done("registrar", "organisation", "bind", organisation, name);
    }
    const programme = `programme: ZJ-2019-PILOT-1
title: { zh: 试点, en: Pilots }
opens: ${await this.day(-1)}
closes: ${await this.day(400)}
`;
    await this.write("programme.yaml", programme);
    await this.done("approver", "programme", "open", "programme.yaml");
  }
}

function walletOf(account: AccountName): HDNodeWallet {
  const mnemonic = Mnemonic.fromPhrase("test test test test test test test test test test test junk");
  const index = ACCOUNTS.findIndex(([name]) => name === account);
  return HDNodeWallet.fromMnemonic(mnemonic, `m/44'/60'/0'/0/${index}`);
}
