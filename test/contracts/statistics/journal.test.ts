import { describeJournal } from "../journal-laws.ts";
import { writeChronicle } from "./chronicle.ts";
import { deployStatistics } from "./fixture.ts";

describeJournal("statistics ledger", async () => {
  const world = await deployStatistics();
  await writeChronicle(world);
  return world.statistics;
});
