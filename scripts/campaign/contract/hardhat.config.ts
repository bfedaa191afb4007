import { defineConfig } from "hardhat/config";
import config from "../../../hardhat.config.ts";

const { CAMPAIGN_RUNS = "256", CAMPAIGN_DEPTH = "50", CAMPAIGN_SEED = "1" } = process.env;

/** The project's configuration with the extent of a campaign. */
export default defineConfig({
  ...config,
  test: {
    ...config.test,
    solidity: {
      fuzz: { runs: 256, seed: `0x${Number(CAMPAIGN_SEED).toString(16).padStart(64, "0")}` },
      invariant: { runs: Number(CAMPAIGN_RUNS), depth: Number(CAMPAIGN_DEPTH), failOnRevert: true },
    },
  },
});
