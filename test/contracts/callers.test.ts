import { expect } from "chai";
import type { Role } from "../../server/ledger/codes/authority.ts";
import type { Hex } from "../../server/ledger/hex.ts";
import { ACTS, type Act, ENTITLED, pilotReadyFor } from "./acts.ts";
import {
  type AccountName,
  deployWorld,
  field,
  HANGZHOU,
  LEAD,
  NINGBO,
  NO_DIGEST,
  networkHelpers,
  OTHER,
  PARTY,
  REASON,
  role,
  type World,
} from "./fixture.ts";
import { applyWith } from "./journey.ts";

describe("who may act on a pilot", () => {
  let world: World;
  let pilot: Hex;

  const attempt = (act: Act, account: AccountName): Promise<unknown> =>
    act.attempt(world.ledger.connect(world.accounts[account]), pilot, world);

  for (const act of ACTS) {
    describe(act.name, () => {
      beforeEach(async () => {
        world = await networkHelpers.loadFixture(deployWorld);
        pilot = await pilotReadyFor(world, act);
      });

      it("goes through for an account that may", async () => {
        await attempt(act, ENTITLED[act.caller]);
      });

      it("is refused to an account of no organisation", async () => {
        const refusal = expect(attempt(act, "stranger")).to.be;
        if (isOfficial(act)) {
          await refusal
            .revertedWithCustomError(world.authority, "Authority_MissingRole")
            .withArgs(world.accounts.stranger.address, role(act.caller));
        } else {
          await refusal
            .revertedWithCustomError(world.authority, "Authority_AccountNotBound")
            .withArgs(world.accounts.stranger.address);
        }
      });

      if (isOfficial(act)) {
        it(`is refused without the role ${act.caller}`, async () => {
          await expect(attempt(act, "outsider"))
            .to.be.revertedWithCustomError(world.authority, "Authority_MissingRole")
            .withArgs(world.accounts.outsider.address, role(act.caller));
        });

        it("is refused to the administrator", async () => {
          await expect(attempt(act, "administrator"))
            .to.be.revertedWithCustomError(world.authority, "Authority_MissingRole")
            .withArgs(world.accounts.administrator.address, role(act.caller));
        });

        it("is refused to an official whose organisation is a party", async () => {
          await expect(attempt(act, "party"))
            .to.be.revertedWithCustomError(world.ledger, "Pilots_ConflictOfInterest")
            .withArgs(pilot, world.accounts.party.address, PARTY);
        });

        it("is refused to an official whose organisation is the lead", async () => {
          await world.authority.assignRole(world.accounts.lead.address, role(act.caller), HANGZHOU, []);
          await expect(attempt(act, "lead"))
            .to.be.revertedWithCustomError(world.ledger, "Pilots_ConflictOfInterest")
            .withArgs(pilot, world.accounts.lead.address, LEAD);
        });
      } else {
        const refusal = act.caller === "lead" ? "Pilots_NotLead" : "Pilots_NotParty";

        it("is refused to another organisation", async () => {
          await expect(attempt(act, "outsider"))
            .to.be.revertedWithCustomError(world.ledger, refusal)
            .withArgs(pilot, OTHER);
        });

        it(`is ${act.caller === "lead" && act.name !== "removeParty" ? "refused" : "open"} to a party`, async () => {
          if (act.caller === "lead" && act.name !== "removeParty") {
            await expect(attempt(act, "party"))
              .to.be.revertedWithCustomError(world.ledger, "Pilots_NotLead")
              .withArgs(pilot, PARTY);
          } else {
            await attempt(act, "party");
          }
        });

        it("is refused once the account's key is revoked", async () => {
          const account = ENTITLED[act.caller];
          await world.authority
            .connect(world.accounts.registrar)
            .revokeAccount(world.accounts[account].address, REASON);
          await expect(attempt(act, account)).to.be.revertedWithCustomError(
            world.authority,
            "Authority_AccountRevoked",
          );
        });

        it("is refused while the organisation is suspended", async () => {
          await world.authority.connect(world.accounts.registrar).setOrganisationStatus(LEAD, 2, REASON);
          await expect(attempt(act, ENTITLED[act.caller]))
            .to.be.revertedWithCustomError(world.authority, "Authority_OrganisationNotActive")
            .withArgs(LEAD, 2);
        });
      }
    });
  }

  describe("an official of a city and a field", () => {
    beforeEach(async () => {
      world = await networkHelpers.loadFixture(deployWorld);
    });

    const terminateBy = async (account: AccountName): Promise<unknown> =>
      world.ledger.connect(world.accounts[account]).terminatePilot.staticCall(pilot, REASON, NO_DIGEST);

    it("decides on pilots of the city in the field", async () => {
      pilot = await applyWith(world);
      await terminateBy("cityApprover");
    });

    it("decides on no pilot of another city", async () => {
      pilot = await applyWith(world, { region: NINGBO });
      await expect(terminateBy("cityApprover"))
        .to.be.revertedWithCustomError(world.authority, "Authority_OutOfJurisdiction")
        .withArgs(world.accounts.cityApprover.address, role("APPROVER"), NINGBO, field("JUD"));
    });

    it("decides on no pilot of another field", async () => {
      pilot = await applyWith(world, { field: field("LIV") });
      await expect(terminateBy("cityApprover"))
        .to.be.revertedWithCustomError(world.authority, "Authority_OutOfJurisdiction")
        .withArgs(world.accounts.cityApprover.address, role("APPROVER"), HANGZHOU, field("LIV"));
    });
  });
});

function isOfficial(act: Act): act is Act & { caller: Role } {
  return act.caller !== "lead" && act.caller !== "participant";
}
