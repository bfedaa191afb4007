/** Tests of who may do an act: every role but the one that may, the other organisations, and parties of the pilot. */
import { expect } from "chai";
import type { Hex } from "../../../server/ledger/hex.ts";
import { HANGZHOU, LEAD, networkHelpers, OTHER, PARTY, REASON, role } from "../fixture.ts";
import { submissionOf } from "../journey.ts";
import type { SupervisionAct } from "./acts.ts";
import { deploySupervised, type SupervisedWorld } from "./fixture.ts";

interface Ledger<Connected> {
  connect(account: SupervisedWorld["accounts"]["lead"]): Connected;
}

/** What the acts of one kind are about. */
interface Subject<State extends string, Connected extends Ledger<Connected>> {
  readonly title: string;
  readonly acts: readonly SupervisionAct<State, Connected>[];
  readonly ledger: (world: SupervisedWorld) => Connected;
  /** Brings one about a new pilot to a state; returns its id. */
  readonly reach: (world: SupervisedWorld, state: State) => Promise<Hex>;
  /** The pilot it is about. */
  readonly pilot: (world: SupervisedWorld, id: Hex) => Promise<Hex>;
}

export function describeCallers<State extends string, Connected extends Ledger<Connected>>(
  subject: Subject<State, Connected>,
): void {
  describe(`who may act on ${subject.title}`, () => {
    for (const act of subject.acts) {
      describe(act.name, () => {
        let world: SupervisedWorld;
        let id: Hex;
        let pilot: Hex;

        beforeEach(async () => {
          world = await networkHelpers.loadFixture(deploySupervised);
          const state = act.ready ?? act.states[0];
          if (state === undefined) throw new Error(`${act.name} is allowed in no state`);
          id = await subject.reach(world, state);
          pilot = await subject.pilot(world, id);
        });

        const by = (account: "stranger" | "outsider" | "party" | "lead" | "administrator") =>
          act.attempt(subject.ledger(world).connect(world.accounts[account]), id, world);

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
          it("is refused to an official whose organisation submitted a milestone and left", async () => {
            const { ledger, accounts } = world;
            await ledger.connect(accounts.party).submitMilestone(pilot, submissionOf(world, 1));
            await ledger.connect(accounts.lead).removeParty(pilot, PARTY, REASON);
            await expect(by("party"))
              .to.be.revertedWithCustomError(world.supervision, "Supervision_ConflictOfInterest")
              .withArgs(pilot, accounts.party.address, PARTY);
          });
        }
      });
    }
  });
}
