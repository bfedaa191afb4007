/** A statistics ledger with one indicator and one pool, where the spec of each act on it begins. */
import { networkHelpers, role } from "../fixture.ts";
import { Scene } from "../scene.ts";
import { type ActorName, deployStatistics, type StatisticsLedger, type StatisticsWorld } from "./fixture.ts";

export class StatisticsScene extends Scene<StatisticsWorld> {
  override address(account: ActorName): string {
    return this.world.accounts[account].address;
  }

  as(account: ActorName): StatisticsLedger {
    return this.world.as(account);
  }

  /** Expects a statistician's act to be refused outside of its region. */
  async refusesOutside(act: Promise<unknown>, account: ActorName, region: number): Promise<void> {
    const refusal = [this.address(account), role("STATISTICIAN"), region, "0x000000"];
    await this.refuses(act, "Authority_OutOfJurisdiction", ...refusal);
  }
}

export async function statisticsScene(): Promise<StatisticsScene> {
  return new StatisticsScene(await networkHelpers.loadFixture(deployStatistics));
}
