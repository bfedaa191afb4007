/** A ledger with its codes, organisations, accounts, roles and one programme open: where every contract test begins. */
import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { encodeBytes32String, id } from "ethers";
import hre from "hardhat";
import type { authorityAbi, evidenceLedgerAbi, pilotLedgerAbi } from "../../server/ledger/abi.generated.ts";
import { ORGANISATION_KINDS, type OrganisationKind, type Role } from "../../server/ledger/codes/authority.ts";
import { numberOf } from "../../server/ledger/codes/code.ts";
import { PROGRAMME_KINDS } from "../../server/ledger/codes/programmes.ts";
import { asciiToHex, type Hex, ZERO_BYTES32 } from "../../server/ledger/hex.ts";
import { packProgrammeId } from "../../server/ledger/ids.ts";
import type { Handle } from "./handle.ts";

export type Authority = Handle<typeof authorityAbi>;
export type PilotLedger = Handle<typeof pilotLedgerAbi>;
export type EvidenceLedger = Handle<typeof evidenceLedgerAbi>;

export const connection = await hre.network.create();
export const { ethers, networkHelpers } = connection;

export const DAY = 86_400;
const YEAR = 2019;
export const PROVINCE = 330_000;
export const HANGZHOU = 330_100;
export const SHANGCHENG = 330_102;
export const NINGBO = 330_200;
/** Enabled in the code table, and outside the province. */
export const GUANGZHOU = 440_100;
const FIELDS = ["GOV", "ECO", "LIV", "JUD", "MFG"] as const;

export const REASON = encodeBytes32String("OTHER");
export const NO_REASON = ZERO_BYTES32;
export const NO_DIGEST = ZERO_BYTES32;
export const NO_FIELD = "0x000000";
/** A field's code that no test puts into the table. */
export const UNREGISTERED_FIELD = "XXX";

const ACCOUNTS = [
  "administrator",
  "registrar",
  "approver",
  "expert1",
  "expert2",
  "expert3",
  /** Registrar and approver at once. */
  "allRounder",
  /** Approver of Hangzhou for the field JUD. */
  "cityApprover",
  "lead",
  "leadColleague",
  /** Of the organisation `PARTY`, and at the same time registrar, approver and expert. */
  "party",
  "outsider",
  /** Bound to no organisation. */
  "stranger",
  "successor",
  /** Of the organisation `NOTARY`. */
  "witness",
  "inspector",
  "decider",
] as const;
export type AccountName = (typeof ACCOUNTS)[number];

/** Organisations by what they are to the tests. */
export const BUREAU = asciiToHex("11330000MB0A12345X", 18);
export const INSTITUTE = asciiToHex("123300004700094321", 18);
export const LEAD = asciiToHex("91330100MA27XYW12K", 18);
export const PARTY = asciiToHex("91330100MA28ABCD1P", 18);
export const OTHER = asciiToHex("91330200MA29EFGH2Q", 18);
export const NOTARY = asciiToHex("53330100MJ8765432X", 18);
export const UNREGISTERED = asciiToHex("91330200MA29EFGH3R", 18);

export interface World {
  authority: Authority;
  ledger: PilotLedger;
  evidence: EvidenceLedger;
  accounts: Record<AccountName, HardhatEthersSigner>;
  programme: Hex;
  opensAt: number;
  closesAt: number;
}

/** A digest that stands for the document called `name`. */
export function digest(name: string): Hex {
  return id(name) as Hex;
}

/** A role as the contracts write it. */
export function role(name: Role): string {
  return encodeBytes32String(name);
}

/** A field as the contracts write it. */
export function field(code: string): Hex {
  return asciiToHex(code, 3);
}

/** An organisation as the subject of a journal stream. */
export function subjectOf(organisation: Hex): string {
  return organisation.padEnd(66, "0");
}

/** The public text of something called `name`. */
export function named(name: string): string {
  return JSON.stringify({ name: { en: name, zh: name } });
}

/** A text of exactly `length` bytes. */
export function textOf(length: number): string {
  return "文".repeat(Math.floor(length / 3)) + "x".repeat(length % 3);
}

export function kindNumber(kind: OrganisationKind): number {
  return numberOf(ORGANISATION_KINDS, kind);
}

