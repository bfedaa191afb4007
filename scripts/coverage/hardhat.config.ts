import { join } from "node:path";
import { defineConfig } from "hardhat/config";
import config from "../../hardhat.config.ts";
import { ROOT } from "../development/subprocess.ts";
import { BRANCHES, CACHE } from "./folders.ts";
import { branchCoverage } from "./plugin.ts";

/** The project's configuration with branches, in folders of its own: instrumented contracts never get among the real ones. */
export default defineConfig({
  ...config,
  plugins: [...(config.plugins ?? []), branchCoverage(BRANCHES)],
  paths: { ...config.paths, artifacts: join(CACHE, "artifacts"), cache: join(CACHE, "cache") },
  typechain: { outDir: join(ROOT, CACHE, "types") },
});
