/*
 * convenePanel
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused once a panel is there
 * ├── it is refused with a threshold of not more than half of the members, or of more than all
 * ├── it is refused with more than 15 members
 * ├── given an expert who may not be on it
 * │   ├── it is refused with an expert named twice
 * │   ├── it is refused with an expert whose organisation has an interest
 * │   └── it is refused with an account that is no expert
 * └── it seats the experts
 */
import { expect } from "chai";
import { digest, ethers, INSTITUTE, PARTY, PROVINCE, role } from "../fixture.ts";
import { type PilotScene, pilotScene } from "./scene.ts";

describe("convenePanel", () => {
  let scene: PilotScene;

  beforeEach(async () => {
    scene = await pilotScene("IN_ACCEPTANCE");
  });

  const convene = (experts: readonly string[] = scene.experts(), threshold = 2) =>
    scene.as("approver").convenePanel(scene.pilot, [...experts], threshold);

  it("is refused once a panel is there", async () => {
    await convene();
    await scene.refuses(convene(), "Pilots_PanelExists", scene.pilot, 0, 1);
  });

  it("is refused with a threshold of not more than half of the members, or of more than all", async () => {
    for (const [members, threshold] of [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 2],
      [2, 1],
      [3, 1],
      [3, 4],
    ] as const) {
      const experts = scene.experts().slice(0, members);
      await scene.refuses(convene(experts, threshold), "Pilots_PanelInvalid", members, threshold, 15);
    }
  });

  it("is refused with more than 15 members", async () => {
    const { authority, accounts, ledger } = scene.world;
    const experts = Array.from({ length: 16 }, (_, index) =>
      ethers.getAddress(ethers.dataSlice(digest(`expert ${index}`), 12)),
    );
    for (const expert of experts) {
      await authority.assignRole(expert, role("EXPERT"), PROVINCE, []);
      await authority.connect(accounts.registrar).bindAccount(INSTITUTE, expert);
    }
    await scene.refuses(convene(experts, 9), "Pilots_PanelInvalid", 16, 9, 15);
    await convene(experts.slice(1), 8);
    expect((await ledger.handlingOf(scene.pilot)).members).to.equal(15n);
  });

  it("is refused with an expert named twice", async () => {
    const [first = ""] = scene.experts();
    await scene.refuses(convene([first, first]), "Pilots_ExpertTwice", 1, first);
  });

  it("is refused with an expert whose organisation has an interest", async () => {
    const party = scene.address("party");
    const experts = [scene.address("expert1"), party];
    await scene.refuses(convene(experts), "Pilots_ConflictOfInterest", scene.pilot, party, PARTY);
  });

  it("is refused with an account that is no expert", async () => {
    const experts = [scene.address("expert1"), scene.address("registrar")];
    await scene.refuses(convene(experts), "Authority_MissingRole", scene.address("registrar"), role("EXPERT"));
  });

  it("seats the experts", async () => {
    const values = [scene.pilot, scene.address("approver"), 1, 2, scene.experts()];
    await scene.records(convene(), "AcceptancePanelConvened", ...values);
    const { members, threshold, registrar } = await scene.world.ledger.handlingOf(scene.pilot);
    expect([members, threshold, registrar]).to.deep.equal([3n, 2n, scene.address("registrar")]);
  });
});
