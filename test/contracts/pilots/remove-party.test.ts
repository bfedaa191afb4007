/*
 * removeParty
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── given an organisation that takes no part
 * │   └── it is refused to the lead and to the organisation
 * ├── it is refused to a third organisation
 * ├── it is refused without a reason
 * ├── it lets the party leave when the lead says so
 * ├── it lets the party leave when it says so itself, and join again
 * └── it keeps that the party submitted a milestone
 */
import { expect } from "chai";
import { type AccountName, digest, NO_REASON, OTHER, PARTY, REASON } from "../fixture.ts";
import { type PilotScene, pilotScene } from "./scene.ts";

describe("removeParty", () => {
  let scene: PilotScene;

  beforeEach(async () => {
    scene = await pilotScene("ACTIVE");
  });

  const remove = (by: AccountName, organisation = PARTY, reason = REASON) =>
    scene.as(by).removeParty(scene.pilot, organisation, reason);
  const standing = () => scene.world.ledger.standingOf(scene.pilot, PARTY);

  it("is refused to the lead and to the organisation", async () => {
    for (const by of ["lead", "outsider"] as const) {
      await scene.refuses(remove(by, OTHER), "Pilots_NotParty", scene.pilot, OTHER);
    }
  });

  it("is refused to a third organisation", () =>
    scene.refuses(remove("outsider"), "Pilots_NotLead", scene.pilot, OTHER));

  it("is refused without a reason", () => scene.refuses(remove("lead", PARTY, NO_REASON), "Pilots_ReasonRequired"));

  it("lets the party leave when the lead says so", async () => {
    await scene.records(remove("lead"), "PartyLeft", scene.pilot, scene.address("lead"), PARTY, REASON);
    expect((await standing()).role).to.equal(0n);
  });

  it("lets the party leave when it says so itself, and join again", async () => {
    await scene.records(remove("party"), "PartyLeft", scene.pilot, scene.address("party"), PARTY, REASON);
    await scene.as("lead").addParty(scene.pilot, PARTY, 1, digest("consent"));
    expect((await standing()).role).to.equal(1n);
  });

  it("keeps that the party submitted a milestone", async () => {
    await scene.submit(1, 1, {}, "party");
    await remove("lead");
    const { role, submitted } = await standing();
    expect([role, submitted]).to.deep.equal([0n, true]);
  });
});
