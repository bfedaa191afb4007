/** The state machines of the statistics ledger: their states, how each is reached, and every act on them. */
import {
  BULLETIN_STATES,
  EVALUATION_STATES,
  MEMBERSHIP_STATES,
  REPORT_STATES,
} from "../../../server/ledger/codes/statistics.ts";
import { asciiToHex, type Hex } from "../../../server/ledger/hex.ts";
import { packBulletinId, packEvaluationId, packPeriod } from "../../../server/ledger/statistics-ids.ts";
import {
  BUREAU,
  digest,
  HANGZHOU,
  kindNumber,
  NO_DIGEST,
  named,
  networkHelpers,
  PROVINCE,
  REASON,
} from "../fixture.ts";
import {
  type ActorName,
  draftOf,
  INDICATOR,
  POOL,
  plan,
  STATISTICS_BUREAU,
  type StatisticsLedger,
  type StatisticsWorld,
  sheetOf,
} from "./fixture.ts";

/** An act on an entity: a period, a bulletin, an evaluation or an enterprise. */
export interface Act {
  readonly name: string;
  /** Somebody who may. */
  readonly account: ActorName;
  readonly role: "STATISTICIAN" | "APPROVER" | "REGISTRAR" | "MEMBER" | "EVALUATOR";
  /** Where it is allowed. */
  readonly states: readonly string[];
  /** The refusals in the other states, where they are not those of the machine. */
  readonly refusals?: Readonly<Record<string, string>>;
  /** Tries the act without recording it. */
  readonly attempt: (ledger: StatisticsLedger, key: Hex, world: StatisticsWorld) => Promise<unknown>;
}

export interface Machine {
  readonly name: string;
  readonly states: readonly string[];
  /** How the contract refuses an act in a state that does not allow it. */
  readonly refusal: (state: string) => string;
  /** Makes a new entity and brings it to `state`. */
  readonly reach: (world: StatisticsWorld, state: string) => Promise<Hex>;
  /** The number of the state the entity is in. */
  readonly stateOf: (world: StatisticsWorld, key: Hex) => Promise<bigint>;
  readonly acts: readonly Act[];
}

const YEAR = 2019;
let serial = 0;

/** Steps from one state to the next, so that each state is reached through those before it. */
type Steps = readonly (readonly [state: string, step: (world: StatisticsWorld, key: Hex) => Promise<unknown>])[];

async function walk(world: StatisticsWorld, key: Hex, state: string, steps: Steps): Promise<Hex> {
  for (const [reached, step] of state === "NONE" ? [] : steps) {
    await step(world, key);
    if (reached === state) break;
  }
  return key;
}

const period = (key: Hex): number => Number(key);

/** A report of Hangzhou; its key is its period. */
const reports: Machine = {
  name: "a report",
  states: REPORT_STATES.slice(0, 3),
  refusal: () => "Indicators_ReportUnknown",
  reach: (world, state) =>
    walk(world, `0x${packPeriod(String(YEAR + ++serial)).toString(16)}`, state, [
      ["REPORTED", ({ as }, key) => as("city").reportIndicator(INDICATOR, HANGZHOU, period(key), 5n, digest("return"))],
      ["VERIFIED", ({ as }, key) => as("provincial").verifyReport(INDICATOR, HANGZHOU, period(key), 1, NO_DIGEST)],
    ]),
  stateOf: async ({ statistics }, key) => (await statistics.reportOf(INDICATOR, HANGZHOU, period(key))).state,
  acts: [
    {
      name: "reportIndicator",
      account: "city",
      role: "STATISTICIAN",
      states: ["NONE"],
      refusals: { REPORTED: "Indicators_ReportExists", VERIFIED: "Indicators_ReportExists" },
      attempt: (ledger, key) =>
        ledger.reportIndicator.staticCall(INDICATOR, HANGZHOU, period(key), -5n, digest("return")),
    },
    {
      name: "correctReport",
      account: "city",
      role: "STATISTICIAN",
      states: ["REPORTED", "VERIFIED"],
      attempt: (ledger, key) =>
        ledger.correctReport.staticCall(INDICATOR, HANGZHOU, period(key), 1, 6n, digest("return"), REASON),
    },
    {
      name: "verifyReport",
      account: "provincial",
      role: "STATISTICIAN",
      states: ["REPORTED"],
      refusals: { VERIFIED: "Indicators_AlreadyVerified" },
      attempt: (ledger, key) => ledger.verifyReport.staticCall(INDICATOR, HANGZHOU, period(key), 1, NO_DIGEST),
    },
  ],
};

