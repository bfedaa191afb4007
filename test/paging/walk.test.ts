import { expect } from "chai";
import { TestServer } from "../api/server.ts";
import { UNLIMITED } from "../oracle/oracle.ts";
import { SEED } from "../support/random-ledger.ts";
import { walkAll } from "./walk.ts";

const RUNS = 3;
const ACTS = 50;

describe(`walking through lists while the ledger is written to (seeds ${SEED} to ${SEED + RUNS - 1})`, () => {
  const server = new TestServer(undefined, { rateLimits: UNLIMITED });
  before(() => server.start());
  after(() => server.stop());

  it("gives nothing twice and misses nothing, or is refused because its blocks are gone", async () => {
    let refused = 0;
    for (let seed = SEED; seed < SEED + RUNS; seed++) {
      const walks = await walkAll(server, seed, ACTS);
      expect(walks.faults, `seed ${seed}`).to.deep.equal([]);
      refused += walks.refused;
    }
    expect(refused).to.be.greaterThan(0);
  });
});
