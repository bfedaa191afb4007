import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { HardhatPlugin } from "hardhat/types/plugins";
import { type Branch, instrumentBranches } from "./branches.ts";

/** Hardhat's name of the project's own sources. */
const OWN = "project/contracts/";

/** Adds the report of branches to what Hardhat compiles, and writes what there is to report into a folder. */
export function branchCoverage(folder: string): HardhatPlugin {
  return {
    id: "branch-coverage",
    hookHandlers: {
      solidity: async () => ({
        default: async () => ({
          preprocessSolcInputBeforeBuilding: async (context, input, next) => {
            if (!context.globalOptions.coverage) return await next(context, input);
            const sources = { ...input.sources };
            for (const [name, { content }] of Object.entries(sources)) {
              if (!name.startsWith(OWN)) continue;
              const { source, branches } = instrumentBranches(name.slice("project/".length), content);
              sources[name] = { content: source };
              await note(folder, name, branches);
            }
            return await next(context, { ...input, sources });
          },
        }),
      }),
    },
  };
}

async function note(folder: string, source: string, branches: readonly Branch[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  const name = createHash("sha256").update(source).digest("hex").slice(0, 16);
  await writeFile(join(folder, `${name}.json`), JSON.stringify(branches));
}
