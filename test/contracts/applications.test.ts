import { expect } from "chai";
import { numberOf } from "../../server/ledger/codes/code.ts";
import { MILESTONE_STATES } from "../../server/ledger/codes/milestones.ts";
import { PILOT_STATES } from "../../server/ledger/codes/pilots.ts";
import type { Hex } from "../../server/ledger/hex.ts";
import { packPilotId, packPilotScope } from "../../server/ledger/ids.ts";
import {
  DAY,
  deployWorld,
  digest,
  field,
  GUANGZHOU,
  LEAD,
  NINGBO,
  NO_DIGEST,
  NO_REASON,
  named,
  networkHelpers,
  REASON,
  textOf,
  type World,
} from "./fixture.ts";
import { applicationOf, applyWith, type MilestonePlanStruct, pilotIn, planOf, TEXT } from "./journey.ts";

const SCOPE = { province: "ZJ", year: 2019, region: "330100", field: "JUD" };

let world: World;

async function begin(): Promise<void> {
  world = await networkHelpers.loadFixture(deployWorld);
}

describe("an application", () => {
  beforeEach(begin);

  it("becomes a pilot, with its milestones", async () => {
    const { ledger, accounts } = world;
    const pilot = packPilotId({ ...SCOPE, serial: 1 });
    const plan = planOf(world);
    const application = applicationOf(world);
    await expect(ledger.connect(accounts.lead).applyPilot(application, plan))
      .to.emit(ledger, "PilotApplied")
      .withArgs(
        pilot,
        accounts.lead.address,
        LEAD,
        world.programme,
        NO_DIGEST,
        application.budget,
        application.applicationDigest,
        TEXT,
        plan.map(tupleOf),
      );
    const entry = await ledger.pilotOf(pilot);
    expect(entry.lead).to.equal(LEAD);
    expect(entry.state).to.equal(BigInt(numberOf(PILOT_STATES, "APPLIED")));
    expect(entry.milestones).to.equal(3n);
    expect(entry.mandatoryOpen).to.equal(2n);
    expect(entry.version).to.equal(1n);
    for (const [index, item] of plan.entries()) {
      const milestone = await ledger.milestoneOf(pilot, index + 1);
      expect(milestone.state).to.equal(BigInt(numberOf(MILESTONE_STATES, "PLANNED")));
      expect(milestone.kind).to.equal(BigInt(item.kind));
      expect(milestone.mandatory).to.equal(item.mandatory);
      expect(milestone.weight).to.equal(BigInt(item.weight));
      expect(milestone.originalDueAt).to.equal(BigInt(item.dueAt));
      expect(milestone.dependsOn).to.equal(BigInt(item.dependsOn));
      expect(milestone.requiredEvidence).to.equal(BigInt(item.requiredEvidence));
    }
  });

  it("takes the next serial of its year, region and field", async () => {
    const { ledger } = world;
    for (const serial of [1, 2, 3]) expect(await applyWith(world)).to.equal(packPilotId({ ...SCOPE, serial }));
    expect(await applyWith(world, { region: NINGBO })).to.equal(packPilotId({ ...SCOPE, region: "330200", serial: 1 }));
    expect(await applyWith(world, { field: field("MFG") })).to.equal(
      packPilotId({ ...SCOPE, field: "MFG", serial: 1 }),
    );
    expect(await ledger.pilotCount(packPilotScope(SCOPE))).to.equal(3n);
    expect(await ledger.pilotCount(packPilotScope({ ...SCOPE, year: 2020 }))).to.equal(0n);
  });

  it("is for an enabled region of the province and an enabled field", async () => {
    const { authority, ledger } = world;
    await expect(applyWith(world, { region: 330_300 }))
      .to.be.revertedWithCustomError(authority, "Authority_RegionNotEnabled")
      .withArgs(330_300);
    await expect(applyWith(world, { region: GUANGZHOU }))
      .to.be.revertedWithCustomError(ledger, "Authority_RegionNotEnabled")
      .withArgs(GUANGZHOU);
    await authority.setField(field("JUD"), false, named("Justice"));
    await expect(applyWith(world))
      .to.be.revertedWithCustomError(authority, "Authority_FieldNotEnabled")
      .withArgs(field("JUD"));
  });

  it("is that of an active organisation", async () => {
    const { authority, ledger, accounts } = world;
    await expect(ledger.connect(accounts.stranger).applyPilot(applicationOf(world), planOf(world)))
      .to.be.revertedWithCustomError(authority, "Authority_AccountNotBound")
      .withArgs(accounts.stranger.address);
    await authority.connect(accounts.registrar).setOrganisationStatus(LEAD, 2, REASON);
    await expect(applyWith(world)).to.be.revertedWithCustomError(authority, "Authority_OrganisationNotActive");
  });

  it("has a digest and a text of 1 to 8192 bytes", async () => {
    await expect(applyWith(world, { applicationDigest: NO_DIGEST })).to.be.revertedWithCustomError(
      world.ledger,
      "Pilots_DigestRequired",
    );
    for (const length of [0, 8_193]) {
      await expect(applyWith(world, { text: textOf(length) }))
        .to.be.revertedWithCustomError(world.ledger, "Pilots_TextLength")
        .withArgs(length, 8_192);
    }
    await applyWith(world, { text: textOf(8_192) });
  });

  for (const state of ["REJECTED", "FAILED", "WITHDRAWN", "TERMINATED"] as const) {
    it(`takes up a pilot of the lead that ended as ${state}`, async () => {
      await applyWith(world, { predecessor: await pilotIn(world, state) });
    });
  }

  it("takes up no other pilot", async () => {
    const { ledger, accounts } = world;
    const running = await pilotIn(world, "ACTIVE");
    const archived = await pilotIn(world, "ARCHIVED");
    const unknown = packPilotId({ ...SCOPE, serial: 99 });
    for (const predecessor of [running, archived, unknown]) {
      await expect(applyWith(world, { predecessor }))
        .to.be.revertedWithCustomError(ledger, "Pilots_PredecessorInvalid")
        .withArgs(predecessor);
    }
    const theirs = await pilotIn(world, "WITHDRAWN");
    await expect(
      ledger.connect(accounts.outsider).applyPilot({ ...applicationOf(world), predecessor: theirs }, planOf(world)),
    )
      .to.be.revertedWithCustomError(ledger, "Pilots_PredecessorInvalid")
      .withArgs(theirs);
  });
});

