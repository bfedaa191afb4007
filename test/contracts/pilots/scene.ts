/** A pilot in some state, where the spec of each act on pilots begins. */
import { numberOf } from "../../../server/ledger/codes/code.ts";
import { MILESTONE_STATES, type MilestoneState } from "../../../server/ledger/codes/milestones.ts";
import { PILOT_STATES, type PilotState, VOTES, type Vote } from "../../../server/ledger/codes/pilots.ts";
import type { Hex } from "../../../server/ledger/hex.ts";
import { type AccountName, deployWorld, digest, networkHelpers, type PilotLedger, type World } from "../fixture.ts";
import { pilotIn, type ReachableState, type SubmissionStruct, submissionOf } from "../journey.ts";
import { Scene } from "../scene.ts";

export class PilotScene extends Scene {
  readonly pilot: Hex;

  constructor(world: World, pilot: Hex) {
    super(world);
    this.pilot = pilot;
  }

  as(account: AccountName): PilotLedger {
    return this.world.ledger.connect(this.world.accounts[account]);
  }

  async entry() {
    return this.world.ledger.pilotOf(this.pilot);
  }

  async state(): Promise<PilotState | undefined> {
    return PILOT_STATES[Number((await this.entry()).state)];
  }

  async milestone(number: number) {
    return this.world.ledger.milestoneOf(this.pilot, number);
  }

  async milestoneState(number: number): Promise<MilestoneState | undefined> {
    return MILESTONE_STATES[Number((await this.milestone(number)).state)];
  }

  /** The addresses of the three experts. */
  experts(): string[] {
    return (["expert1", "expert2", "expert3"] as const).map((name) => this.address(name));
  }

  /** The lead submits a milestone. */
  submit(milestone = 1, revision = 1, changes: Partial<SubmissionStruct> = {}, by: AccountName = "lead") {
    return this.as(by).submitMilestone(this.pilot, { ...submissionOf(this.world, milestone, revision), ...changes });
  }

  /** Another pilot of the same ledger. */
  async another(state: ReachableState): Promise<PilotScene> {
    return new PilotScene(this.world, await pilotIn(this.world, state));
  }
}

export const voteNumber = (vote: Vote): number => numberOf(VOTES, vote);
export const opinion = digest("opinion");

/** A pilot of `LEAD` in a state, with `PARTY` as a party, on a ledger of its own. */
export async function pilotScene(state: ReachableState): Promise<PilotScene> {
  const world = await networkHelpers.loadFixture(deployWorld);
  return new PilotScene(world, await pilotIn(world, state));
}
