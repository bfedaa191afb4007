/*
 * requestHearing
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused once the time for statements has passed
 * ├── it is refused when one was asked for already
 * ├── it is refused without the request
 * └── it asks for a hearing
 *
 * recordHearing
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused to who inspected the case
 * ├── it is refused when none was asked for, or it was held
 * ├── it is refused without the minutes
 * └── it records that the hearing was held
 */
import { expect } from "chai";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import { HEARING_STATES } from "../../../server/ledger/codes/supervision.ts";
import type { Hex } from "../../../server/ledger/hex.ts";
import { DAY, digest, NO_DIGEST, networkHelpers } from "../fixture.ts";
import { caseIn } from "./journey.ts";
import { type SupervisedScene, supervisedScene } from "./scene.ts";

const hearingNumber = (state: (typeof HEARING_STATES)[number]) => numberOf(HEARING_STATES, state);

describe("requestHearing and recordHearing", () => {
  let scene: SupervisedScene;
  let dossier: Hex;

  beforeEach(async () => {
    scene = await supervisedScene();
    dossier = await caseIn(scene.world, "PENALTY_NOTICED");
  });

  const request = (said = digest("request")) => scene.lead.requestHearing(dossier, said);
  const hold = (minutes = digest("minutes")) => scene.as("decider").recordHearing(dossier, minutes);
  const refusesIn = (act: Promise<unknown>, state: (typeof HEARING_STATES)[number]) =>
    scene.refuses(act, "Penalties_HearingNotAllowed", dossier, hearingNumber(state));
  const hearing = async () => HEARING_STATES[Number((await scene.world.supervision.penaltyOf(dossier)).hearing)];

  it("is refused once the time for statements has passed", async () => {
    await networkHelpers.time.increase(8 * DAY);
    await scene.refuses(request(), "Penalties_StatementClosed");
  });

  it("is refused when one was asked for already", async () => {
    await request();
    await refusesIn(request(), "REQUESTED");
  });

  it("is refused without the request", () => scene.refuses(request(NO_DIGEST), "Supervision_DigestRequired"));

  it("asks for a hearing", async () => {
    await scene.recordsOn(dossier, request(), "HearingRequested", scene.address("lead"), digest("request"));
    expect(await hearing()).to.equal("REQUESTED");
  });

  it("is refused to who inspected the case", async () => {
    await request();
    const act = scene.as("inspector1").recordHearing(dossier, digest("minutes"));
    await scene.refuses(act, "Cases_InspectorMayNotDecide", dossier, scene.official("inspector1"));
  });

  it("is refused when none was asked for, or it was held", async () => {
    await refusesIn(hold(), "NONE");
    await request();
    await hold();
    await refusesIn(hold(), "HELD");
  });

  it("is refused without the minutes", async () => {
    await request();
    await scene.refuses(hold(NO_DIGEST), "Supervision_DigestRequired");
  });

  it("records that the hearing was held", async () => {
    await request();
    await networkHelpers.time.increase(8 * DAY);
    await scene.recordsOn(dossier, hold(), "HearingHeld", scene.official("decider"), digest("minutes"));
    expect(await hearing()).to.equal("HELD");
  });
});
