/** The world of the contract tests with a statistics ledger, its statisticians and one indicator. */
import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import type { statisticsLedgerAbi } from "../../../server/ledger/abi.generated.ts";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import {
  EVALUATION_KINDS,
  type EvaluationKind,
  INDICATOR_DIRECTIONS,
} from "../../../server/ledger/codes/statistics.ts";
import { asciiToHex, type Hex, ZERO_BYTES32 } from "../../../server/ledger/hex.ts";
import { packIndicatorId, packPeriod } from "../../../server/ledger/statistics-ids.ts";
import {
  type AccountName,
  BUREAU,
  deployWorld,
  digest,
  ethers,
  HANGZHOU,
  kindNumber,
  named,
  PROVINCE,
  role,
  SHANGCHENG,
  type World,
} from "../fixture.ts";
import type { ArgumentOf, Handle } from "../handle.ts";

export type StatisticsLedger = Handle<typeof statisticsLedgerAbi>;
export type BulletinDraft = ArgumentOf<typeof statisticsLedgerAbi, "draftBulletin", 0>;
export type ScoreItems = ArgumentOf<typeof statisticsLedgerAbi, "submitSheet", 1>;

const STATISTICIANS = [
  /** Of the province, at the statistics bureau. */
  "provincial",
  /** Of the province, at the statistics bureau as well. */
  "provincialColleague",
  /** Of the province, at the bureau of software. */
  "coIssuer",
  /** Of Hangzhou. */
  "city",
  /** Of a district of Hangzhou. */
  "district",
] as const;
export type StatisticianName = (typeof STATISTICIANS)[number];
export type ActorName = AccountName | StatisticianName;

export const STATISTICS_BUREAU = asciiToHex("11330000MB0A12346Y", 18);
export const CITY_BUREAU = asciiToHex("11330100MB0A12347W", 18);

/** The period every figure of these tests is about, unless another is named. */
export const YEAR_2019 = packPeriod("2019");
export const SW_REV = asciiToHex("SW_REV", 16);
export const INDICATOR = packIndicatorId({ code: "SW_REV", version: 1 });
export const POOL = asciiToHex("EAGLE", 12);

export interface StatisticsWorld extends Omit<World, "accounts"> {
  statistics: StatisticsLedger;
  accounts: Record<ActorName, HardhatEthersSigner>;
  /** The statistics ledger as an account uses it. */
  as(account: ActorName): StatisticsLedger;
}

/** Terms of an indicator of the province, valid from 2019 on. */
export const TERMS = {
  region: PROVINCE,
  direction: numberOf(INDICATOR_DIRECTIONS, "AT_LEAST"),
  scale: 1,
  validFrom: YEAR_2019,
  validTo: 0,
  unit: asciiToHex("CNY_100M", 16),
} as const;

/** Deploys everything. Use with `networkHelpers.loadFixture`. */
export async function deployStatistics(): Promise<StatisticsWorld> {
  const world = await deployWorld();
  const signers = (await ethers.getSigners()).slice(Object.keys(world.accounts).length);
  const statisticians = Object.fromEntries(STATISTICIANS.map((name, index) => [name, signers[index]]));
  const accounts = { ...world.accounts, ...statisticians } as StatisticsWorld["accounts"];
  const statistics = (await ethers.deployContract("StatisticsLedger", [
    await world.authority.getAddress(),
  ])) as unknown as StatisticsLedger;

  const { authority } = world;
  const registrar = authority.connect(accounts.registrar);
  await registrar.registerOrganisation(STATISTICS_BUREAU, PROVINCE, kindNumber("GOVERNMENT"), named("statistics"));
  await registrar.registerOrganisation(CITY_BUREAU, HANGZHOU, kindNumber("GOVERNMENT"), named("city"));
  const appoint = async (name: StatisticianName, organisation: Hex, region: number): Promise<void> => {
    await registrar.bindAccount(organisation, accounts[name].address);
    await authority.assignRole(accounts[name].address, role("STATISTICIAN"), region, []);
  };
  await appoint("provincial", STATISTICS_BUREAU, PROVINCE);
  await appoint("provincialColleague", STATISTICS_BUREAU, PROVINCE);
  await appoint("coIssuer", BUREAU, PROVINCE);
  await appoint("city", CITY_BUREAU, HANGZHOU);
  await appoint("district", CITY_BUREAU, SHANGCHENG);

  const as = (account: ActorName): StatisticsLedger => statistics.connect(accounts[account]);
  await as("provincial").defineIndicator(SW_REV, 1, TERMS, ZERO_BYTES32, digest("method"), named("Revenue"));
  await as("approver").openPool(POOL, PROVINCE, named("Eagle"));
  return { ...world, accounts, statistics, as };
}

/** A file of a bulletin. */
function fileOf(name: string): BulletinDraft["document"] {
  return { algorithm: 1, size: 4_096n, digest: digest(name) };
}

/** A bulletin of the province for 2019, as of the latest block. */
export async function draftOf(number: number, threshold = 2): Promise<BulletinDraft> {
  const block = await ethers.provider.getBlock("latest");
  return {
    period: YEAR_2019,
    region: PROVINCE,
    number,
    threshold,
    asOfBlock: block?.number ?? 0,
    asOfBlockHash: block?.hash ?? ZERO_BYTES32,
    dataset: fileOf("dataset"),
    document: fileOf("document"),
  };
}

/** Three criteria whose thirds do not come out even. */
export const CRITERIA = [
  { code: asciiToHex("A_SCALE", 16), maximum: 30, weight: 3_333 },
  { code: asciiToHex("B_GROWTH", 16), maximum: 7, weight: 3_333 },
  { code: asciiToHex("C_TALENT", 16), maximum: 100, weight: 3_334 },
];

/** A sheet of an expert. */
export function sheetOf(...scores: number[]): ScoreItems {
  return CRITERIA.map((criterion, index) => ({ ...criterion, score: scores[index] ?? 0 }));
}

/** Plans an evaluation of Hangzhou, for which the city's bureau answers, with three experts. */
export function plan(
  world: StatisticsWorld,
  number: number,
  overrides: { kind?: EvaluationKind; region?: number; organisation?: Hex } = {},
): Parameters<StatisticsLedger["planEvaluation"]> {
  const { kind = "CITY_ON_SITE", region = HANGZHOU, organisation = CITY_BUREAU } = overrides;
  const experts = [world.accounts.expert1, world.accounts.expert2, world.accounts.expert3];
  return [
    numberOf(EVALUATION_KINDS, kind),
    2019,
    region,
    number,
    organisation,
    CRITERIA,
    experts.map((expert) => expert.address),
    JSON.stringify({ title: { en: "Evaluation", zh: "评估" } }),
  ];
}
