import { writeChronicle } from "./chronicle.ts";
import { deployWorld, networkHelpers, type World } from "./fixture.ts";
import { describeJournal } from "./journal-laws.ts";

async function deployChronicle(): Promise<World> {
  const world = await deployWorld();
  await writeChronicle(world);
  return world;
}

for (const name of ["authority", "ledger", "evidence"] as const) {
  describeJournal(name, async () => (await networkHelpers.loadFixture(deployChronicle))[name]);
}
