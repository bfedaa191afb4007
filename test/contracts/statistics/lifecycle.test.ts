import { expect } from "chai";
import type { Hex } from "../../../server/ledger/hex.ts";
import { networkHelpers, role } from "../fixture.ts";
import { deployStatistics, type StatisticsWorld } from "./fixture.ts";
import { MACHINES } from "./machines.ts";

for (const machine of MACHINES) {
  describe(`the life of ${machine.name}`, () => {
    let world: StatisticsWorld;
    const keys = new Map<string, Hex>();
    const keyOf = (state: string): Hex => keys.get(state) ?? expect.fail(`${state} was not reached`);

    before(async () => {
      world = await networkHelpers.loadFixture(deployStatistics);
      for (const state of machine.states) keys.set(state, await machine.reach(world, state));
    });

    it("reaches every state", async () => {
      for (const [index, state] of machine.states.entries()) {
        expect(await machine.stateOf(world, keyOf(state)), state).to.equal(BigInt(index));
      }
    });

    for (const act of machine.acts) {
      for (const state of machine.states) {
        if (act.states.includes(state)) {
          it(`allows ${act.name} in the state ${state}`, async () => {
            await act.attempt(world.as(act.account), keyOf(state), world);
          });
        } else {
          const refusal = act.refusals?.[state] ?? machine.refusal(state);
          it(`refuses ${act.name} in the state ${state} with ${refusal}`, async () => {
            await expect(act.attempt(world.as(act.account), keyOf(state), world)).to.be.revertedWithCustomError(
              world.statistics,
              refusal,
            );
          });
        }
      }

      const allowed = act.states[0] ?? "";
      const { role: needed } = act;
      if (needed === "STATISTICIAN" || needed === "APPROVER" || needed === "REGISTRAR") {
        for (const account of ["outsider", "stranger", "administrator"] as const) {
          it(`refuses ${act.name} to the ${account}, who is no ${needed}`, async () => {
            await expect(act.attempt(world.as(account), keyOf(allowed), world))
              .to.be.revertedWithCustomError(world.authority, "Authority_MissingRole")
              .withArgs(world.accounts[account].address, role(needed));
          });
        }
      } else if (needed === "MEMBER") {
        it(`refuses ${act.name} to another organisation and to none`, async () => {
          await expect(act.attempt(world.as("outsider"), keyOf(allowed), world)).to.be.revertedWithCustomError(
            world.statistics,
            "Evaluations_NotEvaluated",
          );
          await expect(act.attempt(world.as("stranger"), keyOf(allowed), world)).to.be.revertedWithCustomError(
            world.authority,
            "Authority_AccountNotBound",
          );
        });
      } else {
        it(`refuses ${act.name} to an expert who was not named, and to the approver`, async () => {
          for (const account of ["party", "approver"] as const) {
            await expect(act.attempt(world.as(account), keyOf(allowed), world)).to.be.revertedWithCustomError(
              world.statistics,
              "Evaluations_NotEvaluator",
            );
          }
        });
      }
    }
  });
}
