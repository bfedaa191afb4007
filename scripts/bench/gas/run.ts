import { deployWorld, networkHelpers } from "../../../test/contracts/fixture.ts";
import { GROUPS } from "./acts/groups.ts";
import { compare } from "./compare.ts";
import { type ActName, gasOf, type Measure } from "./measure.ts";
import { type Row, row } from "./row.ts";

/** Measures every act, and on both sides those that the peer can do too. */
export async function runBenchmark(): Promise<Row[]> {
  const acts = await measureActs();
  const { sameRecord, sameTask } = await compare(await networkHelpers.loadFixture(deployWorld));
  return [...[...acts].map(([name, gas]) => row(name, gas, sameRecord.get(name))), ...sameTask];
}

/** What every act of the ledger costs. */
export async function measureActs(): Promise<Map<ActName, number>> {
  const costs = new Map<ActName, number>();
  const measure: Measure = async (name, sent) => {
    if (costs.has(name)) throw new Error(`"${name}" is measured twice: give each call a name of its own`);
    costs.set(name, await gasOf(sent));
  };
  for (const group of GROUPS) await group(await networkHelpers.loadFixture(deployWorld), measure);
  return costs;
}
