import { expect } from "chai";
import { access } from "../../scripts/campaign/api/access.ts";
import { fuzz } from "../../scripts/campaign/api/fuzz.ts";

const SEED = 20_190_401;

describe("malformed requests made from the OpenAPI document", () => {
  it("are answered with problem documents of 4xx alone", async () => {
    const { failures } = await fuzz({ runs: 4, seed: SEED });
    expect(failures).to.deep.equal([]);
  });
});

describe("random jurisdictions over random ledgers", () => {
  it("see all that lies in them, and nothing else", async () => {
    const { failures } = await access.run({ runs: 2, depth: 1, seed: SEED });
    expect(failures).to.deep.equal([]);
  });
});
