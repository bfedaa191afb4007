/*
 * conveneMilestonePanel
 * ├── given another state of the pilot, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused for a milestone that is not submitted
 * ├── it is refused for another revision than the one submitted
 * ├── it is refused once a panel is there
 * ├── it is refused with a threshold of not more than half of the members, or of more than all
 * ├── given an expert who may not be on it
 * │   ├── it is refused with an expert named twice
 * │   ├── it is refused with an expert whose organisation has an interest
 * │   ├── it is refused with one who submitted, though the organisation left the pilot
 * │   └── it is refused with an account that is no expert
 * ├── it may seat a former party that submitted nothing
 * ├── it seats the experts on this revision of this milestone alone
 * └── it seats none on the next revision, which has one approver again or a panel of its own
 */
import { expect } from "chai";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import { MILESTONE_STATES } from "../../../server/ledger/codes/milestones.ts";
import { digest, NO_DIGEST, PARTY, REASON, role } from "../fixture.ts";
import { adviseOnMilestone } from "../journey.ts";
import { type PilotScene, pilotScene, voteNumber } from "./scene.ts";

describe("conveneMilestonePanel", () => {
  let scene: PilotScene;

  beforeEach(async () => {
    scene = await pilotScene("ACTIVE");
    await scene.submit();
  });

  const convene = (experts: readonly string[] = scene.experts(), threshold = 2, milestone = 1, revision = 1) =>
    scene.as("approver").conveneMilestonePanel(scene.pilot, milestone, revision, [...experts], threshold);
  const seat = (milestone: number, revision: number) =>
    scene.world.ledger.voteOf(scene.pilot, milestone, revision, scene.address("expert1"));
  const tally = async () => {
    const { panelMembers, panelThreshold, votesToAccept, votesToReturn } = await scene.milestone(1);
    return [panelMembers, panelThreshold, votesToAccept, votesToReturn];
  };

  it("is refused for a milestone that is not submitted", async () => {
    const planned = numberOf(MILESTONE_STATES, "PLANNED");
    await scene.refuses(convene(undefined, 2, 2), "Milestones_StateNotAllowed", scene.pilot, 2, planned);
  });

  it("is refused for another revision than the one submitted", () =>
    scene.refuses(convene(undefined, 2, 1, 2), "Milestones_RevisionMismatch", scene.pilot, 1, 1, 2));

  it("is refused once a panel is there", async () => {
    await convene();
    await scene.refuses(convene(), "Pilots_PanelExists", scene.pilot, 1, 1);
  });

  it("is refused with a threshold of not more than half of the members, or of more than all", async () => {
    for (const [members, threshold] of [
      [0, 0],
      [1, 2],
      [3, 1],
      [3, 4],
    ] as const) {
      const act = convene(scene.experts().slice(0, members), threshold);
      await scene.refuses(act, "Pilots_PanelInvalid", members, threshold, 15);
    }
  });

  it("is refused with an expert named twice", async () => {
    const [first = ""] = scene.experts();
    await scene.refuses(convene([first, first]), "Pilots_ExpertTwice", 1, first);
  });

  it("is refused with an expert whose organisation has an interest", async () => {
    const party = scene.address("party");
    await scene.refuses(convene([party], 1), "Pilots_ConflictOfInterest", scene.pilot, party, PARTY);
  });

  it("is refused with one who submitted, though the organisation left the pilot", async () => {
    await scene.submit(3, 1, {}, "party");
    await scene.as("lead").removeParty(scene.pilot, PARTY, REASON);
    const party = scene.address("party");
    await scene.refuses(convene([party], 1), "Pilots_ConflictOfInterest", scene.pilot, party, PARTY);
  });

  it("is refused with an account that is no expert", async () => {
    const registrar = scene.address("registrar");
    await scene.refuses(convene([registrar], 1), "Authority_MissingRole", registrar, role("EXPERT"));
  });

  it("may seat a former party that submitted nothing", async () => {
    await scene.as("lead").removeParty(scene.pilot, PARTY, REASON);
    await convene([scene.address("party")], 1);
  });

  it("seats the experts on this revision of this milestone alone", async () => {
    const values = [scene.pilot, scene.address("approver"), 1, 1, 2, scene.experts()];
    await scene.records(convene(), "MilestonePanelConvened", ...values);
    expect(await tally()).to.deep.equal([3n, 2n, 0n, 0n]);
    expect((await seat(1, 1))[0]).to.equal(true);
    for (const [milestone, revision] of [
      [0, 1],
      [1, 2],
      [3, 1],
    ] as const) {
      expect((await seat(milestone, revision))[0], `${milestone}/${revision}`).to.equal(false);
    }
  });

  it("seats none on the next revision, which has one approver again or a panel of its own", async () => {
    const giveBack = (revision: number) =>
      scene.as("approver").returnMilestone(scene.pilot, 1, revision, REASON, NO_DIGEST);
    await adviseOnMilestone(scene.world, scene.pilot, 1, "FAIL", "FAIL");
    await giveBack(1);
    await scene.submit(1, 2);
    expect(await tally()).to.deep.equal([0n, 0n, 0n, 0n]);
    await giveBack(2);
    await scene.submit(1, 3);
    await adviseOnMilestone(scene.world, scene.pilot, 3, "PASS", "PASS");
    await scene.as("approver").acceptMilestone(scene.pilot, 1, 3, digest("decision"));
    const votes = await Promise.all([1, 2, 3].map(async (revision) => Object.values(await seat(1, revision))));
    expect(votes).to.deep.equal([
      [true, BigInt(voteNumber("FAIL"))],
      [false, 0n],
      [true, BigInt(voteNumber("PASS"))],
    ]);
  });
});
