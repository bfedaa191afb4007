/*
 * resubmitPilot
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── given another plan: apply-pilot.test.ts
 * ├── it is refused without a digest of the application
 * ├── it is refused without a text
 * └── it takes the place of the former application, of whose plan nothing remains
 */
import { expect } from "chai";
import { digest, NO_DIGEST } from "../fixture.ts";
import { planOf, TEXT } from "../journey.ts";
import { type PilotScene, pilotScene } from "./scene.ts";

describe("resubmitPilot", () => {
  let scene: PilotScene;

  beforeEach(async () => {
    scene = await pilotScene("RETURNED");
  });

  const sendAgain = (application: string, text: string, plan = planOf(scene.world)) =>
    scene.as("lead").resubmitPilot(scene.pilot, 7n, application, text, plan);

  it("is refused without a digest of the application", () =>
    scene.refuses(sendAgain(NO_DIGEST, TEXT), "Pilots_DigestRequired"));

  it("is refused without a text", () =>
    scene.refuses(sendAgain(digest("application"), ""), "Pilots_TextLength", 0, 8_192));

  it("takes the place of the former application, of whose plan nothing remains", async () => {
    const plan = planOf(scene.world)
      .slice(0, 1)
      .map((item) => ({ ...item, weight: 10_000 }));
    await scene.records(
      sendAgain(digest("second"), TEXT, plan),
      "PilotResubmitted",
      scene.pilot,
      scene.address("lead"),
      2,
      7n,
      digest("second"),
      TEXT,
      plan.map(({ kind, mandatory, weight, dueAt }) => [kind, mandatory, weight, dueAt, 0, 0n]),
    );
    const { milestones, mandatoryOpen, version } = await scene.entry();
    expect([milestones, mandatoryOpen, version]).to.deep.equal([1n, 1n, 2n]);
    expect((await scene.milestone(1)).weight).to.equal(10_000n);
    for (const gone of [2, 3]) {
      expect(Object.values(await scene.milestone(gone)).every((value) => !value)).to.equal(true);
    }
  });
});
