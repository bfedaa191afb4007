import { expect } from "chai";
import { dataSlice, getAddress } from "ethers";
import type { Hex } from "../../../server/ledger/hex.ts";
import { networkHelpers } from "../fixture.ts";
import { RelayedSigner } from "../relayed-signer.ts";
import { FILING_ACTS } from "../services/acts.ts";
import { filingIn } from "../services/journey.ts";
import type { Signable } from "../signatures.ts";
import { CASE_ACTS, type SupervisionAct } from "./acts.ts";
import { deploySupervised, type SupervisedWorld } from "./fixture.ts";
import { caseIn } from "./journey.ts";

const ACCOUNTS = { lead: "lead", INSPECTOR: "inspector", DECIDER: "decider" } as const;

interface Subject<State extends string, Connected> {
  readonly name: Signable & keyof SupervisedWorld;
  readonly acts: readonly SupervisionAct<State, Connected>[];
  readonly reach: (world: SupervisedWorld, state: State) => Promise<Hex>;
  readonly connect: (world: SupervisedWorld, account: RelayedSigner) => Connected;
}

function describeRelay<State extends string, Connected>(subject: Subject<State, Connected>): void {
  describe(`signed by its account and sent by another, on ${subject.name}`, () => {
    for (const act of subject.acts) {
      const { ready } = act;
      if (ready === null) continue;
      it(`${act.name} is done, and the record names who signed it`, async () => {
        const world = await networkHelpers.loadFixture(deploySupervised);
        const id = await subject.reach(world, ready);
        const account = world.accounts[ACCOUNTS[act.caller]];
        const relayed = new RelayedSigner(account, world.accounts.stranger, subject.name);
        const receipt = await (await act.attempt(subject.connect(world, relayed), id, world)).wait();
        expect(receipt?.from).to.equal(world.accounts.stranger.address);
        const actors = (receipt?.logs ?? []).map(({ topics }) => getAddress(dataSlice(topics[2] ?? "0x", 12)));
        expect(actors).to.deep.equal([account.address]);
      });
    }
  });
}

describeRelay({
  name: "services",
  acts: FILING_ACTS,
  reach: filingIn,
  connect: ({ services }, account) => services.connect(account),
});

describeRelay({
  name: "supervision",
  // Only an inspector of the inspection attaches it; those are accounts that sign nothing here.
  acts: CASE_ACTS.filter(({ name }) => name !== "inspectCase"),
  reach: caseIn,
  connect: ({ supervision }, account) => supervision.connect(account),
});
