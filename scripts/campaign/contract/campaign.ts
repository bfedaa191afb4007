import { buildContracts } from "../../development/contracts.ts";
import type { Campaign } from "../campaign.ts";
import { runInvariants } from "./invariants.ts";

/** The contracts: their invariants in Solidity, then the state rebuilt from logs against their views. */
export const contract: Campaign = {
  description: "the contracts' invariants, and the state rebuilt from logs alone against every view and journal",
  run: async (extent) => {
    await buildContracts();
    const invariants = await runInvariants(extent);
    // Only now: it reads the compiled contracts.
    const { runSequences } = await import("./sequences.ts");
    const sequences = await runSequences(extent);
    return {
      runs: invariants.runs + sequences.runs,
      failures: [...invariants.failures, ...sequences.failures],
      notes: [...invariants.notes, ...sequences.notes],
    };
  },
};
