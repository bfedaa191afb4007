import { describeFailure, Failure } from "../process/failure.ts";
import { buildContracts } from "./contracts.ts";
import { checkAbi } from "./generate-abi.ts";
import { checkLockfile } from "./lockfile.ts";
import { runTool } from "./subprocess.ts";

/** What one step has to say when it fails; nothing when it passes. */
type Complaint = string | undefined;

interface Step {
  name: string;
  run: () => Promise<Complaint>;
}

const AT_ONCE = 2;

/** Slowest first, so that two at a time end about together. */
const STEPS: readonly Step[] = [
  tool("unused files, exports and dependencies (knip)", "knip", ["--no-progress", "--no-config-hints"]),
  tool("Solidity rules (solhint)", "solhint", ["--max-warnings", "0", "--disc", "contracts/**/*.sol"]),
  tool("TypeScript types (tsc)", "tsc", ["--noEmit"]),
  tool("Solidity format (prettier)", "prettier", ["--check", "--log-level", "warn", "{contracts,test}/**/*.sol"]),
  tool("TypeScript rules and format (biome)", "biome", ["check", "--error-on-warnings", "--max-diagnostics=100"]),
  { name: "generated ABIs", run: () => complaintOf(checkAbi) },
  { name: "lockfile for all platforms", run: () => complaintOf(checkLockfile) },
];

// The others need what the compiler writes.
const compiled = await runStep({ name: "contracts compile", run: () => complaintOf(compileQuietly) });
const results = [compiled, ...(await runBounded(STEPS, AT_ONCE))];
const failures = results.filter((passed) => !passed).length;
console.log(failures === 0 ? "All checks passed." : `${failures} of ${results.length} checks failed.`);
process.exitCode = failures === 0 ? 0 : 1;

function tool(name: string, command: string, args: readonly string[]): Step {
  return {
    name,
    run: async () => {
      const { code, output } = await runTool(command, args);
      return code === 0 ? undefined : output.trim() || `${command} ended with code ${code}`;
    },
  };
}

async function compileQuietly(): Promise<void> {
  const warnings = await buildContracts("ledger and tests");
  if (warnings.length > 0) throw new Failure("COMPILER_WARNINGS", warnings.join("\n\n"));
}

async function complaintOf(check: () => Promise<void>): Promise<Complaint> {
  try {
    await check();
    return undefined;
  } catch (error) {
    return describeFailure(error);
  }
}

async function runBounded(steps: readonly Step[], limit: number): Promise<boolean[]> {
  const queue = [...steps];
  const passed: boolean[] = [];
  const worker = async (): Promise<void> => {
    for (let step = queue.shift(); step !== undefined; step = queue.shift()) passed.push(await runStep(step));
  };
  await Promise.all(Array.from({ length: limit }, worker));
  return passed;
}

async function runStep(step: Step): Promise<boolean> {
  const started = performance.now();
  const complaint = await step.run();
  const time = `${((performance.now() - started) / 1000).toFixed(1)} s`;
  console.log(`${complaint === undefined ? "✔" : "✘"} ${step.name} (${time})`);
  if (complaint !== undefined) console.log(`${complaint}\n`);
  return complaint === undefined;
}
