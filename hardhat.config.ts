import { createRequire } from "node:module";
import toolbox from "@nomicfoundation/hardhat-toolbox-mocha-ethers";
import { defineConfig } from "hardhat/config";
import { compileInParts } from "./scripts/development/compile-in-parts.ts";
import { compileWithoutIr } from "./scripts/development/compile-without-ir.ts";

const require = createRequire(import.meta.url);

/** The compiler ships as an npm package: nothing is downloaded at build time. */
const solidity = {
  version: "0.8.37",
  path: require.resolve("solc/soljson.js"),
  settings: {
    evmVersion: "cancun",
    optimizer: { enabled: true, runs: 200 },
    viaIR: true,
  },
};

export default defineConfig({
  plugins: [toolbox, compileInParts, compileWithoutIr("test/contracts/invariants/*.sol")],
  solidity: { profiles: { default: solidity, production: solidity } },
  paths: { tests: { mocha: "test", solidity: "test" } },
  typechain: { outDir: "types/contracts" },
  test: {
    mocha: { timeout: 60_000 },
    solidity: {
      fuzz: { runs: 256, seed: "0x70696c6f742d6c6564676572" },
      /** The handlers refuse to be misled: what reverts in them is a fault. */
      invariant: { runs: 256, depth: 50, failOnRevert: true },
    },
  },
  networks: {
    default: { type: "edr-simulated", chainType: "l1", accounts: { count: 40 } },
    /** The chain of `npm start` and `npm run node`. */
    local: { type: "edr-simulated", chainType: "l1", accounts: { count: 40 }, loggingEnabled: false },
    /** Any chain that is reached over JSON-RPC; deployment sets the URL and the key. */
    remote: { type: "http", chainType: "l1", url: "http://127.0.0.1:8545" },
  },
});