export const PROGRAMME_TEXT = JSON.stringify({ title: { en: "First batch", zh: "第一批" } });

/** Deploys the contracts, with nothing in them. */
export async function deployContracts(): Promise<Pick<World, "authority" | "ledger" | "evidence" | "accounts">> {
  const signers = await ethers.getSigners();
  const accounts = Object.fromEntries(ACCOUNTS.map((name, index) => [name, signers[index]])) as World["accounts"];
  const authority = await ethers.deployContract("Authority", [accounts.administrator.address, DAY]);
  const ledger = await ethers.deployContract("PilotLedger", [
    await authority.getAddress(),
    asciiToHex("ZJ", 2),
    PROVINCE,
  ]);
  const evidence = await ethers.deployContract("EvidenceLedger", [
    await authority.getAddress(),
    await ledger.getAddress(),
  ]);
  return {
    authority: authority as unknown as Authority,
    ledger: ledger as unknown as PilotLedger,
    evidence: evidence as unknown as EvidenceLedger,
    accounts,
  };
}

/** A ledger ready for applications. Use with `networkHelpers.loadFixture`. */
export async function deployWorld(): Promise<World> {
  const { authority, ledger, evidence, accounts } = await deployContracts();
  await setCodes(authority);
  await assignRoles(authority, accounts);
  await registerOrganisations(authority, accounts);

  const opensAt = await networkHelpers.time.latest();
  const closesAt = opensAt + 365 * DAY;
  await ledger
    .connect(accounts.approver)
    .openProgramme(
      YEAR,
      numberOf(PROGRAMME_KINDS, "PILOT"),
      1,
      opensAt,
      closesAt,
      digest("rules"),
      digest("template"),
      PROGRAMME_TEXT,
    );
  const programme = packProgrammeId({ province: "ZJ", year: YEAR, kind: "PILOT", batch: 1 });
  return { authority, ledger, evidence, accounts, programme, opensAt, closesAt };
}

async function setCodes(authority: Authority): Promise<void> {
  for (const code of FIELDS) await authority.setField(field(code), true, named(code));
  await authority.setRegions([PROVINCE, HANGZHOU, SHANGCHENG, NINGBO, GUANGZHOU], true);
}

async function assignRoles(authority: Authority, accounts: World["accounts"]): Promise<void> {
  const assign = async (name: AccountName, ...roles: Role[]): Promise<void> => {
    for (const each of roles) await authority.assignRole(accounts[name].address, role(each), PROVINCE, []);
  };
  await assign("registrar", "REGISTRAR");
  await assign("approver", "APPROVER");
  await assign("expert1", "EXPERT");
  await assign("expert2", "EXPERT");
  await assign("expert3", "EXPERT");
  await assign("allRounder", "REGISTRAR", "APPROVER");
  await assign("party", "REGISTRAR", "APPROVER", "EXPERT", "WITNESS", "INSPECTOR", "DECIDER");
  await assign("witness", "WITNESS");
  await assign("inspector", "INSPECTOR");
  await assign("decider", "DECIDER");
  await authority.assignRole(accounts.cityApprover.address, role("APPROVER"), HANGZHOU, [field("JUD")]);
}

async function registerOrganisations(authority: Authority, accounts: World["accounts"]): Promise<void> {
  const registrar = authority.connect(accounts.registrar);
  const register = async (organisation: Hex, region: number, kind: OrganisationKind, ...members: AccountName[]) => {
    await registrar.registerOrganisation(organisation, region, kindNumber(kind), named(organisation));
    for (const member of members) await registrar.bindAccount(organisation, accounts[member].address);
  };
  await register(LEAD, HANGZHOU, "ENTERPRISE", "lead", "leadColleague");
  await register(PARTY, HANGZHOU, "ENTERPRISE", "party");
  await register(OTHER, NINGBO, "ENTERPRISE", "outsider");
  await register(INSTITUTE, PROVINCE, "INSTITUTE", "expert1", "expert2", "expert3");
  await register(
    BUREAU,
    PROVINCE,
    "GOVERNMENT",
    "registrar",
    "approver",
    "allRounder",
    "cityApprover",
    "inspector",
    "decider",
  );
  await register(NOTARY, HANGZHOU, "NOTARY", "witness");
}
