/*
 * startPilot
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── when the answer about the filing of its service is open, or at odds with the reason
 * │   └── it is refused
 * ├── when the service need not be filed
 * │   └── it starts, and says why
 * └── when the service must be filed
 *     └── it starts, and needs no reason
 */
import { expect } from "chai";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import { FILING_REQUIREMENTS } from "../../../server/ledger/codes/pilots.ts";
import { NO_REASON, REASON } from "../fixture.ts";
import { type PilotScene, pilotScene } from "./scene.ts";

const NOT_REQUIRED = numberOf(FILING_REQUIREMENTS, "NOT_REQUIRED");
const REQUIRED = numberOf(FILING_REQUIREMENTS, "REQUIRED");

describe("startPilot", () => {
  let scene: PilotScene;

  beforeEach(async () => {
    scene = await pilotScene("APPROVED");
  });

  const start = (filing: number, reason: string) => scene.as("lead").startPilot(scene.pilot, filing, reason);

  it("is refused", async () => {
    for (const [filing, reason] of [
      [0, NO_REASON],
      [0, REASON],
      [NOT_REQUIRED, NO_REASON],
      [REQUIRED, REASON],
    ] as const) {
      await scene.refuses(start(filing, reason), "Pilots_FilingAnswerInvalid", filing, reason);
    }
  });

  it("starts, and says why", async () => {
    const values = [scene.pilot, scene.address("lead"), NOT_REQUIRED, REASON];
    await scene.records(start(NOT_REQUIRED, REASON), "PilotStarted", ...values);
    expect(await scene.state()).to.equal("ACTIVE");
    expect((await scene.entry()).filing).to.equal(BigInt(NOT_REQUIRED));
  });

  it("starts, and needs no reason", async () => {
    const values = [scene.pilot, scene.address("lead"), REQUIRED, NO_REASON];
    await scene.records(start(REQUIRED, NO_REASON), "PilotStarted", ...values);
    expect((await scene.entry()).filing).to.equal(BigInt(REQUIRED));
  });
});
