/*
 * suspendByOrder
 * ├── it is refused to everybody but the supervision ledger
 * ├── given an order of rectification that says so: supervision/order-rectification.test.ts
 * ├── it is refused for a pilot that is not active
 * └── it suspends an active pilot, with the inspector as the actor
 */
import { expect } from "chai";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import { PILOT_STATES } from "../../../server/ledger/codes/pilots.ts";
import type { Hex } from "../../../server/ledger/hex.ts";
import { digest, ethers, networkHelpers, REASON } from "../fixture.ts";
import { Scene } from "../scene.ts";
import { activePilot, deploySupervised, type SupervisedWorld } from "../supervision/fixture.ts";

describe("suspendByOrder", () => {
  let scene: Scene<SupervisedWorld>;
  let pilot: Hex;

  beforeEach(async () => {
    scene = new Scene(await networkHelpers.loadFixture(deploySupervised));
    pilot = await activePilot(scene.world, "NOT_REQUIRED");
  });

  /** As the supervision ledger itself would call. */
  const byOrder = async () => {
    const gate = await scene.world.supervision.getAddress();
    await networkHelpers.setBalance(gate, 10n ** 20n);
    const ledger = scene.world.ledger.connect(await ethers.getImpersonatedSigner(gate));
    return ledger.suspendByOrder(pilot, scene.world.officials.inspector1.address, REASON, digest("order"));
  };

  it("is refused to everybody but the supervision ledger", async () => {
    const administrator = scene.address("administrator");
    const act = scene.world.ledger.suspendByOrder(pilot, administrator, REASON, digest("order"));
    await scene.refuses(act, "Supervised_NotSupervision", administrator);
  });

  it("is refused for a pilot that is not active", async () => {
    await byOrder();
    const suspended = numberOf(PILOT_STATES, "SUSPENDED");
    await scene.refuses(byOrder(), "Pilots_StateNotAllowed", pilot, suspended);
  });

  it("suspends an active pilot, with the inspector as the actor", async () => {
    const values = [pilot, scene.world.officials.inspector1.address, REASON, digest("order")];
    await scene.records(byOrder(), "PilotSuspended", ...values);
    expect((await scene.world.ledger.pilotOf(pilot)).state).to.equal(BigInt(numberOf(PILOT_STATES, "SUSPENDED")));
  });
});
