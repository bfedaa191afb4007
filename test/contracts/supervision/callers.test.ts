import { expect } from "chai";
import type { Hex } from "../../../server/ledger/hex.ts";
import { field, HANGZHOU, LEAD, NINGBO, networkHelpers, OTHER, PARTY, role } from "../fixture.ts";
import { applyWith } from "../journey.ts";
import { CASE_ACTS, FILING_ACTS } from "./acts.ts";
import { deploySupervised, inDays, type SupervisedWorld, type SupervisionLedger } from "./fixture.ts";
import { caseIn, filingIn, pilotOf } from "./journey.ts";

/** Acts whose caller is checked once their other guards are passed; the rest is tried where it would go through. */
const CASES = CASE_ACTS.filter(({ name }) => name !== "inspectCase");

for (const [subject, acts] of [
  ["cases", CASES],
  ["filings", FILING_ACTS],
] as const) {
  describe(`who may act on ${subject}`, () => {
    for (const act of acts) {
      describe(act.name, () => {
        let world: SupervisedWorld;
        let attempt: (supervision: SupervisionLedger) => Promise<unknown>;
        let pilot: Hex;

        beforeEach(async () => {
          world = await networkHelpers.loadFixture(deploySupervised);
          const state = act.ready ?? act.states[0];
          if (state === undefined) throw new Error(`${act.name} is allowed in no state`);
          const id = await (subject === "cases"
            ? caseIn(world, state as Parameters<typeof caseIn>[1])
            : filingIn(world, state as Parameters<typeof filingIn>[1]));
          pilot = subject === "cases" ? await pilotOf(world, id) : id;
          attempt = (supervision) => act.attempt(supervision, id, world);
        });

        const by = (account: "stranger" | "outsider" | "party" | "lead" | "administrator") =>
          attempt(world.supervision.connect(world.accounts[account]));

        if (act.caller === "lead") {
          it("is refused to an account of no organisation", () =>
            expect(by("stranger")).to.be.revertedWithCustomError(world.authority, "Authority_AccountNotBound"));
          it("is refused to another organisation and to a party", async () => {
            await expect(by("outsider"))
              .to.be.revertedWithCustomError(world.supervision, "Supervision_NotLead")
              .withArgs(pilot, OTHER);
            await expect(by("party"))
              .to.be.revertedWithCustomError(world.supervision, "Supervision_NotLead")
              .withArgs(pilot, PARTY);
          });
        } else {
          const needed = act.caller;
          it(`is refused without the role ${needed}, and to the administrator`, async () => {
            for (const account of ["stranger", "outsider", "administrator"] as const) {
              await expect(by(account))
                .to.be.revertedWithCustomError(world.authority, "Authority_MissingRole")
                .withArgs(world.accounts[account].address, role(needed));
            }
          });
          it("is refused to an official whose organisation is a party or the lead", async () => {
            await expect(by("party"))
              .to.be.revertedWithCustomError(world.supervision, "Supervision_ConflictOfInterest")
              .withArgs(pilot, world.accounts.party.address, PARTY);
            await world.authority.assignRole(world.accounts.lead.address, role(needed), HANGZHOU, []);
            await expect(by("lead"))
              .to.be.revertedWithCustomError(world.supervision, "Supervision_ConflictOfInterest")
              .withArgs(pilot, world.accounts.lead.address, LEAD);
          });
        }
      });
    }
  });
}

describe("an inspector of a city and a field", () => {
  let world: SupervisedWorld;

  beforeEach(async () => {
    world = await networkHelpers.loadFixture(deploySupervised);
  });

  const rate = async (pilot: Hex) =>
    world.supervision
      .connect(world.officials.cityInspector)
      .rateRisk(pilot, 1, await inDays(90), `0x${"11".repeat(32)}`);

  it("supervises the pilots of the city in the field, and no other", async () => {
    await rate(await applyWith(world));
    for (const elsewhere of [{ region: NINGBO }, { field: field("LIV") }]) {
      await expect(rate(await applyWith(world, elsewhere))).to.be.revertedWithCustomError(
        world.authority,
        "Authority_OutOfJurisdiction",
      );
    }
  });
});
