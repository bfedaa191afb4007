/** A filing in some state, where the spec of each act on filings begins. */
import { FILING_STATES, type FilingState } from "../../../server/ledger/codes/supervision.ts";
import type { Hex } from "../../../server/ledger/hex.ts";
import { networkHelpers } from "../fixture.ts";
import { deploySupervised, type SupervisedWorld } from "../supervision/fixture.ts";
import { SupervisedScene } from "../supervision/scene.ts";
import { examinerOf, filingIn, operatorOf } from "./journey.ts";

export class FilingScene extends SupervisedScene {
  readonly filing: Hex;

  constructor(world: SupervisedWorld, filing: Hex) {
    super(world);
    this.filing = filing;
  }

  /** The service ledger in the hands of the pilot's lead. */
  get operator() {
    return operatorOf(this.world);
  }

  /** The service ledger in the hands of an inspector. */
  get examiner() {
    return examinerOf(this.world);
  }

  async filingState(): Promise<FilingState | undefined> {
    return FILING_STATES[Number((await this.world.services.serviceOf(this.filing)).filing)];
  }

  async recordsOfOperator(act: Promise<unknown>, event: string, ...values: readonly unknown[]): Promise<void> {
    await this.records(act, event, this.filing, this.address("lead"), ...values);
  }

  async recordsOfExaminer(act: Promise<unknown>, event: string, ...values: readonly unknown[]): Promise<void> {
    await this.records(act, event, this.filing, this.official("inspector1"), ...values);
  }
}

/** A new pilot whose filing stands at `state`. */
export async function filingScene(state: FilingState): Promise<FilingScene> {
  const world = await networkHelpers.loadFixture(deploySupervised);
  return new FilingScene(world, await filingIn(world, state));
}
