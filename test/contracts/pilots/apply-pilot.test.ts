/*
 * applyPilot
 * ├── it is refused to an account of no organisation, or of one that is not active
 * ├── given a programme that is unknown or whose window is closed: open-programme.test.ts, close-programme.test.ts
 * ├── it is refused outside of the province and for a region or a field that is not enabled
 * ├── it is refused without a digest of the application, or with a text that is empty or longer than 8192 bytes
 * ├── given a predecessor
 * │   ├── it is refused with a predecessor that is not the lead's, does not exist or did not fall through
 * │   └── it takes up a pilot of the lead that was rejected, failed, was withdrawn or terminated
 * ├── given a plan that does not hold together
 * │   ├── it is refused with no milestone or more than 24
 * │   ├── it is refused with a milestone without a kind or a weight
 * │   ├── it is refused when the weights are not 10 000 basis points in all
 * │   ├── it is refused when a milestone is not due after now, or before the one before it
 * │   ├── it is refused when a milestone depends on another than an earlier one
 * │   └── it is refused when it requires evidence of a kind that does not exist
 * ├── it gives the next serial of the year, region and field
 * └── it makes a pilot, with its milestones
 */
import { expect } from "chai";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import { MILESTONE_STATES } from "../../../server/ledger/codes/milestones.ts";
import { PILOT_STATES } from "../../../server/ledger/codes/pilots.ts";
import type { Hex } from "../../../server/ledger/hex.ts";
import { packPilotId, packPilotScope } from "../../../server/ledger/ids.ts";
import {
  DAY,
  deployWorld,
  field,
  GUANGZHOU,
  LEAD,
  NINGBO,
  NO_DIGEST,
  named,
  networkHelpers,
  REASON,
  textOf,
  type World,
} from "../fixture.ts";
import { applicationOf, applyWith, type MilestonePlanStruct, pilotIn, planOf, TEXT } from "../journey.ts";

const SCOPE = { province: "ZJ", year: 2019, region: "330100", field: "JUD" };

let world: World;

async function begin(): Promise<void> {
  world = await networkHelpers.loadFixture(deployWorld);
}

describe("applyPilot", () => {
  beforeEach(begin);

  it("makes a pilot, with its milestones", async () => {
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

  it("gives the next serial of the year, region and field", async () => {
    const { ledger } = world;
    for (const serial of [1, 2, 3]) expect(await applyWith(world)).to.equal(packPilotId({ ...SCOPE, serial }));
    expect(await applyWith(world, { region: NINGBO })).to.equal(packPilotId({ ...SCOPE, region: "330200", serial: 1 }));
    expect(await applyWith(world, { field: field("MFG") })).to.equal(
      packPilotId({ ...SCOPE, field: "MFG", serial: 1 }),
    );
    expect(await ledger.pilotCount(packPilotScope(SCOPE))).to.equal(3n);
    expect(await ledger.pilotCount(packPilotScope({ ...SCOPE, year: 2020 }))).to.equal(0n);
  });

  it("is refused outside of the province and for a region or a field that is not enabled", async () => {
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

  it("is refused to an account of no organisation, or of one that is not active", async () => {
    const { authority, ledger, accounts } = world;
    await expect(ledger.connect(accounts.stranger).applyPilot(applicationOf(world), planOf(world)))
      .to.be.revertedWithCustomError(authority, "Authority_AccountNotBound")
      .withArgs(accounts.stranger.address);
    await authority.connect(accounts.registrar).setOrganisationStatus(LEAD, 2, REASON);
    await expect(applyWith(world)).to.be.revertedWithCustomError(authority, "Authority_OrganisationNotActive");
  });

  it("is refused without a digest of the application, or with a text that is empty or longer than 8192 bytes", async () => {
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

  it("takes up a pilot of the lead that was rejected, failed, was withdrawn or terminated", async () => {
    for (const state of ["REJECTED", "FAILED", "WITHDRAWN", "TERMINATED"] as const) {
      await applyWith(world, { predecessor: await pilotIn(world, state) });
    }
  });

  it("is refused with a predecessor that is not the lead's, does not exist or did not fall through", async () => {
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

describe("the plan of applyPilot", () => {
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

  it("is refused with no milestone or more than 24", async () => {
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

  it("is refused with a milestone without a kind or a weight", async () => {
    await expect(apply([itemAt(30), itemAt(60, { kind: 0 })]))
      .to.be.revertedWithCustomError(world.ledger, "Milestones_KindRequired")
      .withArgs(1);
    await expect(apply([itemAt(30), itemAt(60, { weight: 0 })]))
      .to.be.revertedWithCustomError(world.ledger, "Milestones_WeightRequired")
      .withArgs(1);
  });

  it("is refused when the weights are not 10 000 basis points in all", async () => {
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

  it("is refused when a milestone is not due after now, or before the one before it", async () => {
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

  it("is refused when a milestone depends on another than an earlier one", async () => {
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

  it("is refused when it requires evidence of a kind that does not exist", async () => {
    for (const requiredEvidence of [1n, 1n << 29n, 1n << 63n]) {
      await expect(apply([itemAt(30), itemAt(60, { requiredEvidence })]))
        .to.be.revertedWithCustomError(world.ledger, "Milestones_RequirementInvalid")
        .withArgs(1, requiredEvidence);
    }
    await apply([itemAt(30), itemAt(60, { requiredEvidence: 1n << 28n })]);
  });
});

/** A milestone as an event's argument. */
function tupleOf(item: MilestonePlanStruct): unknown[] {
  return [item.kind, item.mandatory, item.weight, item.dueAt, item.dependsOn, item.requiredEvidence];
}