/** A target of Hangzhou; its key is its period. */
const targets: Machine = {
  name: "a target",
  states: ["NONE", "SET"],
  refusal: (state) => (state === "NONE" ? "Indicators_TargetUnknown" : "Indicators_TargetExists"),
  reach: (world, state) =>
    walk(world, `0x${packPeriod(String(YEAR + ++serial)).toString(16)}`, state, [
      ["SET", ({ as }, key) => as("provincial").setTarget(INDICATOR, HANGZHOU, period(key), 5n, digest("plan"))],
    ]),
  stateOf: async ({ statistics }, key) => (await statistics.targetOf(INDICATOR, HANGZHOU, period(key))).revision,
  acts: [
    {
      name: "setTarget",
      account: "provincial",
      role: "STATISTICIAN",
      states: ["NONE"],
      attempt: (ledger, key) => ledger.setTarget.staticCall(INDICATOR, HANGZHOU, period(key), 5n, digest("plan")),
    },
    {
      name: "supersedeTarget",
      account: "provincial",
      role: "STATISTICIAN",
      states: ["SET"],
      attempt: (ledger, key) =>
        ledger.supersedeTarget.staticCall(INDICATOR, HANGZHOU, period(key), 1, 6n, REASON, digest("plan")),
    },
  ],
};

const ISSUERS = [STATISTICS_BUREAU, BUREAU];
const TEXT = JSON.stringify({ scope: { en: "All", zh: "全部" }, title: { en: "Bulletin", zh: "公报" } });

/** Drafts bulletin `number` of the province for 2019. */
export async function draftBulletin(world: StatisticsWorld, number: number, threshold = 2): Promise<Hex> {
  await world.as("provincial").draftBulletin(await draftOf(number, threshold), ISSUERS, TEXT);
  return packBulletinId({ period: "2019", region: String(PROVINCE), number });
}

/** Signs and publishes a drafted bulletin. */
export async function publishDraft({ as }: StatisticsWorld, bulletin: Hex): Promise<void> {
  await as("provincial").cosignBulletin(bulletin, digest("document"));
  await as("coIssuer").cosignBulletin(bulletin, digest("document"));
  await as("provincial").publishBulletin(bulletin);
}

/** A bulletin published after those that are. */
export async function publishedLater(world: StatisticsWorld): Promise<Hex> {
  await networkHelpers.time.increase(60);
  const bulletin = await draftBulletin(world, 30_000 + ++serial);
  await publishDraft(world, bulletin);
  return bulletin;
}

const bulletins: Machine = {
  name: "a bulletin",
  states: BULLETIN_STATES,
  refusal: (state) => (state === "NONE" ? "Bulletins_Unknown" : "Bulletins_StateNotAllowed"),
  reach: (world, state) => {
    const number = ++serial;
    return walk(world, packBulletinId({ period: "2019", region: String(PROVINCE), number }), state, [
      ["DRAFTED", () => draftBulletin(world, number, 1)],
      ["COSIGNED", ({ as }, key) => as("coIssuer").cosignBulletin(key, digest("document"))],
      ["PUBLISHED", ({ as }, key) => as("coIssuer").publishBulletin(key)],
      [
        "SUPERSEDED",
        async ({ as }, key) => as("provincial").supersedeBulletin(key, await publishedLater(world), REASON),
      ],
    ]);
  },
  stateOf: async ({ statistics }, key) => (await statistics.bulletinOf(key)).state,
  acts: [
    {
      name: "cosignBulletin",
      account: "provincial",
      role: "STATISTICIAN",
      states: ["DRAFTED", "COSIGNED"],
      attempt: (ledger, key) => ledger.cosignBulletin.staticCall(key, digest("document")),
    },
    {
      name: "publishBulletin",
      account: "provincial",
      role: "STATISTICIAN",
      states: ["COSIGNED"],
      attempt: (ledger, key) => ledger.publishBulletin.staticCall(key),
    },
    {
      name: "supersedeBulletin",
      account: "coIssuer",
      role: "STATISTICIAN",
      states: ["PUBLISHED"],
      attempt: async (ledger, key, world) =>
        ledger.supersedeBulletin.staticCall(key, await publishedLater(world), REASON),
    },
  ],
};

