/** The ledger of the other contract tests with its supervision: where every test of supervision begins. */
import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import type { serviceLedgerAbi, supervisionLedgerAbi } from "../../../server/ledger/abi.generated.ts";
import type { Role } from "../../../server/ledger/codes/authority.ts";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import { FILING_REQUIREMENTS, PARTY_ROLES } from "../../../server/ledger/codes/pilots.ts";
import type { Hex } from "../../../server/ledger/hex.ts";
import {
  BUREAU,
  DAY,
  deployWorld,
  digest,
  ethers,
  field,
  HANGZHOU,
  NO_REASON,
  PARTY,
  PROVINCE,
  REASON,
  role,
  type World,
} from "../fixture.ts";
import type { ArgumentOf, Handle } from "../handle.ts";
import { applyWith } from "../journey.ts";

export type ServiceLedger = Handle<typeof serviceLedgerAbi>;
export type SupervisionLedger = Handle<typeof supervisionLedgerAbi>;
export type CaseOpeningStruct = ArgumentOf<typeof supervisionLedgerAbi, "openCase", 1>;
export type PenaltyNoticeStruct = ArgumentOf<typeof supervisionLedgerAbi, "noticePenalty", 1>;

const OFFICIALS = ["inspector1", "inspector2", "inspector3", "decider", "cityInspector"] as const;
export type Official = (typeof OFFICIALS)[number];

/** The two ledgers of supervision: of services, and of cases. */
export interface Supervision {
  readonly services: ServiceLedger;
  readonly supervision: SupervisionLedger;
}

export interface SupervisedWorld extends World, Supervision {
  readonly officials: Record<Official, HardhatEthersSigner>;
}

/** Deploys the supervision of a ledger, without tying it to the ledger. */
export async function deploySupervision({ authority, ledger }: World): Promise<Supervision> {
  const contracts = [await authority.getAddress(), await ledger.getAddress()];
  const services = await ethers.deployContract("ServiceLedger", contracts);
  const supervision = await ethers.deployContract("SupervisionLedger", [await services.getAddress()]);
  return {
    services: services as unknown as ServiceLedger,
    supervision: supervision as unknown as SupervisionLedger,
  };
}

/** A supervised ledger with inspectors of the province and of Hangzhou, and a decider. Use with `loadFixture`. */
export async function deploySupervised(): Promise<SupervisedWorld> {
  const world = await deployWorld();
  const supervision = await deploySupervision(world);
  await world.ledger.setSupervision(await supervision.supervision.getAddress());
  return superviseWith(world, supervision);
}

/** Gives the officials of supervision their roles. */
export async function superviseWith(world: World, supervision: Supervision): Promise<SupervisedWorld> {
  const officials = await appointOfficials();
  const { authority, accounts } = world;
  const assign = (account: HardhatEthersSigner, name: Role) =>
    authority.assignRole(account.address, role(name), PROVINCE, []);
  for (const name of ["inspector1", "inspector2", "inspector3"] as const) await assign(officials[name], "INSPECTOR");
  await assign(officials.decider, "DECIDER");
  await assign(officials.inspector1, "DECIDER");
  await assign(accounts.party, "INSPECTOR");
  await assign(accounts.party, "DECIDER");
  await authority.assignRole(officials.cityInspector.address, role("INSPECTOR"), HANGZHOU, [field("JUD")]);
  for (const name of OFFICIALS)
    await authority.connect(accounts.registrar).bindAccount(BUREAU, officials[name].address);
  return { ...world, ...supervision, officials };
}

/** The last accounts of the node: the first ones have their parts in the other tests. */
async function appointOfficials(): Promise<SupervisedWorld["officials"]> {
  const signers = (await ethers.getSigners()).slice(-OFFICIALS.length);
  return Object.fromEntries(OFFICIALS.map((name, index) => [name, signers[index]])) as SupervisedWorld["officials"];
}

/** An active pilot whose service must be filed, or need not be, with `PARTY` as a party. */
export async function activePilot(world: SupervisedWorld, filing: "REQUIRED" | "NOT_REQUIRED"): Promise<Hex> {
  const { ledger, accounts } = world;
  const pilot = await applyWith(world);
  const lead = ledger.connect(accounts.lead);
  await lead.addParty(pilot, PARTY, numberOf(PARTY_ROLES, "TECHNOLOGY"), digest("consent"));
  await ledger.connect(accounts.registrar).admitPilot(pilot);
  await ledger.connect(accounts.approver).approvePilot(pilot, digest("decision"));
  const reason = filing === "REQUIRED" ? NO_REASON : REASON;
  await lead.startPilot(pilot, numberOf(FILING_REQUIREMENTS, filing), reason);
  return pilot;
}

/** The time of the latest block and `days` after it, Unix seconds. */
export async function inDays(days: number): Promise<number> {
  const block = await ethers.provider.getBlock("latest");
  return (block?.timestamp ?? 0) + days * DAY;
}

/** What an attempt is refused with; empty when it goes through. */
export async function messageOf(attempt: Promise<unknown>): Promise<string> {
  return attempt.then(
    () => "",
    (error: Error) => error.message,
  );
}
