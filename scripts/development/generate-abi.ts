import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Failure } from "../process/failure.ts";
import { ROOT } from "./subprocess.ts";

/** The ledger's contracts: each file of `contracts/` is one. */
const CONTRACTS = [
  "Authority",
  "PilotLedger",
  "EvidenceLedger",
  "StatisticsLedger",
  "ServiceLedger",
  "SupervisionLedger",
] as const;

/** Which artifact each exported constant is made from. */
const SOURCES = CONTRACTS.map((name) => ({
  constant: `${name.charAt(0).toLowerCase()}${name.slice(1)}Abi`,
  artifact: `contracts/${name}.sol/${name}.json`,
}));

const TARGET = "server/ledger/abi.generated.ts";

/** Writes the ABIs of the compiled contracts into the server's source, where they type what it decodes. */
export async function writeAbi(): Promise<"written" | "unchanged"> {
  const rendered = await renderAbi();
  if (rendered === (await committedAbi())) return "unchanged";
  await writeFile(join(ROOT, TARGET), rendered);
  return "written";
}

/** Throws, saying what to run, when the committed ABIs are not those of the compiled contracts. */
export async function checkAbi(): Promise<void> {
  if ((await renderAbi()) !== (await committedAbi())) {
    throw new Failure("ABI_STALE", `${TARGET} is not that of the contracts; run "npm run build" and commit it`);
  }
}

async function renderAbi(): Promise<string> {
  const constants = await Promise.all(
    SOURCES.map(async ({ constant, artifact }) => {
      const abi = await readArtifactAbi(artifact);
      return `export const ${constant} = ${JSON.stringify(abi, undefined, 2)} as const;\n`;
    }),
  );
  return ['// Generated from the compiled contracts by "npm run build": do not edit.\n', ...constants].join("\n");
}

async function readArtifactAbi(artifact: string): Promise<unknown[]> {
  const file = join(ROOT, "artifacts", artifact);
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (cause) {
    throw new Failure(
      "ARTIFACT_MISSING",
      `the contracts were compiled without artifacts/${artifact}; is the contract still there?`,
      {
        cause,
      },
    );
  }
  const parsed: unknown = JSON.parse(text);
  if (typeof parsed !== "object" || parsed === null || !("abi" in parsed) || !Array.isArray(parsed.abi)) {
    throw new Failure(
      "ARTIFACT_BROKEN",
      `artifacts/${artifact} holds no ABI; remove the artifacts folder and run "npm run build"`,
    );
  }
  return parsed.abi;
}

async function committedAbi(): Promise<string | undefined> {
  try {
    return await readFile(join(ROOT, TARGET), "utf8");
  } catch {
    return undefined;
  }
}
