/*
 * openProgramme
 * ├── it is refused to a registrar, and to an approver of less than the whole province
 * ├── it is refused without a year of this time, a kind and a batch
 * ├── it is refused with a window that does not end after it begins and after now
 * ├── it is refused without rules, a template or a text
 * ├── it is refused a second time
 * ├── it is needed before anybody applies to it
 * ├── it opens the programme under an id that reads as its code
 * ├── it lets nobody apply before the window and from its end on
 * └── it lets leads apply in the first and in the last second of the window
 */
import { expect } from "chai";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import { PROGRAMME_KINDS } from "../../../server/ledger/codes/programmes.ts";
import { packProgrammeId } from "../../../server/ledger/ids.ts";
import {
  DAY,
  deployWorld,
  digest,
  HANGZHOU,
  NO_DIGEST,
  NO_FIELD,
  networkHelpers,
  PROGRAMME_TEXT,
  PROVINCE,
  role,
  textOf,
  type World,
} from "../fixture.ts";
import { applyWith } from "../journey.ts";

const CITY = numberOf(PROGRAMME_KINDS, "CITY");
const SECOND = packProgrammeId({ province: "ZJ", year: 2020, kind: "CITY", batch: 2 });

describe("openProgramme", () => {
  let world: World;

  beforeEach(async () => {
    world = await networkHelpers.loadFixture(deployWorld);
  });

  interface Opening {
    year: number;
    kind: number;
    batch: number;
    opensAt: number;
    closesAt: number;
    ruleSet: string;
    template: string;
    text: string;
  }

  function open(changes: Partial<Opening> = {}, account: keyof World["accounts"] = "approver") {
    const { year, kind, batch, opensAt, closesAt, ruleSet, template, text } = {
      year: 2020,
      kind: CITY,
      batch: 2,
      opensAt: world.opensAt + DAY,
      closesAt: world.opensAt + 2 * DAY,
      ruleSet: digest("rules"),
      template: digest("template"),
      text: PROGRAMME_TEXT,
      ...changes,
    };
    return world.ledger
      .connect(world.accounts[account])
      .openProgramme(year, kind, batch, opensAt, closesAt, ruleSet, template, text);
  }

  it("opens the programme under an id that reads as its code", async () => {
    const { ledger, accounts, opensAt } = world;
    await expect(open())
      .to.emit(ledger, "ProgrammeOpened")
      .withArgs(
        SECOND,
        accounts.approver.address,
        opensAt + DAY,
        opensAt + 2 * DAY,
        digest("rules"),
        digest("template"),
        PROGRAMME_TEXT,
      );
    expect(Object.values(await ledger.programmeOf(SECOND))).to.deep.equal([
      BigInt(opensAt + DAY),
      BigInt(opensAt + 2 * DAY),
    ]);
  });

  it("is refused a second time", async () => {
    await open();
    await expect(open()).to.be.revertedWithCustomError(world.ledger, "Programmes_Exists").withArgs(SECOND);
  });

  it("is refused without a year of this time, a kind and a batch", async () => {
    for (const [year, kind, batch] of [
      [1_999, CITY, 1],
      [3_000, CITY, 1],
      [2_020, 0, 1],
      [2_020, CITY, 0],
    ] as const) {
      await expect(open({ year, kind, batch }))
        .to.be.revertedWithCustomError(world.ledger, "Programmes_IdInvalid")
        .withArgs(year, kind, batch);
    }
  });

  it("is refused with a window that does not end after it begins and after now", async () => {
    const { ledger, opensAt } = world;
    for (const [from, to] of [
      [0, opensAt + DAY],
      [opensAt + DAY, opensAt + DAY],
      [opensAt - DAY, opensAt],
    ] as const) {
      await expect(open({ opensAt: from, closesAt: to })).to.be.revertedWithCustomError(
        ledger,
        "Programmes_WindowInvalid",
      );
    }
  });

  it("is refused without rules, a template or a text", async () => {
    await expect(open({ ruleSet: NO_DIGEST })).to.be.revertedWithCustomError(world.ledger, "Programmes_DigestRequired");
    await expect(open({ template: NO_DIGEST })).to.be.revertedWithCustomError(
      world.ledger,
      "Programmes_DigestRequired",
    );
    for (const length of [0, 8_193]) {
      await expect(open({ text: textOf(length) }))
        .to.be.revertedWithCustomError(world.ledger, "Pilots_TextLength")
        .withArgs(length, 8_192);
    }
  });

  it("is refused to a registrar, and to an approver of less than the whole province", async () => {
    const { authority, accounts } = world;
    await authority.assignRole(accounts.cityApprover.address, role("APPROVER"), HANGZHOU, []);
    await expect(open({}, "cityApprover"))
      .to.be.revertedWithCustomError(authority, "Authority_OutOfJurisdiction")
      .withArgs(accounts.cityApprover.address, role("APPROVER"), PROVINCE, NO_FIELD);
    await expect(open({}, "registrar"))
      .to.be.revertedWithCustomError(authority, "Authority_MissingRole")
      .withArgs(accounts.registrar.address, role("APPROVER"));
  });

  it("lets nobody apply before the window and from its end on", async () => {
    const { ledger, opensAt, closesAt, programme } = world;
    await open();
    for (const [time, id, from, to] of [
      [opensAt + DAY - 1, SECOND, opensAt + DAY, opensAt + 2 * DAY],
      [opensAt + 2 * DAY, SECOND, opensAt + DAY, opensAt + 2 * DAY],
      [closesAt, programme, opensAt, closesAt],
    ] as const) {
      await networkHelpers.time.increaseTo(time);
      await expect(applyWith(world, { programme: id }))
        .to.be.revertedWithCustomError(ledger, "Programmes_WindowClosed")
        .withArgs(id, from, to, (blockTime: bigint) => blockTime >= BigInt(time));
    }
  });

  it("lets leads apply in the first and in the last second of the window", async () => {
    const { opensAt } = world;
    await open({ closesAt: opensAt + 2 * DAY });
    await networkHelpers.time.increaseTo(opensAt + DAY);
    await applyWith(world, { programme: SECOND });
    await networkHelpers.time.increaseTo(opensAt + 2 * DAY - 2);
    await applyWith(world, { programme: SECOND });
    expect(await networkHelpers.time.latest()).to.equal(opensAt + 2 * DAY - 1);
  });

  it("is needed before anybody applies to it", () =>
    expect(applyWith(world, { programme: SECOND }))
      .to.be.revertedWithCustomError(world.ledger, "Programmes_Unknown")
      .withArgs(SECOND));
});
