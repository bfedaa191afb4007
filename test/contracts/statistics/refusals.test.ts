import { readdir, readFile } from "node:fs/promises";
import { expect } from "chai";
import { statisticsLedgerAbi } from "../../../server/ledger/abi.generated.ts";

describe("the refusals of the statistics ledger", () => {
  it("are each provoked by a test", async () => {
    const errors = statisticsLedgerAbi
      .filter((item) => item.type === "error")
      .map((item) => item.name)
      .filter((name) => /^(Statistics|Indicators|Bulletins|Evaluations|Guidance|Pools)_/.test(name));
    const files = (await readdir(import.meta.dirname)).filter((file) => file.endsWith(".ts"));
    const source = (await Promise.all(files.map((file) => readFile(`${import.meta.dirname}/${file}`, "utf8")))).join();
    expect(errors.filter((name) => !source.includes(`"${name}"`))).to.deep.equal([]);
    expect(errors.length).to.be.greaterThan(50);
  });
});
