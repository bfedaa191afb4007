/*
 * requestAcceptance
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── given a service that must be filed, or an open case: supervision/gate.test.ts
 * ├── it is refused while mandatory milestones are open
 * ├── it is refused before a supervision ledger is there to say that the service is filed
 * ├── it is refused without the manifest of its documents
 * ├── it opens a round once every mandatory milestone is accepted or waived
 * └── it opens another round, with no panel and no votes yet, after a conditional one
 */
import { expect } from "chai";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import { FILING_REQUIREMENTS } from "../../../server/ledger/codes/pilots.ts";
import { digest, NO_DIGEST, NO_REASON, REASON } from "../fixture.ts";
import { finish } from "../journey.ts";
import { type PilotScene, pilotScene } from "./scene.ts";

describe("requestAcceptance", () => {
  let scene: PilotScene;

  beforeEach(async () => {
    scene = await pilotScene("ACTIVE");
  });

  const request = (documents = digest("acceptance")) => scene.as("lead").requestAcceptance(scene.pilot, documents);
  const waive = (milestone: number) => scene.as("approver").waiveMilestone(scene.pilot, milestone, REASON, NO_DIGEST);

  it("is refused while mandatory milestones are open", async () => {
    await scene.refuses(request(), "Pilots_MilestonesOpen", scene.pilot, 2);
    await waive(1);
    await scene.refuses(request(), "Pilots_MilestonesOpen", scene.pilot, 1);
  });

  it("is refused before a supervision ledger is there to say that the service is filed", async () => {
    scene = await pilotScene("APPROVED");
    const required = numberOf(FILING_REQUIREMENTS, "REQUIRED");
    await scene.as("lead").startPilot(scene.pilot, required, NO_REASON);
    await finish(scene.world, scene.pilot);
    await scene.refuses(request(), "Pilots_FilingOutstanding", scene.pilot);
  });

  it("is refused without the manifest of its documents", async () => {
    await finish(scene.world, scene.pilot);
    await scene.refuses(request(NO_DIGEST), "Pilots_DigestRequired");
  });

  it("opens a round once every mandatory milestone is accepted or waived", async () => {
    await waive(1);
    await waive(2);
    const values = [scene.pilot, scene.address("lead"), 1, digest("acceptance")];
    await scene.records(request(), "AcceptanceRequested", ...values);
    expect(await scene.state()).to.equal("IN_ACCEPTANCE");
  });

  it("opens another round, with no panel and no votes yet, after a conditional one", async () => {
    scene = await pilotScene("CONDITIONAL");
    await scene.records(request(), "AcceptanceRequested", scene.pilot, scene.address("lead"), 2, digest("acceptance"));
    const { registrar, ...tally } = (
      (await scene.world.ledger.handlingOf(scene.pilot)) as unknown as { toObject(): Record<string, unknown> }
    ).toObject();
    expect(Object.values(tally)).to.deep.equal([0n, 0n, 0n, 0n, 0n]);
    expect(registrar).to.equal(scene.address("registrar"));
    expect((await scene.world.ledger.voteOf(scene.pilot, 0, 2, scene.address("expert1")))[0]).to.equal(false);
    expect((await scene.world.ledger.voteOf(scene.pilot, 0, 1, scene.address("expert1")))[0]).to.equal(true);
  });
});