const evaluations: Machine = {
  name: "an evaluation",
  states: EVALUATION_STATES,
  refusal: (state) => (state === "NONE" ? "Evaluations_Unknown" : "Evaluations_StateNotAllowed"),
  reach: (world, state) => {
    const number = ++serial;
    const key = packEvaluationId({ kind: "CITY_ON_SITE", year: YEAR, region: String(HANGZHOU), number });
    return walk(world, key, state, [
      ["PLANNED", ({ as }) => as("approver").planEvaluation(...plan(world, number))],
      [
        "COLLECTING",
        async ({ as }) => {
          await as("approver").openEvaluation(key, NO_DIGEST);
          for (const expert of ["expert1", "expert2"] as const) {
            await as(expert).submitSheet(key, sheetOf(30, 7, 100), digest("opinion"));
          }
        },
      ],
      ["SCORED", ({ as }) => as("approver").concludeEvaluation(key)],
      ["PUBLISHED", ({ as }) => as("approver").publishEvaluation(key, digest("result"))],
    ]);
  },
  stateOf: async ({ statistics }, key) => (await statistics.evaluationOf(key)).state,
  acts: [
    {
      name: "openEvaluation",
      account: "approver",
      role: "APPROVER",
      states: ["PLANNED"],
      attempt: (ledger, key) => ledger.openEvaluation.staticCall(key, NO_DIGEST),
    },
    {
      name: "submitEvaluationMaterials",
      account: "city",
      role: "MEMBER",
      states: ["COLLECTING"],
      attempt: (ledger, key) => ledger.submitEvaluationMaterials.staticCall(key, digest("materials")),
    },
    {
      name: "submitSheet",
      account: "expert3",
      role: "EVALUATOR",
      states: ["COLLECTING"],
      attempt: (ledger, key) => ledger.submitSheet.staticCall(key, sheetOf(1, 2, 3), digest("opinion")),
    },
    {
      name: "concludeEvaluation",
      account: "approver",
      role: "APPROVER",
      states: ["COLLECTING"],
      attempt: (ledger, key) => ledger.concludeEvaluation.staticCall(key),
    },
    {
      name: "publishEvaluation",
      account: "approver",
      role: "APPROVER",
      states: ["SCORED"],
      attempt: (ledger, key) => ledger.publishEvaluation.staticCall(key, digest("result")),
    },
  ],
};

/** An enterprise of Hangzhou in the pool; its key is its code. */
const memberships: Machine = {
  name: "a membership",
  states: MEMBERSHIP_STATES,
  refusal: () => "Pools_StateNotAllowed",
  reach: async (world, state) => {
    const enterprise = asciiToHex(`91330100MA27${String(++serial).padStart(6, "0")}`, 18);
    await world.authority
      .connect(world.accounts.registrar)
      .registerOrganisation(enterprise, HANGZHOU, kindNumber("ENTERPRISE"), named("enterprise"));
    const admit: Steps = [
      ["NOMINATED", ({ as }, key) => as("registrar").nominateEnterprise(POOL, key, digest("nomination"))],
      ["IN_POOL", ({ as }, key) => as("approver").admitEnterprise(POOL, key, digest("decision"))],
    ];
    return walk(world, enterprise, state, [
      ...admit,
      state === "GRADUATED"
        ? ["GRADUATED", ({ as }, key) => as("approver").graduateEnterprise(POOL, key, REASON, NO_DIGEST)]
        : ["REMOVED", ({ as }, key) => as("approver").removeEnterprise(POOL, key, REASON, NO_DIGEST)],
    ]);
  },
  stateOf: async ({ statistics }, key) => (await statistics.membershipOf(POOL, key)).state,
  acts: [
    {
      name: "nominateEnterprise",
      account: "registrar",
      role: "REGISTRAR",
      states: ["NONE", "REMOVED"],
      attempt: (ledger, key) => ledger.nominateEnterprise.staticCall(POOL, key, digest("nomination")),
    },
    {
      name: "admitEnterprise",
      account: "approver",
      role: "APPROVER",
      states: ["NOMINATED"],
      attempt: (ledger, key) => ledger.admitEnterprise.staticCall(POOL, key, digest("decision")),
    },
    {
      name: "graduateEnterprise",
      account: "approver",
      role: "APPROVER",
      states: ["IN_POOL"],
      attempt: (ledger, key) => ledger.graduateEnterprise.staticCall(POOL, key, REASON, NO_DIGEST),
    },
    {
      name: "removeEnterprise",
      account: "approver",
      role: "APPROVER",
      states: ["NOMINATED", "IN_POOL"],
      attempt: (ledger, key) => ledger.removeEnterprise.staticCall(POOL, key, REASON, NO_DIGEST),
    },
  ],
};

export const MACHINES: readonly Machine[] = [reports, targets, bulletins, evaluations, memberships];
