import { Interface } from "ethers";
import { authorityAbi, pilotLedgerAbi } from "../../../server/ledger/abi.generated.ts";
import { asciiToHex, type Hex } from "../../../server/ledger/hex.ts";
import { packPilotId, packProgrammeId, parseProgrammeCode } from "../../../server/ledger/ids.ts";
import { canonicalText } from "../../../server/ledger/text.ts";
import { packUscc } from "../../../server/ledger/uscc.ts";
import { digestOf, ORGANISATION } from "../../../test/support/acts.ts";
import type { DeployedLedger } from "../../../test/support/deployed-ledger.ts";

/*
 * The load: pilots with a plan of four milestones each, that apply, are admitted, approved and started, and submit their first
 * milestone. Five events a pilot, all of them emitted by the ledger's contract as it checks the acts; `batch` takes a hundred acts
 * into one transaction, and each transaction is a block.
 */

export const EVENTS_PER_PILOT = 5;
const MILESTONES_PER_PILOT = 4;
const ACTS_PER_BLOCK = 100;
const DAY = 86_400;
const REGION = 330_206;
const FIELD = "MFG";
const GAS: Hex = "0x3b9aca00";
/** Accounts of the node: who applies, who admits, who approves. */
const [LEAD, REGISTRAR, APPROVER] = [2, 1, 3] as const;
const OFFICE = "11330100002490000A";

const ABI = new Interface(pilotLedgerAbi);
const AUTHORITY = new Interface(authorityAbi);

const TITLES = [
  ["汽车零部件质量追溯区块链应用试点", "Traceability of automotive parts on a blockchain"],
  ["电子证照链上共享与核验", "Sharing and verification of electronic licences"],
  ["跨境贸易单证流转平台", "A platform for documents of cross-border trade"],
  ["处方流转与药品追溯", "Prescriptions and the traceability of medicines"],
] as const;

/** Fills a ledger with the acts of `pilots` pilots, and mines a block for every hundred acts. */
export async function fillLedger(ledger: DeployedLedger, pilots: number): Promise<void> {
  const { provider } = ledger;
  await prepare(ledger);
  await provider.send("evm_setAutomine", [false]);
  const time = (await provider.getBlock("latest"))?.timestamp ?? 0;
  const year = new Date(time * 1_000).getUTCFullYear();
  const accounts = await provider.listAccounts();
  for (let first = 1; first <= pilots; first += ACTS_PER_BLOCK) {
    const serials = Array.from({ length: Math.min(ACTS_PER_BLOCK, pilots - first + 1) }, (_, index) => first + index);
    for (const [account, act] of acts(year, time)) {
      const data = ABI.encodeFunctionData("batch", [serials.map(act)]);
      const from = accounts[account]?.address;
      const to = ledger.identity.contracts.PilotLedger;
      const hash = await provider.send("eth_sendTransaction", [{ from, to, data, gas: GAS }]);
      await provider.send("evm_mine", []);
      const receipt = await provider.getTransactionReceipt(hash);
      if (receipt?.status !== 1) throw new Error(`the acts of pilots ${first} and after were refused`);
    }
  }
  await provider.send("evm_setAutomine", [true]);
}

/** Lets blocks pass in which nothing of the ledger happens, but that an organisation changes its name in each `every`th. */
export async function fillSparsely(ledger: DeployedLedger, blocks: number, every: number): Promise<void> {
  const { provider, identity } = ledger;
  const from = (await provider.getSigner(REGISTRAR)).address;
  const to = identity.contracts.Authority;
  for (let mined = 0; mined < blocks; mined += every) {
    const name = `第${mined / every + 1}次改名`;
    const text = canonicalText({ name: { zh: name, en: name } });
    const act = [packUscc(ORGANISATION), REGION, 3, text];
    const data = AUTHORITY.encodeFunctionData("updateOrganisation", act);
    await provider.send("anvil_mine", [`0x${(every - 1).toString(16)}`]);
    await provider.send("eth_sendTransaction", [{ from, to, data, gas: GAS }]);
  }
}

/** The approver is another than who admits: the contract asks for it. */
async function prepare(ledger: DeployedLedger): Promise<void> {
  const approver = (await ledger.provider.getSigner(APPROVER)).address;
  const text = canonicalText({ name: { zh: "市主管部门", en: "City office" } });
  await ledger.act("Authority", 0, "assignRole", approver, asciiToHex("APPROVER", 32), 330_000, []);
  await ledger.act("Authority", REGISTRAR, "registerOrganisation", packUscc(OFFICE), 330_000, 1, text);
  await ledger.act("Authority", REGISTRAR, "bindAccount", packUscc(OFFICE), approver);
}

type Act = readonly [account: number, call: (serial: number) => string];

function acts(year: number, time: number): Act[] {
  const programme = parseProgrammeCode(`ZJ-${year}-PILOT-1`);
  if (programme === undefined) throw new Error("no programme of this year");
  const pilot = (serial: number) => packPilotId({ province: "ZJ", year, region: String(REGION), field: FIELD, serial });
  const plan = Array.from({ length: MILESTONES_PER_PILOT }, (_, index) => ({
    kind: 3,
    mandatory: true,
    weight: 2_500,
    dueAt: time + (index + 1) * 30 * DAY,
    dependsOn: 0,
    requiredEvidence: 0,
  }));
  const apply = (serial: number) => {
    const [zh, en] = TITLES[serial % TITLES.length] ?? TITLES[0];
    return ABI.encodeFunctionData("applyPilot", [
      {
        region: REGION,
        field: asciiToHex(FIELD, 3),
        programme: packProgrammeId(programme),
        predecessor: digestOf(0),
        budget: 80_000_000n,
        applicationDigest: digestOf(1_000_000 + serial),
        text: canonicalText({ title: { zh: `${zh}(第${serial}号)`, en: `${en}, no. ${serial}` } }),
      },
      plan,
    ]);
  };
  const submission = (serial: number) => ({
    milestone: 1,
    revision: 1,
    fileCount: 3,
    totalBytes: 4_096n,
    claimedAt: time,
    manifestDigest: digestOf(2_000_000 + serial),
    evidence: [{ kind: 4, algorithm: 1, digest: digestOf(3_000_000 + serial) }],
  });
  return [
    [LEAD, apply],
    [REGISTRAR, (serial) => ABI.encodeFunctionData("admitPilot", [pilot(serial)])],
    [APPROVER, (serial) => ABI.encodeFunctionData("approvePilot", [pilot(serial), digestOf(4_000_000 + serial)])],
    [LEAD, (serial) => ABI.encodeFunctionData("startPilot", [pilot(serial), 1, asciiToHex("INTERNAL", 32)])],
    [LEAD, (serial) => ABI.encodeFunctionData("submitMilestone", [pilot(serial), submission(serial)])],
  ];
}
