import { expect } from "chai";
import fc from "fast-check";
import { queryTerms, searchTerms } from "../../server/ledger/search.ts";

const SEED = 20190301;

describe("search terms", () => {
  it("cut Han text into characters and pairs, and other text into words", () => {
    expect(searchTerms("汽车追溯 Car-parts 2019")).to.have.members([
      "汽",
      "汽车",
      "车",
      "车追",
      "追",
      "追溯",
      "溯",
      "car",
      "parts",
      "2019",
    ]);
  });

  it("unify full-width letters and case", () => {
    expect(searchTerms("Ｅ－Ｌｉｃｅｎｃｅ")).to.deep.equal(["e", "licence"]);
  });

  it("of a query need pairs where there are pairs, and single characters where there are none", () => {
    expect(queryTerms("追溯")).to.deep.equal(["追溯"]);
    expect(queryTerms("溯")).to.deep.equal(["溯"]);
    expect(queryTerms("追溯 Fabric")).to.have.members(["追溯", "fabric"]);
  });

  it("of Han text and of Latin beside it do not run together", () => {
    expect(searchTerms("基于Fabric的溯源"))
      .to.include.members(["基于", "fabric", "的溯", "溯源"])
      .and.not.include("于的");
  });

  it(`of any part of a text are among the text's (seed ${SEED})`, () => {
    const han = fc.stringMatching(/^[一-龥]{2,12}$/);
    const property = fc.property(han, fc.nat(), fc.nat(), (text, from, length) => {
      const start = from % (text.length - 1);
      const part = text.slice(start, start + 1 + (length % (text.length - start)));
      expect(searchTerms(text)).to.include.members(queryTerms(part));
    });
    fc.assert(property, { seed: SEED });
  });

  it("of what is not there are none", () => {
    expect(searchTerms(undefined, "", " —，。")).to.deep.equal([]);
  });
});
