import { readdir, readFile } from "node:fs/promises";
import { expect } from "chai";
import { ABIS } from "../../server/ledger/contracts.ts";

describe("the refusals of the contracts", () => {
  it("are each provoked by a test", async () => {
    const errors = Object.values(ABIS)
      .flat()
      .filter((item) => item.type === "error")
      .map((item) => item.name)
      .filter((name) => /^(Authority|SignedActs|Programmes|Pilots|Milestones|Evidence)_(?!SeriousCaseOpen)/.test(name));
    const specs = (await readdir(import.meta.dirname, { recursive: true })).filter((file) =>
      /(\.test|-laws)\.ts$/.test(file),
    );
    const source = (await Promise.all(specs.map((file) => readFile(`${import.meta.dirname}/${file}`, "utf8")))).join(
      "\n",
    );
    expect(errors.filter((name) => !source.includes(`"${name}"`))).to.deep.equal([]);
    expect(errors.length).to.be.greaterThan(60);
  });
});
