import { Failure } from "../process/failure.ts";
import { runTool } from "./subprocess.ts";

/**
 * Compiles the contracts and their TypeScript types; what is up to date is left alone, which takes about a second.
 * The Solidity tests are only compiled when asked for. Returns the compiler's warnings about our own sources, one block each; those about dependencies are dropped,
 * since nobody here can mend them.
 *
 * @throws Failure COMPILATION_FAILED with all that the compiler said.
 */
export async function buildContracts(extent: "ledger" | "ledger and tests" = "ledger"): Promise<string[]> {
  const { code, output } = await runTool("hardhat", extent === "ledger" ? ["build", "--no-tests"] : ["build"]);
  if (code === 0) return ownWarnings(output);
  throw new Failure(
    "COMPILATION_FAILED",
    `${output.trim()}\n\nthe contracts do not compile: mend what is reported above`,
  );
}

/** The compiler's warnings that point into `contracts/` or `test/`, or nowhere. */
export function ownWarnings(output: string): string[] {
  return output
    .split(/\n(?=Warning)|\n\n(?=\S)/)
    .map((block) => block.trim())
    .filter((block) => block.startsWith("Warning"))
    .filter((block) => {
      const place = /-->\s*(\S+)/.exec(block)?.[1];
      return place === undefined || /^(\.\/|project\/)?(contracts|test)\//.test(place);
    });
}
