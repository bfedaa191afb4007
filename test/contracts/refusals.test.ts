import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { ABIS } from "../../server/ledger/contracts.ts";

describe("the refusals of the contracts", () => {
  it("are each provoked by a test", async () => {
    const files = await readdir(import.meta.dirname, { recursive: true });
    const specs = files.filter((file) => file.endsWith(".ts"));
    const source = (await Promise.all(specs.map((file) => readFile(join(import.meta.dirname, file), "utf8")))).join();
    // The contracts' own errors are named after their module; those of the libraries are the libraries' to test.
    const errors = Object.values(ABIS)
      .flat()
      .filter((item) => item.type === "error")
      .map((item) => item.name as string)
      .filter((name) => name.includes("_"));
    expect([...new Set(errors)].filter((name) => !source.includes(`"${name}"`))).to.deep.equal([]);
    expect(new Set(errors).size).to.be.greaterThan(180);
  });
});
