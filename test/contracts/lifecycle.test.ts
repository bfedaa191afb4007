import { expect } from "chai";
import { numberOf } from "../../server/ledger/codes/code.ts";
import { PILOT_STATES, type PilotState } from "../../server/ledger/codes/pilots.ts";
import type { Hex } from "../../server/ledger/hex.ts";
import { packPilotId } from "../../server/ledger/ids.ts";
import { ACTS, ENTITLED } from "./acts.ts";
import { deployWorld, type World } from "./fixture.ts";
import { pilotIn, REACHABLE_STATES } from "./journey.ts";

const UNKNOWN = packPilotId({ province: "ZJ", year: 2019, region: "330100", field: "JUD", serial: 9_999 });

describe("the life cycle of a pilot", () => {
  let world: World;
  const pilots = new Map<PilotState, Hex>();

  before(async () => {
    world = await deployWorld();
    for (const state of REACHABLE_STATES) pilots.set(state, await pilotIn(world, state));
  });

  it("reaches every state", async () => {
    for (const [state, pilot] of pilots) {
      expect((await world.ledger.pilotOf(pilot)).state).to.equal(BigInt(numberOf(PILOT_STATES, state)));
    }
    expect(REACHABLE_STATES).to.have.members(PILOT_STATES.slice(1));
  });

  for (const act of ACTS) {
    describe(act.name, () => {
      const attemptOn = (pilot: Hex): Promise<unknown> =>
        act.attempt(world.ledger.connect(world.accounts[ENTITLED[act.caller]]), pilot, world);

      it("is refused on a pilot that does not exist", async () => {
        await expect(attemptOn(UNKNOWN))
          .to.be.revertedWithCustomError(world.ledger, "Pilots_Unknown")
          .withArgs(UNKNOWN);
      });

      for (const state of REACHABLE_STATES) {
        const allowed = act.states.includes(state);
        it(`is ${allowed ? "not refused for" : "refused in"} the state ${state}`, async () => {
          const pilot = pilots.get(state) ?? UNKNOWN;
          if (allowed) {
            const refusal = await attemptOn(pilot).then(
              () => "",
              (error: Error) => error.message,
            );
            expect(refusal).not.to.contain("Pilots_StateNotAllowed").and.not.to.contain("Pilots_Unknown");
          } else {
            await expect(attemptOn(pilot))
              .to.be.revertedWithCustomError(world.ledger, "Pilots_StateNotAllowed")
              .withArgs(pilot, numberOf(PILOT_STATES, state));
          }
        });
      }
    });
  }
});
