/*
 * submitMilestone
 * ├── given another state of the pilot, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused for a milestone that the plan does not have
 * ├── given a milestone that is submitted, accepted or waived
 * │   └── it is refused in that state
 * ├── it is refused with another revision than the next, so that a repetition does no harm
 * ├── it is refused while a milestone it depends on is neither accepted nor waived
 * ├── it is refused without the evidence its plan requires
 * ├── it is refused with evidence without a kind, an algorithm or a digest
 * ├── it is refused without files
 * ├── it is refused with a claim of the future
 * ├── it is refused without a manifest
 * ├── it submits the milestone for the lead or a party, with its evidence
 * └── it submits the next revision of a milestone that was returned
 */
import { expect } from "chai";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import { MILESTONE_STATES } from "../../../server/ledger/codes/milestones.ts";
import { DAY, digest, NO_DIGEST, networkHelpers, REASON } from "../fixture.ts";
import { deliver, itemOf, submissionOf } from "../journey.ts";
import { type PilotScene, pilotScene } from "./scene.ts";

const TEST_REPORT = 1n << 4n;

describe("submitMilestone", () => {
  let scene: PilotScene;

  beforeEach(async () => {
    scene = await pilotScene("ACTIVE");
  });

  const giveBack = (milestone: number, revision: number) =>
    scene.as("approver").returnMilestone(scene.pilot, milestone, revision, REASON, digest("opinion"));

  it("is refused for a milestone that the plan does not have", async () => {
    for (const milestone of [0, 4, 255]) {
      await scene.refuses(scene.submit(milestone), "Milestones_Unknown", scene.pilot, milestone);
    }
  });

  it("is refused in that state", async () => {
    const refusal = (milestone: number, state: (typeof MILESTONE_STATES)[number]) =>
      ["Milestones_StateNotAllowed", scene.pilot, milestone, numberOf(MILESTONE_STATES, state)] as const;
    await scene.submit();
    await scene.refuses(scene.submit(1, 2), ...refusal(1, "SUBMITTED"));
    await scene.as("approver").acceptMilestone(scene.pilot, 1, 1, digest("decision"));
    await scene.refuses(scene.submit(1, 2), ...refusal(1, "ACCEPTED"));
    await scene.as("approver").waiveMilestone(scene.pilot, 2, REASON, NO_DIGEST);
    await scene.refuses(scene.submit(2), ...refusal(2, "WAIVED"));
  });

  it("is refused with another revision than the next, so that a repetition does no harm", async () => {
    await scene.submit();
    await scene.refuses(scene.submit(), "Milestones_RevisionMismatch", scene.pilot, 1, 2, 1);
    for (const revision of [0, 2]) {
      await scene.refuses(scene.submit(3, revision), "Milestones_RevisionMismatch", scene.pilot, 3, 1, revision);
    }
  });

  it("is refused while a milestone it depends on is neither accepted nor waived", async () => {
    await scene.refuses(scene.submit(2), "Milestones_DependencyOpen", scene.pilot, 2, 1);
    await scene.submit(1);
    await scene.refuses(scene.submit(2), "Milestones_DependencyOpen", scene.pilot, 2, 1);
    await giveBack(1, 1);
    await scene.refuses(scene.submit(2), "Milestones_DependencyOpen", scene.pilot, 2, 1);
    await scene.as("approver").waiveMilestone(scene.pilot, 1, REASON, NO_DIGEST);
    await scene.submit(2);
  });

  it("is refused without the evidence its plan requires", async () => {
    await deliver(scene.world, scene.pilot, 1);
    for (const evidence of [[], [itemOf("SOURCE_HASH"), itemOf("USER_REPORT")]]) {
      const act = scene.submit(2, 1, { evidence });
      await scene.refuses(act, "Milestones_EvidenceMissing", scene.pilot, 2, TEST_REPORT);
    }
    await scene.submit(2, 1, { evidence: [itemOf("SOURCE_HASH"), itemOf("TEST_REPORT")] });
  });

  it("is refused with evidence without a kind, an algorithm or a digest", async () => {
    for (const broken of [{ kind: 0 }, { algorithm: 0 }, { digest: NO_DIGEST }]) {
      const evidence = [itemOf("TEST_REPORT"), { ...itemOf("TEST_REPORT"), ...broken }];
      await scene.refuses(scene.submit(1, 1, { evidence }), "Evidence_ItemInvalid", 1);
    }
  });

  it("is refused without files", () => scene.refuses(scene.submit(1, 1, { fileCount: 0 }), "Milestones_FilesRequired"));

  it("is refused with a claim of the future", async () => {
    const now = (await networkHelpers.time.latest()) + DAY;
    await networkHelpers.time.setNextBlockTimestamp(now);
    await scene.refuses(scene.submit(1, 1, { claimedAt: now + 1 }), "Milestones_ClaimInFuture", now + 1, now);
    await networkHelpers.time.setNextBlockTimestamp(now + 1);
    await scene.submit(1, 1, { claimedAt: now + 1 });
  });

  it("is refused without a manifest", () =>
    scene.refuses(scene.submit(1, 1, { manifestDigest: NO_DIGEST }), "Pilots_DigestRequired"));

  it("submits the milestone for the lead or a party, with its evidence", async () => {
    const { fileCount, totalBytes, claimedAt, manifestDigest } = submissionOf(scene.world, 1);
    const { kind, algorithm, digest: hash } = itemOf("TEST_REPORT");
    const said = [1, 1, fileCount, totalBytes, claimedAt, manifestDigest, [[kind, algorithm, hash]]];
    const act = scene.submit(1, 1, {}, "party");
    await scene.records(act, "MilestoneSubmitted", scene.pilot, scene.address("party"), ...said);
    expect(await scene.milestoneState(1)).to.equal("SUBMITTED");
    await scene.submit(3, 1, { evidence: [] });
  });

  it("submits the next revision of a milestone that was returned", async () => {
    for (const revision of [1, 2, 3]) {
      await scene.submit(1, revision);
      expect((await scene.milestone(1)).revision).to.equal(BigInt(revision));
      await giveBack(1, revision);
    }
  });
});
