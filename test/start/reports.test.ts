import { expect } from "chai";
import { ownWarnings } from "../../scripts/development/contracts.ts";
import { selectTests } from "../../scripts/development/test-selection.ts";
import { readTally } from "../../scripts/development/test-solidity.ts";
import { lastLine, sum } from "../../scripts/development/test-tally.ts";

describe("what is shown of the compiler's report", () => {
  const foreign = 'Warning: "at" will be promoted to keyword\n --> npm/@openzeppelin/contracts@5.7.0/C.sol:1:2:\n  |\n';
  const own = "Warning: Unused local variable.\n --> ./contracts/PilotLedger.sol:4:79:\n  |\n4 | uint a;";

  it("keeps warnings about our own sources whole and drops those about dependencies", () => {
    const report = `\n${foreign}\n${own}\n\n${foreign}\nCompiled 16 Solidity files with solc 0.8.37\n`;
    expect(ownWarnings(report)).to.deep.equal([own]);
  });
});

describe("counting tests", () => {
  it("reads the counts of Solidity tests", () => {
    expect(readTally("  a\n    ✔ b()\n\n  12 passing\n  3 failing\n")).to.deep.equal({ passed: 12, failed: 3 });
    expect(readTally("nothing of the kind")).to.deep.equal({ passed: 0, failed: 0 });
  });

  it("adds up all runners in the last line", () => {
    const total = sum([
      { passed: 2, failed: 0 },
      { passed: 3, failed: 1 },
    ]);
    expect(lastLine(total)).to.equal("5 passed, 1 failed");
  });
});

describe("choosing tests", () => {
  const tests = ["test/api/a.test.ts", "test/apiary/b.test.ts", "test/contracts/C.t.sol", "test/start/d.test.ts"];

  it("takes all of them, the longest first", async () => {
    const longest = "test/start/fresh-start.test.ts";
    expect(await selectTests([], [...tests, longest])).to.deep.equal({
      solidity: ["test/contracts/C.t.sol"],
      specs: [longest, "test/api/a.test.ts", "test/apiary/b.test.ts", "test/start/d.test.ts"],
      grep: undefined,
    });
  });

  it("takes a folder without its namesakes", async () => {
    const { specs } = await selectTests(["test/start"], [...tests, "test/start-up/e.test.ts"]);
    expect(specs).to.deep.equal(["test/start/d.test.ts"]);
  });

  it("leaves the Solidity tests out when a pattern is given", async () => {
    const { solidity, grep } = await selectTests(["--grep", "paging"], tests);
    expect({ solidity, grep }).to.deep.equal({ solidity: [], grep: "paging" });
  });

  it("refuses what it does not know, rather than running everything", async () => {
    const refusal = await selectTests(["--gerp=paging"], tests).catch((error: unknown) => error);
    expect(refusal).to.have.property("code", "TEST_ARGUMENT_UNKNOWN");
  });
});
