import { expect } from "chai";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import { FILING_STATES, type FilingState } from "../../../server/ledger/codes/supervision.ts";
import type { Hex } from "../../../server/ledger/hex.ts";
import { connection, NO_DIGEST } from "../fixture.ts";
import { deploySupervised, messageOf, type SupervisedWorld } from "../supervision/fixture.ts";
import { entitledToFile, FILING_ACTS } from "./acts.ts";
import { filingIn } from "./journey.ts";

describe("the life cycle of a filing", () => {
  let world: SupervisedWorld;
  const filings = new Map<FilingState, Hex>();
  let snapshot: unknown;

  before(async () => {
    world = await deploySupervised();
    for (const state of FILING_STATES) filings.set(state, await filingIn(world, state));
  });
  beforeEach(async () => {
    snapshot = await connection.provider.request({ method: "evm_snapshot" });
  });
  afterEach(async () => {
    await connection.provider.request({ method: "evm_revert", params: [snapshot] });
  });

  it("reaches every state", async () => {
    for (const [state, pilot] of filings) {
      const { filing } = await world.services.serviceOf(pilot);
      expect(filing, state).to.equal(BigInt(numberOf(FILING_STATES, state)));
    }
  });

  for (const act of FILING_ACTS) {
    for (const state of FILING_STATES) {
      const allowed = act.states.includes(state);
      it(`${act.name} ${allowed ? "goes through" : "is refused"} in the state ${state}`, async () => {
        const pilot = filings.get(state) ?? NO_DIGEST;
        const attempt = act.attempt(entitledToFile(world, act), pilot, world);
        if (allowed) expect(await messageOf(attempt)).to.equal("");
        else {
          await expect(attempt)
            .to.be.revertedWithCustomError(world.services, "Filings_StateNotAllowed")
            .withArgs(pilot, numberOf(FILING_STATES, state));
        }
      });
    }
  }
});