describe("a plan", () => {
  beforeEach(begin);

  const apply = (plan: MilestonePlanStruct[]): Promise<Hex> => applyWith(world, {}, plan);
  const itemAt = (days: number, changes: Partial<MilestonePlanStruct> = {}): MilestonePlanStruct => ({
    kind: 1,
    mandatory: true,
    weight: 5_000,
    dueAt: world.opensAt + days * DAY,
    dependsOn: 0,
    requiredEvidence: 0,
    ...changes,
  });
  const many = (count: number): MilestonePlanStruct[] =>
    Array.from({ length: count }, (_, index) =>
      itemAt(30, { weight: index === 0 ? 10_000 - (count - 1) : 1, mandatory: false }),
    );

  it("has 1 to 24 milestones", async () => {
    for (const length of [0, 25]) {
      await expect(apply(many(length)))
        .to.be.revertedWithCustomError(world.ledger, "Milestones_PlanLength")
        .withArgs(length, 24);
    }
    await apply(many(1));
    const pilot = await apply(many(24));
    expect((await world.ledger.pilotOf(pilot)).milestones).to.equal(24n);
    expect((await world.ledger.pilotOf(pilot)).mandatoryOpen).to.equal(0n);
  });

  it("has a kind and a weight for each", async () => {
    await expect(apply([itemAt(30), itemAt(60, { kind: 0 })]))
      .to.be.revertedWithCustomError(world.ledger, "Milestones_KindRequired")
      .withArgs(1);
    await expect(apply([itemAt(30), itemAt(60, { weight: 0 })]))
      .to.be.revertedWithCustomError(world.ledger, "Milestones_WeightRequired")
      .withArgs(1);
  });

  it("weighs 10 000 basis points in all", async () => {
    for (const [weight, sum] of [
      [4_999, 9_999],
      [5_001, 10_001],
      [65_535, 70_535],
    ] as const) {
      await expect(apply([itemAt(30), itemAt(60, { weight })]))
        .to.be.revertedWithCustomError(world.ledger, "Milestones_WeightSum")
        .withArgs(sum);
    }
  });

  it("is due after now, and in order", async () => {
    const { ledger, opensAt } = world;
    const now = (await networkHelpers.time.latest()) + 100;
    await networkHelpers.time.setNextBlockTimestamp(now);
    await expect(
      ledger.connect(world.accounts.lead).applyPilot(applicationOf(world), [itemAt(0, { dueAt: now, weight: 10_000 })]),
    )
      .to.be.revertedWithCustomError(ledger, "Milestones_DueDateNotAscending")
      .withArgs(0, now, now + 1);
    await expect(apply([itemAt(30), itemAt(29)]))
      .to.be.revertedWithCustomError(ledger, "Milestones_DueDateNotAscending")
      .withArgs(1, opensAt + 29 * DAY, opensAt + 30 * DAY);
    await apply([itemAt(30), itemAt(30)]);
  });

  it("depends on earlier milestones alone", async () => {
    for (const dependsOn of [0b1, 0b100, 0b1000, 2 ** 31]) {
      await expect(apply([itemAt(30), itemAt(60, { dependsOn })]))
        .to.be.revertedWithCustomError(world.ledger, "Milestones_DependencyInvalid")
        .withArgs(1, dependsOn);
    }
    await expect(apply([itemAt(30, { dependsOn: 0b10 }), itemAt(60)]))
      .to.be.revertedWithCustomError(world.ledger, "Milestones_DependencyInvalid")
      .withArgs(0, 0b10);
    await apply([itemAt(30), itemAt(60, { dependsOn: 0b10 })]);
  });

  it("requires evidence of kinds that exist", async () => {
    for (const requiredEvidence of [1n, 1n << 29n, 1n << 63n]) {
      await expect(apply([itemAt(30), itemAt(60, { requiredEvidence })]))
        .to.be.revertedWithCustomError(world.ledger, "Milestones_RequirementInvalid")
        .withArgs(1, requiredEvidence);
    }
    await apply([itemAt(30), itemAt(60, { requiredEvidence: 1n << 28n })]);
  });
});

