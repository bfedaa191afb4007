import { asciiToHex, ZERO_BYTES32 } from "../../../server/ledger/hex.ts";
import { packBulletinId, packEvaluationId, packPeriod } from "../../../server/ledger/statistics-ids.ts";
import {
  BUREAU,
  DAY,
  digest,
  HANGZHOU,
  NO_DIGEST,
  named,
  networkHelpers,
  OTHER,
  PARTY,
  PROVINCE,
  REASON,
} from "../../../test/contracts/fixture.ts";
import {
  type ActorName,
  deployStatistics,
  draftOf,
  INDICATOR,
  POOL,
  plan,
  STATISTICS_BUREAU,
  type StatisticsWorld,
  SW_REV,
  sheetOf,
  TERMS,
} from "../../../test/contracts/statistics/fixture.ts";
import type { Draw } from "../draw.ts";
import type { Scene } from "./scene.ts";

type Arguments = (draw: Draw, world: StatisticsWorld) => readonly unknown[] | Promise<readonly unknown[]>;
type RandomAct = readonly [name: string, by: readonly ActorName[], args: Arguments];

const OTHERS: readonly ActorName[] = ["stranger", "outsider", "allRounder", "district", "provincialColleague", "party"];
const TEXT = JSON.stringify({ scope: { en: "All", zh: "全部" }, title: { en: "Bulletin", zh: "公报" } });

const paper = (draw: Draw): string => digest(`paper ${draw.number(1_000_000)}`);
const revision = (draw: Draw): number => 1 + draw.number(3);
/** Few figures, bulletins, evaluations and enterprises, so that acts meet. */
const figure = (draw: Draw) => [INDICATOR, HANGZHOU, packPeriod(draw.one(["2019", "2020"]))] as const;
const value = (draw: Draw): bigint => BigInt(draw.number(200_000) - 100_000);
const bulletin = (draw: Draw) =>
  packBulletinId({ period: "2019", region: String(PROVINCE), number: 1 + draw.number(3) });
const evaluation = (draw: Draw) =>
  packEvaluationId({ kind: "CITY_ON_SITE", year: 2019, region: String(HANGZHOU), number: 1 + draw.number(2) });
const enterprise = (draw: Draw) => draw.one([PARTY, OTHER]);

/** What a sequence is drawn from; a new act joins as a line. */
const RANDOM_ACTS: readonly RandomAct[] = [
  ["reportIndicator", ["city"], (draw) => [...figure(draw), value(draw), paper(draw)]],
  ["correctReport", ["city"], (draw) => [...figure(draw), revision(draw), value(draw), paper(draw), REASON]],
  ["verifyReport", ["provincial", "city"], (draw) => [...figure(draw), revision(draw), NO_DIGEST]],
  ["setTarget", ["provincial"], (draw) => [...figure(draw), value(draw), paper(draw)]],
  ["supersedeTarget", ["provincial"], (draw) => [...figure(draw), revision(draw), value(draw), REASON, paper(draw)]],
  [
    "defineIndicator",
    ["provincial"],
    (draw) => [SW_REV, 2 + draw.number(2), TERMS, draw.one([INDICATOR, ZERO_BYTES32]), paper(draw), named("Revenue")],
  ],
  [
    "defineIndicator",
    ["provincial"],
    (draw) => [asciiToHex("APP_COUNT", 16), 1, TERMS, ZERO_BYTES32, paper(draw), named("Apps")],
  ],
  ["endIndicator", ["provincial"], () => [INDICATOR, packPeriod("2999"), REASON]],
  [
    "draftBulletin",
    ["provincial", "coIssuer"],
    async (draw) => {
      const draft = await draftOf(1 + draw.number(3), 1 + draw.number(2));
      return [draft, [STATISTICS_BUREAU, BUREAU], TEXT];
    },
  ],
  ["cosignBulletin", ["provincial", "coIssuer"], (draw) => [bulletin(draw), digest("document")]],
  ["cosignBulletin", ["provincialColleague", "coIssuer"], (draw) => [bulletin(draw), digest("document")]],
  ["publishBulletin", ["coIssuer"], (draw) => [bulletin(draw)]],
  ["supersedeBulletin", ["provincial"], (draw) => [bulletin(draw), bulletin(draw), REASON]],
  ["planEvaluation", ["approver"], (draw, world) => plan(world, 1 + draw.number(2))],
  ["openEvaluation", ["approver"], (draw) => [evaluation(draw), NO_DIGEST]],
  ["submitEvaluationMaterials", ["city"], (draw) => [evaluation(draw), paper(draw)]],
  [
    "submitSheet",
    ["expert1", "expert2", "expert3"],
    (draw) => [evaluation(draw), sheetOf(draw.number(31), draw.number(8), draw.number(102)), paper(draw)],
  ],
  ["concludeEvaluation", ["approver"], (draw) => [evaluation(draw)]],
  ["publishEvaluation", ["approver"], (draw) => [evaluation(draw), paper(draw)]],
  ["nominateEnterprise", ["registrar"], (draw) => [POOL, enterprise(draw), paper(draw)]],
  ["admitEnterprise", ["approver"], (draw) => [POOL, enterprise(draw), paper(draw)]],
  ["graduateEnterprise", ["approver"], (draw) => [POOL, enterprise(draw), REASON, NO_DIGEST]],
  ["removeEnterprise", ["approver"], (draw) => [POOL, enterprise(draw), REASON, NO_DIGEST]],
  [
    "logGuidanceVisit",
    ["registrar"],
    async (draw) => [HANGZHOU, OTHER, (await networkHelpers.time.latest()) - draw.number(DAY), paper(draw)],
  ],
];

/** Acts on indicators, bulletins, evaluations and pools. */
export const statistics: Scene = {
  name: "statistics",
  open: async () => {
    const world = await networkHelpers.loadFixture(deployStatistics);
    const { authority, ledger, evidence } = world;
    return {
      contracts: {
        Authority: authority,
        PilotLedger: ledger,
        EvidenceLedger: evidence,
        StatisticsLedger: world.statistics,
      },
      act: async (draw) => {
        const [name, by, args] = draw.one(RANDOM_ACTS);
        const sender = draw.number(8) === 0 ? draw.one(OTHERS) : draw.one(by);
        return world
          .as(sender)
          .getFunction(name)
          .send(...(await args(draw, world)));
      },
    };
  },
};
