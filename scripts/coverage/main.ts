import { glob, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { Command } from "commander";
import { ROOT, runTool } from "../development/subprocess.ts";
import { Failure, runProgram } from "../process/failure.ts";
import { integerOption } from "../process/options.ts";
import type { Branch } from "./branches.ts";
import { BRANCHES, CACHE, REACHED } from "./folders.ts";
import { coverageOf, percent, renderReport, total } from "./report.ts";

/** Tests of the compiled code itself, which instrumentation changes. */
const OF_COMPILED_CODE = "fits the limit on code|is what the snapshot says";

const program = new Command("npm run coverage --")
  .description("Say which lines and branches of the contracts the contract tests reach, and which they do not.")
  .option("--least <percent>", "exit with 1 when lines or branches are below", integerOption(0, 100), 98)
  .addHelpText(
    "after",
    `
Lines are those of the statements that Hardhat instruments. A branch is one outcome, true or false, of one condition: of an if, a ? :, a loop,
and of each operand of && and ||; "never false" says that no test saw the condition false. A function on one line is reached
when its statement is. Tests: test/contracts, Solidity and Mocha, without those that measure the compiled code itself.

Example:
  npm run coverage`,
  );

await runProgram(async () => {
  const { least } = program.parse().opts<{ least: number }>();
  await Promise.all([CACHE, "coverage"].map((folder) => rm(join(ROOT, folder), { recursive: true, force: true })));
  await runTests();
  const files = coverageOf(await readFile(join(REACHED, "lcov.info"), "utf8"), await readBranches(), await readTags());
  console.log(renderReport(files));
  const low = (["lines", "branches"] as const).filter((what) => percent(total(files, what)) < least);
  if (low.length > 0) {
    throw new Failure("COVERAGE_LOW", `${low.join(" and ")} below ${least} %: write tests for what is listed above`);
  }
});

async function runTests(): Promise<void> {
  const tests = await filesIn(ROOT, "test/contracts/**/*.{t.sol,test.ts}");
  const config = join(ROOT, "scripts", "coverage", "hardhat.config.ts");
  const args = ["--config", config, "test", "--coverage", "--grep-exclude", OF_COMPILED_CODE, ...tests];
  const { code, output } = await runTool("hardhat", args);
  if (code !== 0) throw new Failure("TESTS_FAILED", `${output}\n\nthe tests fail, so that their coverage says nothing`);
}

async function readBranches(): Promise<Branch[]> {
  const files = await filesIn(BRANCHES, "*.json");
  const lists = await Promise.all(files.map(async (file) => await readJson<Branch[]>(join(BRANCHES, file))));
  return lists.flat();
}

async function readTags(): Promise<Set<string>> {
  const files = await filesIn(REACHED, "data/**/*.json");
  const hits = await Promise.all(files.map(async (file) => await readJson<object>(join(REACHED, file))));
  return new Set(hits.flatMap((tags) => Object.keys(tags)));
}

async function readJson<Content>(file: string): Promise<Content> {
  return JSON.parse(await readFile(file, "utf8"));
}

async function filesIn(folder: string, pattern: string): Promise<string[]> {
  const files: string[] = [];
  for await (const file of glob(pattern, { cwd: folder })) files.push(file);
  return files.sort();
}
