import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { pilotLedgerAbi, serviceLedgerAbi, supervisionLedgerAbi } from "../../../server/ledger/abi.generated.ts";

describe("the refusals of supervision", () => {
  it("are each provoked by a test", async () => {
    const errors = [...pilotLedgerAbi, ...serviceLedgerAbi, ...supervisionLedgerAbi]
      .filter((item) => item.type === "error")
      .map((item) => item.name)
      .filter((name) =>
        /^(Supervis|Filings|Complaints|Draws|Inspections|Cases|Rectification|Penalties|Risk|Pilots_SeriousCaseOpen)/.test(
          name,
        ),
      );
    const folders = ["", "../services", "../pilots"].map((folder) => join(import.meta.dirname, folder));
    const sources = folders.map(async (folder) => {
      const specs = (await readdir(folder)).filter((file) => file.endsWith(".test.ts") || file === "callers.ts");
      return Promise.all(specs.map((file) => readFile(join(folder, file), "utf8")));
    });
    const source = (await Promise.all(sources)).flat().join("\n");
    expect(errors.filter((name) => !source.includes(`"${name}"`))).to.deep.equal([]);
    expect(errors.length).to.be.greaterThan(50);
  });
});
