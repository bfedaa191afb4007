/*
 * amendPilot
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused with a text that is empty or longer than 8192 bytes
 * └── it gives the pilot another text and budget, each time as a new version, and leaves its state
 */
import { expect } from "chai";
import { NO_DIGEST, textOf } from "../fixture.ts";
import { TEXT } from "../journey.ts";
import { type PilotScene, pilotScene } from "./scene.ts";

describe("amendPilot", () => {
  let scene: PilotScene;

  beforeEach(async () => {
    scene = await pilotScene("ACTIVE");
  });

  const amend = (text: string) => scene.as("lead").amendPilot(scene.pilot, 9n, NO_DIGEST, text);

  it("is refused with a text that is empty or longer than 8192 bytes", async () => {
    for (const length of [0, 8_193]) {
      await scene.refuses(amend(textOf(length)), "Pilots_TextLength", length, 8_192);
    }
    await amend(textOf(8_192));
  });

  it("gives the pilot another text and budget, each time as a new version, and leaves its state", async () => {
    for (const version of [2, 3]) {
      const values = [scene.pilot, scene.address("lead"), version, 9n, NO_DIGEST, TEXT];
      await scene.records(amend(TEXT), "PilotAmended", ...values);
      expect((await scene.entry()).version).to.equal(BigInt(version));
    }
    expect(await scene.state()).to.equal("ACTIVE");
  });
});
