import { createRequire } from "node:module";
import { expect } from "chai";
import type { CompilerInput, CompilerOutput } from "hardhat/types/solidity";
import { joinOutputs, splitInput } from "../../scripts/development/compile-in-parts.ts";

const require = createRequire(import.meta.url);

const SOURCES = {
  "a/Base.sol": "abstract contract Base { function base() external pure returns (uint256) { return 1; } }",
  "a/First.sol":
    'import "./Base.sol";\ncontract First is Base { function f(uint256 unused) external pure returns (uint256) { return 2; } }',
  "a/Second.sol": "contract Second { event Done(uint256 n); function s() external { emit Done(3); } }",
  "a/Third.sol":
    'import "./Second.sol";\ncontract Third is Second { function t() external returns (Second) { return new Second(); } }',
};

const INPUT: CompilerInput = {
  language: "Solidity",
  sources: Object.fromEntries(Object.entries(SOURCES).map(([name, content]) => [name, { content }])),
  settings: {
    optimizer: { enabled: true, runs: 200 },
    viaIR: true,
    outputSelection: { "*": { "": ["ast"], "*": ["abi", "evm.bytecode.object", "evm.deployedBytecode.object"] } },
  },
};

describe("compiling in parts", () => {
  it("asks for the output of every source once, and for its syntax tree", () => {
    const parts = splitInput(INPUT, 2).map(({ settings }) => settings.outputSelection);
    expect(parts).to.have.lengthOf(2);
    const asked = parts.flatMap((selection) => Object.keys(selection).filter((name) => name !== "*"));
    expect(asked.sort()).to.deep.equal(Object.keys(SOURCES));
    expect(parts.map((selection) => selection["*"]?.[""])).to.deep.equal([["ast"], undefined]);
  });

  it("makes no more parts than there are contracts, and one at least", () => {
    expect(splitInput(INPUT, 8)).to.have.lengthOf(3);
    expect(splitInput(INPUT, 0)).to.deep.equal([INPUT]);
  });

  it("comes to what one process makes of the whole, warnings told once", () => {
    const whole = compile(INPUT);
    const joined = joinOutputs(splitInput(INPUT, 3).map(compile));
    expect(whole.errors?.map(({ message }) => message)).to.include.members([
      "Unused function parameter. Remove or comment out the variable name to silence this warning.",
    ]);
    expect(joined.errors).to.have.deep.members(whole.errors ?? []);
    expect({ ...joined, errors: [] }).to.deep.equal({ ...whole, errors: [] });
  });
});

function compile(input: CompilerInput): CompilerOutput {
  const solc: { compile: (input: string) => string } = require("solc");
  return JSON.parse(solc.compile(JSON.stringify(input)));
}
