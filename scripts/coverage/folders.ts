import { join } from "node:path";
import { ROOT } from "../development/subprocess.ts";

/** Where instrumented contracts are compiled to. */
export const CACHE = "cache/coverage";
/** What branches there are, one file for each source. */
export const BRANCHES = join(ROOT, CACHE, "branches");
/** Where Hardhat leaves which statements and branches were reached; its place cannot be chosen. */
export const REACHED = join(ROOT, "coverage");
