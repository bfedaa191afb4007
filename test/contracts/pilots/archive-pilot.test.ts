/*
 * archivePilot
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused without the manifest of the archive
 * └── it archives an accepted pilot
 */
import { expect } from "chai";
import { digest, NO_DIGEST } from "../fixture.ts";
import { type PilotScene, pilotScene } from "./scene.ts";

describe("archivePilot", () => {
  let scene: PilotScene;

  beforeEach(async () => {
    scene = await pilotScene("ACCEPTED");
  });

  it("is refused without the manifest of the archive", () =>
    scene.refuses(scene.as("registrar").archivePilot(scene.pilot, NO_DIGEST), "Pilots_DigestRequired"));

  it("archives an accepted pilot", async () => {
    const act = scene.as("registrar").archivePilot(scene.pilot, digest("archive"));
    await scene.records(act, "PilotArchived", scene.pilot, scene.address("registrar"), digest("archive"));
    expect(await scene.state()).to.equal("ARCHIVED");
  });
});
