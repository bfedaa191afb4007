/** A history in which every event of the statistics ledger occurs. */
import { asciiToHex, type Hex, ZERO_BYTES32 } from "../../../server/ledger/hex.ts";
import { packPeriod } from "../../../server/ledger/statistics-ids.ts";
import { digest, HANGZHOU, NO_DIGEST, named, OTHER, REASON } from "../fixture.ts";
import { INDICATOR, POOL, type StatisticsWorld, SW_REV, sheetOf, TERMS, YEAR_2019 } from "./fixture.ts";
import { MACHINES } from "./machines.ts";

/** Brings an entity of every kind to every state, and does what no state needs. */
export async function writeChronicle(world: StatisticsWorld): Promise<void> {
  for (const machine of MACHINES) for (const state of machine.states) await machine.reach(world, state);
  const { as } = world;
  await as("city").reportIndicator(INDICATOR, HANGZHOU, YEAR_2019, -59_200n, digest("return"));
  await as("provincial").verifyReport(INDICATOR, HANGZHOU, YEAR_2019, 1, digest("note"));
  await as("city").correctReport(INDICATOR, HANGZHOU, YEAR_2019, 1, 59_201n, digest("return 2"), REASON);
  await as("provincial").setTarget(INDICATOR, HANGZHOU, YEAR_2019, 60_000n, digest("plan"));
  await as("provincial").supersedeTarget(INDICATOR, HANGZHOU, YEAR_2019, 1, -61_000n, REASON, digest("plan 2"));
  await as("provincial").defineIndicator(SW_REV, 2, TERMS, INDICATOR, digest("method 2"), named("Revenue"));
  await as("provincial").defineIndicator(
    asciiToHex("APP_COUNT", 16),
    1,
    TERMS,
    ZERO_BYTES32,
    digest("method 3"),
    named("Apps"),
  );
  await as("provincial").endIndicator(INDICATOR, packPeriod("2999"), REASON);
  const collecting = await reachedIn("an evaluation", "COLLECTING", world);
  await as("city").submitEvaluationMaterials(collecting, digest("materials"));
  await as("expert3").submitSheet(collecting, sheetOf(15, 3, 33), digest("opinion"));
  await as("registrar").logGuidanceVisit(HANGZHOU, OTHER, 1_546_300_800, digest("visit"));
  await as("approver").openEvaluation(await reachedIn("an evaluation", "PLANNED", world), digest("notice"));
  await as("approver").removeEnterprise(POOL, await reachedIn("a membership", "NOMINATED", world), REASON, NO_DIGEST);
}

async function reachedIn(name: string, state: string, world: StatisticsWorld): Promise<Hex> {
  const machine = MACHINES.find((candidate) => candidate.name === name);
  if (machine === undefined) throw new Error(`there is no machine of ${name}`);
  return machine.reach(world, state);
}