describe("a returned application", () => {
  beforeEach(begin);

  it("is sent again with another plan, of which nothing old remains", async () => {
    const { ledger, accounts } = world;
    const pilot = await pilotIn(world, "RETURNED");
    const plan = planOf(world)
      .slice(0, 1)
      .map((item) => ({ ...item, weight: 10_000 }));
    await expect(ledger.connect(accounts.lead).resubmitPilot(pilot, 7n, digest("second application"), TEXT, plan))
      .to.emit(ledger, "PilotResubmitted")
      .withArgs(pilot, accounts.lead.address, 2, 7n, digest("second application"), TEXT, plan.map(tupleOf));
    const entry = await ledger.pilotOf(pilot);
    expect(entry.milestones).to.equal(1n);
    expect(entry.mandatoryOpen).to.equal(1n);
    expect(entry.version).to.equal(2n);
    expect((await ledger.milestoneOf(pilot, 1)).weight).to.equal(10_000n);
    for (const gone of [2, 3])
      expect(Object.values(await ledger.milestoneOf(pilot, gone)).every((v) => !v)).to.equal(true);
  });

  it("has a digest and a text", async () => {
    const lead = world.ledger.connect(world.accounts.lead);
    const pilot = await pilotIn(world, "RETURNED");
    await expect(lead.resubmitPilot(pilot, 1n, NO_DIGEST, TEXT, planOf(world))).to.be.revertedWithCustomError(
      world.ledger,
      "Pilots_DigestRequired",
    );
    await expect(lead.resubmitPilot(pilot, 1n, digest("application"), "", planOf(world))).to.be.revertedWithCustomError(
      world.ledger,
      "Pilots_TextLength",
    );
  });

  it("is returned at most three times, each with its number and a reason", async () => {
    const { ledger, accounts } = world;
    const pilot = await applyWith(world);
    const registrar = ledger.connect(accounts.registrar);
    await expect(registrar.returnPilot(pilot, NO_REASON, NO_DIGEST)).to.be.revertedWithCustomError(
      ledger,
      "Pilots_ReasonRequired",
    );
    for (const round of [1, 2, 3]) {
      await expect(registrar.returnPilot(pilot, REASON, digest("gaps")))
        .to.emit(ledger, "PilotReturned")
        .withArgs(pilot, accounts.registrar.address, round, REASON, digest("gaps"));
      await ledger.connect(accounts.lead).resubmitPilot(pilot, 1n, digest("application"), TEXT, planOf(world));
    }
    await expect(registrar.returnPilot(pilot, REASON, digest("gaps")))
      .to.be.revertedWithCustomError(ledger, "Pilots_TooManyReturns")
      .withArgs(pilot, 3);
    await registrar.admitPilot(pilot);
  });
});

