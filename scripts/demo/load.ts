import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runCli } from "../cli/program.ts";
import { Failure } from "../process/failure.ts";
import { DEMO_CLOCK, shanghai } from "./clock.ts";
import { makeDocument } from "./documents.ts";
import { SETUP } from "./setup.ts";
import { crossBorderTraceability, industryBase, receivablesFinance } from "./stories/economy.ts";
import { electronicLicences, realEstateRegistration } from "./stories/government.ts";
import { electronicEvidence } from "./stories/justice.ts";
import { foodTraceability, prescriptionFlow } from "./stories/livelihood.ts";
import { autoParts, lowVoltageAppliances, mouldDesigns } from "./stories/manufacturing.ts";
import type { Step, Story } from "./story.ts";

/** The pilots of the demo, each in a situation of its own. */
const STORIES: readonly Story[] = [
  electronicLicences,
  realEstateRegistration,
  electronicEvidence,
  autoParts,
  receivablesFinance,
  crossBorderTraceability,
  prescriptionFlow,
  lowVoltageAppliances,
  foodTraceability,
  mouldDesigns,
  industryBase,
];

/** A development chain whose clock can be set. */
export interface ClockedChain {
  /** Mines a block of this time; the next transaction's block is later. */
  readonly moveTo: (time: number) => Promise<void>;
}

export interface DemoOptions {
  readonly chain: ClockedChain;
  readonly deploymentFile: string;
  /** Where the papers and receipts of the demo are put. */
  readonly folder: string;
  readonly onProgress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

const HERE = fileURLToPath(new URL(".", import.meta.url));

/**
 * Plays the demo: every act is a call of the command line, as its actor, at its time, with real files.
 *
 * @throws {Failure} DEMO_FAILED when an act is refused, with what the command line said.
 */
export async function loadDemo(options: DemoOptions): Promise<void> {
  const acts = [
    ...SETUP.map((step) => ({ step, name: "setup" })),
    ...STORIES.flatMap((story) => story.steps.map((step) => ({ step, name: story.name }))),
  ].sort((one, other) => one.step.at - other.step.at);
  await copyApplications(options.folder);

  let now = 0;
  for (const [index, { step, name }] of acts.entries()) {
    options.signal.throwIfAborted();
    options.onProgress(index, acts.length);
    const folder = join(options.folder, name);
    for (const document of step.documents) await makeDocument(folder, document);
    // Acts of one minute follow each other by a second or more, as blocks must.
    if (step.at > now) await options.chain.moveTo(step.at - 1);
    now = Math.max(now, step.at);
    await perform(step, folder, options.deploymentFile);
  }
  await options.chain.moveTo(shanghai(DEMO_CLOCK));
  options.onProgress(acts.length, acts.length);
}

async function copyApplications(folder: string): Promise<void> {
  for (const { name } of STORIES) {
    await mkdir(join(folder, name), { recursive: true });
    await copyFile(join(HERE, "pilots", `${name}.yaml`), join(folder, name, "pilot.yaml"));
  }
}

async function perform(step: Step, folder: string, deploymentFile: string): Promise<void> {
  const argv = step.argv.map((argument) =>
    argument
      .replace("{folder}", folder)
      .replace("{setup}", HERE)
      .replace("{codes}", join(HERE, "..", "deploy")),
  );
  const said: string[] = [];
  const sink = { write: (text: string) => said.push(text) > 0 };
  const code = await runCli(["--deployment", deploymentFile, "--account", step.as, ...argv], {
    stdout: sink,
    stderr: sink,
    env: {},
    cwd: folder,
    clock: Date.now,
    isTTY: false,
  });
  if (code !== 0) {
    throw new Failure(
      "DEMO_FAILED",
      `the demo stopped at "${argv.join(" ")}" (as ${step.as}): ${said.join("").trim()}`,
    );
  }
}
