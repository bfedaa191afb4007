import { asciiToHex, ZERO_BYTES32 } from "../../../../server/ledger/hex.ts";
import { packBulletinId, packEvaluationId, packPeriod } from "../../../../server/ledger/statistics-ids.ts";
import {
  BUREAU,
  digest,
  HANGZHOU,
  NO_DIGEST,
  named,
  networkHelpers,
  OTHER,
  PARTY,
  PROVINCE,
  REASON,
  type World,
} from "../../../../test/contracts/fixture.ts";
import {
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
  YEAR_2019,
} from "../../../../test/contracts/statistics/fixture.ts";
import type { Measure } from "../measure.ts";

/** Indicators, bulletins, evaluations, guidance and enterprise pools. */
export async function statistics(_: World, measure: Measure): Promise<void> {
  const world = await networkHelpers.loadFixture(deployStatistics);
  await indicators(world, measure);
  await bulletins(world, measure);
  await evaluations(world, measure);
  await pools(world, measure);
}

async function indicators({ as }: StatisticsWorld, measure: Measure): Promise<void> {
  const [province, city] = [as("provincial"), as("city")];
  const figure = [INDICATOR, HANGZHOU, YEAR_2019] as const;
  const code = asciiToHex("APP_COUNT", 16);
  const define = province.defineIndicator(code, 1, TERMS, ZERO_BYTES32, digest("method"), named("Apps"));
  await measure("defineIndicator, first", define);
  const redefine = province.defineIndicator(SW_REV, 2, TERMS, INDICATOR, digest("method"), named("Revenue"));
  await measure("defineIndicator, second version", redefine);
  await measure("setTarget", province.setTarget(...figure, 592_000n, digest("plan")));
  await measure("supersedeTarget", province.supersedeTarget(...figure, 1, 600_000n, REASON, digest("plan")));
  await measure("reportIndicator", city.reportIndicator(...figure, 591_000n, digest("return")));
  await measure("verifyReport", province.verifyReport(...figure, 1, digest("note")));
  await measure("correctReport", city.correctReport(...figure, 1, 592_000n, digest("return"), REASON));
  await measure("endIndicator", province.endIndicator(INDICATOR, packPeriod("2020"), REASON));
}

async function bulletins({ as }: StatisticsWorld, measure: Measure): Promise<void> {
  const issuers = [STATISTICS_BUREAU, BUREAU];
  const [first = ZERO_BYTES32, second = ZERO_BYTES32] = [1, 2].map((number) =>
    packBulletinId({ period: "2019", region: String(PROVINCE), number }),
  );
  const province = as("provincial");
  await measure("draftBulletin, 2 issuers", province.draftBulletin(await draftOf(1), issuers, named("Bulletin")));
  await province.cosignBulletin(first, digest("document"));
  await measure("cosignBulletin", as("coIssuer").cosignBulletin(first, digest("document")));
  await measure("publishBulletin", province.publishBulletin(first));
  await networkHelpers.time.increase(60);
  await province.draftBulletin(await draftOf(2, 1), issuers, named("Bulletin"));
  await province.cosignBulletin(second, digest("document"));
  await province.publishBulletin(second);
  await measure("supersedeBulletin", province.supersedeBulletin(first, second, REASON));
}

async function evaluations(world: StatisticsWorld, measure: Measure): Promise<void> {
  const { as } = world;
  const id = packEvaluationId({ kind: "CITY_ON_SITE", year: 2019, region: String(HANGZHOU), number: 1 });
  const approver = as("approver");
  await measure("planEvaluation, 3 criteria, 3 experts", approver.planEvaluation(...plan(world, 1)));
  await measure("openEvaluation", approver.openEvaluation(id, digest("notice")));
  await measure("submitEvaluationMaterials", as("city").submitEvaluationMaterials(id, digest("materials")));
  await as("expert1").submitSheet(id, sheetOf(15, 3, 33), digest("opinion"));
  await measure("submitSheet, 3 criteria", as("expert2").submitSheet(id, sheetOf(30, 7, 100), digest("opinion")));
  await measure("concludeEvaluation", approver.concludeEvaluation(id));
  await measure("publishEvaluation", approver.publishEvaluation(id, digest("result")));
  const visit = [HANGZHOU, OTHER, 1_546_300_800] as const;
  await measure("logGuidanceVisit, first", as("registrar").logGuidanceVisit(...visit, digest("visit")));
  await measure("logGuidanceVisit, later", as("registrar").logGuidanceVisit(...visit, digest("visit 2")));
}

async function pools({ as }: StatisticsWorld, measure: Measure): Promise<void> {
  const [registrar, approver] = [as("registrar"), as("approver")];
  await measure("openPool", approver.openPool(asciiToHex("PHOENIX", 12), PROVINCE, named("Phoenix")));
  await measure("nominateEnterprise", registrar.nominateEnterprise(POOL, OTHER, digest("nomination")));
  await measure("admitEnterprise", approver.admitEnterprise(POOL, OTHER, digest("decision")));
  await measure("graduateEnterprise", approver.graduateEnterprise(POOL, OTHER, REASON, NO_DIGEST));
  await registrar.nominateEnterprise(POOL, PARTY, digest("nomination"));
  await measure("removeEnterprise", approver.removeEnterprise(POOL, PARTY, REASON, NO_DIGEST));
}
