/*
 * receiveComplaint
 * ├── given another caller: dossier-callers.test.ts
 * ├── it is refused without a channel
 * ├── it is refused without the complaint itself
 * ├── it enters the complaint for an inspector, numbered in its region and year
 * └── it enters it for a registrar
 */
import { expect } from "chai";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import { COMPLAINT_CHANNELS } from "../../../server/ledger/codes/supervision.ts";
import { unpackDossierId } from "../../../server/ledger/dossiers.ts";
import type { Hex } from "../../../server/ledger/hex.ts";
import { digest, NO_DIGEST } from "../fixture.ts";
import { type SupervisedScene, supervisedScene } from "./scene.ts";

const HOTLINE = numberOf(COMPLAINT_CHANNELS, "HOTLINE");

describe("receiveComplaint", () => {
  let scene: SupervisedScene;
  let pilot: Hex;

  beforeEach(async () => {
    scene = await supervisedScene();
    pilot = await scene.pilot();
  });

  const receive = (channel = HOTLINE, letter = digest("letter"), ledger = scene.as("inspector1")) =>
    ledger.receiveComplaint(pilot, channel, letter);
  const number = async () =>
    (await scene.as("inspector1").receiveComplaint.staticCall(pilot, HOTLINE, digest("x"))) as Hex;

  it("is refused without a channel", () => scene.refuses(receive(0), "Complaints_ChannelRequired"));

  it("is refused without the complaint itself", () =>
    scene.refuses(receive(HOTLINE, NO_DIGEST), "Supervision_DigestRequired"));

  it("enters the complaint for an inspector, numbered in its region and year", async () => {
    for (const serial of ["0001", "0002"]) {
      const complaint = await number();
      expect(unpackDossierId(complaint)).to.match(new RegExp(`^CP-\\d{4}-330100-${serial}$`));
      const values = [pilot, scene.official("inspector1"), complaint, HOTLINE, digest("letter")];
      await scene.records(receive(), "ComplaintReceived", ...values);
      expect((await scene.world.supervision.complaintOf(complaint)).state).to.equal(1n);
    }
  });

  it("enters it for a registrar", async () => {
    const registrar = scene.world.supervision.connect(scene.world.accounts.registrar);
    const values = [pilot, scene.address("registrar"), await number(), HOTLINE, digest("letter")];
    await scene.records(receive(HOTLINE, digest("letter"), registrar), "ComplaintReceived", ...values);
  });
});
