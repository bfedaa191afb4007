import { expect } from "chai";
import { TestServer } from "../api/server.ts";
import { SEED } from "../support/random-ledger.ts";
import { consult, UNLIMITED } from "./oracle.ts";

const RUNS = 4;
const ACTS = 90;

describe(`the answers of the API and the raw events (seeds ${SEED} to ${SEED + RUNS - 1})`, () => {
  const server = new TestServer(undefined, { rateLimits: UNLIMITED });
  before(() => server.start());
  after(() => server.stop());

  it("agree on every question, for the present and the past", async () => {
    for (let seed = SEED; seed < SEED + RUNS; seed++) {
      const { asked, disagreements } = await consult(server, seed, ACTS);
      expect(disagreements, `seed ${seed}`).to.deep.equal([]);
      expect(asked).to.be.greaterThan(20);
    }
  });
});
