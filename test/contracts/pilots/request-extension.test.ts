/*
 * requestExtension
 * ├── given another state of the pilot, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused for a milestone that the plan does not have
 * ├── it is refused for a milestone that is submitted, accepted or waived
 * ├── it is refused while another request is open
 * ├── it is refused after two extensions
 * ├── it is refused for a date that is not later than before, or more than 180 days after the planned one
 * ├── it is refused after the due date, the extended one once it is extended
 * ├── it is refused without a reason
 * └── it asks for a later date, for this milestone alone
 */
import { expect } from "chai";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import { MILESTONE_STATES } from "../../../server/ledger/codes/milestones.ts";
import { DAY, digest, NO_DIGEST, NO_REASON, networkHelpers, REASON } from "../fixture.ts";
import { type PilotScene, pilotScene } from "./scene.ts";

describe("requestExtension", () => {
  let scene: PilotScene;
  /** When milestone 1 is due as planned. */
  let planned: number;

  beforeEach(async () => {
    scene = await pilotScene("ACTIVE");
    planned = scene.world.opensAt + 30 * DAY;
  });

  const ask = (days: number, milestone = 1, reason = REASON) =>
    scene.as("lead").requestExtension(scene.pilot, milestone, planned + days * DAY, reason, digest("request"));
  const grant = () => scene.as("approver").grantExtension(scene.pilot, 1, digest("decision"));

  it("is refused for a milestone that the plan does not have", async () => {
    for (const milestone of [0, 4, 255]) {
      await scene.refuses(ask(10, milestone), "Milestones_Unknown", scene.pilot, milestone);
    }
  });

  it("is refused for a milestone that is submitted, accepted or waived", async () => {
    const refusal = (milestone: number, state: (typeof MILESTONE_STATES)[number]) =>
      ["Milestones_StateNotAllowed", scene.pilot, milestone, numberOf(MILESTONE_STATES, state)] as const;
    await scene.submit();
    await scene.refuses(ask(10), ...refusal(1, "SUBMITTED"));
    await scene.as("approver").acceptMilestone(scene.pilot, 1, 1, digest("decision"));
    await scene.refuses(ask(10), ...refusal(1, "ACCEPTED"));
    await scene.as("approver").waiveMilestone(scene.pilot, 2, REASON, NO_DIGEST);
    await scene.refuses(ask(40, 2), ...refusal(2, "WAIVED"));
  });

  it("is refused while another request is open", async () => {
    await ask(10);
    await scene.refuses(ask(11), "Milestones_ExtensionPending", scene.pilot, 1);
  });

  it("is refused after two extensions", async () => {
    for (const days of [10, 20]) {
      await ask(days);
      await grant();
    }
    await scene.refuses(ask(30), "Milestones_TooManyExtensions", scene.pilot, 1, 2);
  });

  it("is refused for a date that is not later than before, or more than 180 days after the planned one", async () => {
    const refusal = (days: number) =>
      ["Milestones_ExtensionLength", scene.pilot, 1, planned + days * DAY, planned + 180 * DAY] as const;
    for (const days of [0, 181]) await scene.refuses(ask(days), ...refusal(days));
    await ask(100);
    await grant();
    for (const days of [50, 100, 181]) await scene.refuses(ask(days), ...refusal(days));
    await ask(180);
  });

  it("is refused after the due date, the extended one once it is extended", async () => {
    await networkHelpers.time.setNextBlockTimestamp(planned);
    await ask(10);
    await networkHelpers.time.increaseTo(planned + 5 * DAY);
    await grant();
    const due = planned + 10 * DAY;
    await networkHelpers.time.setNextBlockTimestamp(due);
    await ask(20);
    await scene.as("approver").refuseExtension(scene.pilot, 1, REASON, NO_DIGEST);
    await networkHelpers.time.setNextBlockTimestamp(due + 100);
    await scene.refuses(ask(20), "Milestones_ExtensionTooLate", scene.pilot, 1, due, due + 100);
  });

  it("is refused without a reason", () => scene.refuses(ask(10, 1, NO_REASON), "Pilots_ReasonRequired"));

  it("asks for a later date, for this milestone alone", async () => {
    const values = [scene.pilot, scene.address("lead"), 1, planned + 10 * DAY, REASON, digest("request")];
    await scene.records(ask(10), "ExtensionRequested", ...values);
    const pending = (pilot: string, milestone: number) => scene.world.ledger.pendingExtension(pilot, milestone);
    expect(await pending(scene.pilot, 1)).to.equal(BigInt(planned + 10 * DAY));
    expect(await pending(scene.pilot, 2)).to.equal(0n);
    expect(await pending((await scene.another("ACTIVE")).pilot, 1)).to.equal(0n);
  });
});
