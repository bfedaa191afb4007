import { type AccountName, deployWorld, networkHelpers } from "../../../test/contracts/fixture.ts";
import { pilotIn, REACHABLE_STATES } from "../../../test/contracts/journey.ts";
import { RANDOM_ACTS } from "./acts.ts";
import type { Scene } from "./scene.ts";

const PILOTS = 4;
const OTHERS: readonly AccountName[] = ["party", "outsider", "stranger", "allRounder", "cityApprover", "leadColleague"];

/** Acts on pilots in all kinds of states, and on their milestones and evidence. */
export const pilots: Scene = {
  name: "pilots",
  open: async (draw) => {
    const world = await networkHelpers.loadFixture(deployWorld);
    const ids: string[] = [];
    for (let index = 0; index < PILOTS; index += 1) ids.push(await pilotIn(world, draw.one(REACHABLE_STATES)));
    return {
      contracts: { Authority: world.authority, PilotLedger: world.ledger, EvidenceLedger: world.evidence },
      act: (chance) => {
        const pilot = chance.one(ids);
        const act = chance.one(RANDOM_ACTS);
        const sender = world.accounts[chance.number(8) === 0 ? chance.one(OTHERS) : act.by];
        const args = act.args(chance, pilot, world);
        return world[act.contract]
          .connect(sender)
          .getFunction(act.name)
          .send(...args);
      },
    };
  },
};
