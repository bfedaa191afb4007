/*
 * advanceStage
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused before a prototype is accepted, also when it is waived
 * ├── it is refused beyond a solution
 * ├── it is refused without a decision
 * └── it makes a prototype a solution
 */
import { expect } from "chai";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import { STAGES } from "../../../server/ledger/codes/pilots.ts";
import { digest, NO_DIGEST, REASON } from "../fixture.ts";
import { deliver, finish } from "../journey.ts";
import { type PilotScene, pilotScene } from "./scene.ts";

const SOLUTION = numberOf(STAGES, "SOLUTION");

describe("advanceStage", () => {
  let scene: PilotScene;

  beforeEach(async () => {
    scene = await pilotScene("ACTIVE");
  });

  const advance = (decision = digest("decision")) => scene.as("approver").advanceStage(scene.pilot, decision);

  it("is refused before a prototype is accepted, also when it is waived", async () => {
    await deliver(scene.world, scene.pilot, 1);
    await scene.refuses(advance(), "Pilots_PrototypeNotAccepted", scene.pilot);
    await scene.as("approver").waiveMilestone(scene.pilot, 2, REASON, NO_DIGEST);
    await scene.refuses(advance(), "Pilots_PrototypeNotAccepted", scene.pilot);
  });

  it("is refused beyond a solution", async () => {
    await finish(scene.world, scene.pilot);
    await advance();
    await scene.refuses(advance(), "Pilots_StageNotAllowed", scene.pilot, SOLUTION);
  });

  it("is refused without a decision", async () => {
    await finish(scene.world, scene.pilot);
    await scene.refuses(advance(NO_DIGEST), "Pilots_DigestRequired");
  });

  it("makes a prototype a solution", async () => {
    await finish(scene.world, scene.pilot);
    const values = [scene.pilot, scene.address("approver"), SOLUTION, digest("decision")];
    await scene.records(advance(), "StageAdvanced", ...values);
    expect((await scene.entry()).stage).to.equal(BigInt(SOLUTION));
  });
});