describe("the review of an application", () => {
  beforeEach(begin);

  it("begins with the registrar, whose name stands in the record", async () => {
    const { ledger, accounts } = world;
    const pilot = await applyWith(world);
    await expect(ledger.connect(accounts.registrar).admitPilot(pilot))
      .to.emit(ledger, "PilotAdmitted")
      .withArgs(pilot, accounts.registrar.address);
    expect((await ledger.handlingOf(pilot)).registrar).to.equal(accounts.registrar.address);
  });

  it("is not decided by the registrar who admitted it", async () => {
    const { ledger, accounts } = world;
    const pilot = await applyWith(world);
    const both = ledger.connect(accounts.allRounder);
    await both.admitPilot(pilot);
    for (const act of [
      () => both.approvePilot(pilot, digest("decision")),
      () => both.rejectPilot(pilot, REASON, NO_DIGEST),
      () => both.waitlistPilot(pilot, REASON, NO_DIGEST),
    ]) {
      await expect(act())
        .to.be.revertedWithCustomError(ledger, "Pilots_RegistrarMayNotDecide")
        .withArgs(pilot, accounts.allRounder.address);
    }
  });

  it("is decided by one who admits others", async () => {
    const { ledger, accounts } = world;
    const pilot = await pilotIn(world, "UNDER_REVIEW");
    await expect(ledger.connect(accounts.allRounder).approvePilot(pilot, digest("decision")))
      .to.emit(ledger, "PilotApproved")
      .withArgs(pilot, accounts.allRounder.address, digest("decision"));
  });

  it("ends in a place on the waiting list, an approval or a rejection", async () => {
    const { ledger, accounts } = world;
    const approver = ledger.connect(accounts.approver);
    const [first, second] = [await pilotIn(world, "UNDER_REVIEW"), await pilotIn(world, "UNDER_REVIEW")];
    for (const pilot of [first, second]) {
      await expect(approver.waitlistPilot(pilot, REASON, digest("list")))
        .to.emit(ledger, "PilotWaitlisted")
        .withArgs(pilot, accounts.approver.address, REASON, digest("list"));
    }
    await approver.approvePilot(first, digest("decision"));
    await expect(approver.rejectPilot(second, REASON, digest("letter")))
      .to.emit(ledger, "PilotRejected")
      .withArgs(second, accounts.approver.address, REASON, digest("letter"));
  });

  it("gives a decision or a reason", async () => {
    const approver = world.ledger.connect(world.accounts.approver);
    const pilot = await pilotIn(world, "UNDER_REVIEW");
    await expect(approver.approvePilot(pilot, NO_DIGEST)).to.be.revertedWithCustomError(
      world.ledger,
      "Pilots_DigestRequired",
    );
    for (const act of [
      () => approver.rejectPilot(pilot, NO_REASON, NO_DIGEST),
      () => approver.waitlistPilot(pilot, NO_REASON, NO_DIGEST),
    ]) {
      await expect(act()).to.be.revertedWithCustomError(world.ledger, "Pilots_ReasonRequired");
    }
  });
});

/** A milestone as an event's argument. */
function tupleOf(item: MilestonePlanStruct): unknown[] {
  return [item.kind, item.mandatory, item.weight, item.dueAt, item.dependsOn, item.requiredEvidence];
}
