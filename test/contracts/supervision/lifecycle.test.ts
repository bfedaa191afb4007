import { expect } from "chai";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import { CASE_STATES } from "../../../server/ledger/codes/supervision.ts";
import { packDossierId } from "../../../server/ledger/dossiers.ts";
import type { Hex } from "../../../server/ledger/hex.ts";
import { connection } from "../fixture.ts";
import { CASE_ACTS, entitled } from "./acts.ts";
import { deploySupervised, messageOf, type SupervisedWorld } from "./fixture.ts";
import { caseIn, inspectorOf, REACHABLE_CASE_STATES, type ReachableCaseState } from "./journey.ts";

const UNKNOWN = packDossierId({ prefix: "JC", year: 2019, region: "330100", serial: 9_999 });

describe("the life cycle of a case", () => {
  let world: SupervisedWorld;
  const cases = new Map<ReachableCaseState, Hex>();

  before(async () => {
    world = await deploySupervised();
    for (const state of REACHABLE_CASE_STATES) cases.set(state, await caseIn(world, state));
  });

  // An act that goes through leaves no trace for the next one.
  let snapshot: unknown;
  beforeEach(async () => {
    snapshot = await connection.provider.request({ method: "evm_snapshot" });
  });
  afterEach(async () => {
    await connection.provider.request({ method: "evm_revert", params: [snapshot] });
  });

  it("reaches every state", async () => {
    for (const [state, dossier] of cases) {
      expect((await world.supervision.caseOf(dossier)).state, state).to.equal(BigInt(numberOf(CASE_STATES, state)));
    }
    expect(REACHABLE_CASE_STATES).to.have.members(CASE_STATES.slice(1));
  });

  for (const act of CASE_ACTS) {
    it(`${act.name} is refused on a case that does not exist`, async () => {
      const attempt =
        act.name === "inspectCase"
          ? inspectorOf(world).inspectCase(UNKNOWN, UNKNOWN)
          : act.attempt(entitled(world, act), UNKNOWN, world);
      await expect(attempt).to.be.revertedWithCustomError(world.supervision, "Cases_Unknown").withArgs(UNKNOWN);
    });

    for (const state of REACHABLE_CASE_STATES) {
      const allowed = act.states.includes(state);
      it(`${act.name} is ${allowed ? "not refused for" : "refused in"} the state ${state}`, async () => {
        const dossier = cases.get(state) ?? UNKNOWN;
        const attempt = act.attempt(entitled(world, act), dossier, world);
        if (allowed) {
          const refusal = await messageOf(attempt);
          expect(refusal).not.to.contain("Cases_StateNotAllowed");
          if (act.ready === state) expect(refusal).to.equal("");
        } else {
          await expect(attempt)
            .to.be.revertedWithCustomError(world.supervision, "Cases_StateNotAllowed")
            .withArgs(dossier, numberOf(CASE_STATES, state));
        }
      });
    }
  }
});
