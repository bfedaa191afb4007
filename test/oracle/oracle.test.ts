import { expect } from "chai";
import { Draw } from "../../scripts/campaign/draw.ts";
import { ROUTES } from "../../server/api/routes/routes.ts";
import { TestServer } from "../api/server.ts";
import { SEED } from "../support/random-ledger.ts";
import { consult, UNLIMITED } from "./oracle.ts";
import { Paper } from "./paper/paper.ts";
import { QUESTIONS } from "./questions/all.ts";
import { routeOf, WITHOUT_REFERENCE } from "./routes.ts";

const RUNS = 3;
const ACTS = 130;
const ROUNDS = 2;

describe("the references of the oracle", () => {
  it("are there for every route that answers a question of the ledger, and for no other", () => {
    const empty = new Paper([]);
    const asked = Object.values(QUESTIONS).map((make) => routeOf(make(new Draw(1), empty).path)?.path);
    expect(asked).to.not.include(undefined);
    const paths = ROUTES.map(({ path }) => path);
    const missing = paths.filter((path) => !asked.includes(path) && !(path in WITHOUT_REFERENCE));
    expect(missing, "give each a reference in test/oracle/questions, or a reason in test/oracle/routes.ts").to.be.empty;
    const needless = Object.keys(WITHOUT_REFERENCE).filter((path) => asked.includes(path) || !paths.includes(path));
    expect(needless).to.be.empty;
  });
});

describe(`the answers of the API and the raw events (seeds ${SEED} to ${SEED + RUNS - 1})`, () => {
  const server = new TestServer(undefined, { rateLimits: UNLIMITED });
  before(() => server.start());
  after(() => server.stop());

  it("agree on every question, for the present and the past", async () => {
    for (let seed = SEED; seed < SEED + RUNS; seed++) {
      const { asked, disagreements } = await consult(server, seed, ACTS, ROUNDS);
      expect(disagreements, `seed ${seed}`).to.deep.equal([]);
      expect(asked).to.be.greaterThan(100);
    }
  });
});
