import { expect } from "chai";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import { FILING_FORMS } from "../../../server/ledger/codes/supervision.ts";
import type { Hex } from "../../../server/ledger/hex.ts";
import { NO_DIGEST, named, networkHelpers, textOf } from "../fixture.ts";
import { activePilot, deploySupervised, inDays, type SupervisedWorld } from "../supervision/fixture.ts";
import { operatorOf } from "./journey.ts";

describe("a filing", () => {
  let world: SupervisedWorld;

  beforeEach(async () => {
    world = await networkHelpers.loadFixture(deploySupervised);
  });

  it("is opened for a service that must be filed, with its form, name and due date", async () => {
    const { services } = world;
    const app = numberOf(FILING_FORMS, "APP");
    const start = await inDays(0);
    const open = (pilot: Hex, form = app, dueAt = start + 1, text = named("Service")) =>
      operatorOf(world).openFiling(pilot, form, start, dueAt, text);
    const closed = await activePilot(world, "NOT_REQUIRED");
    await expect(open(closed)).to.be.revertedWithCustomError(services, "Filings_NotRequired").withArgs(closed, 1);
    const pilot = await activePilot(world, "REQUIRED");
    await expect(open(pilot, 0)).to.be.revertedWithCustomError(services, "Filings_FormRequired");
    await expect(open(pilot, app, start)).to.be.revertedWithCustomError(services, "Supervision_DateNotAhead");
    for (const length of [0, 4_097]) {
      await expect(open(pilot, app, start + 1, textOf(length)))
        .to.be.revertedWithCustomError(services, "Supervision_TextLength")
        .withArgs(length, 4_096);
    }
    await open(pilot);
    await expect(operatorOf(world).submitFiling(pilot, NO_DIGEST)).to.be.revertedWithCustomError(
      services,
      "Supervision_DigestRequired",
    );
  });
});
