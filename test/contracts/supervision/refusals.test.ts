import { readdir, readFile } from "node:fs/promises";
import { expect } from "chai";
import { pilotLedgerAbi, supervisionLedgerAbi } from "../../../server/ledger/abi.generated.ts";

describe("the refusals of supervision", () => {
  it("are each provoked by a test", async () => {
    const errors = [...pilotLedgerAbi, ...supervisionLedgerAbi]
      .filter((item) => item.type === "error")
      .map((item) => item.name)
      .filter((name) =>
        /^(Supervis|Filings|Complaints|Inspections|Cases|Rectification|Penalties|Risk|Pilots_SeriousCaseOpen)/.test(
          name,
        ),
      );
    const specs = (await readdir(import.meta.dirname)).filter((file) => file.endsWith(".test.ts"));
    const source = (await Promise.all(specs.map((file) => readFile(`${import.meta.dirname}/${file}`, "utf8")))).join(
      "\n",
    );
    expect(errors.filter((name) => !source.includes(`"${name}"`))).to.deep.equal([]);
    expect(errors.length).to.be.greaterThan(50);
  });
});
