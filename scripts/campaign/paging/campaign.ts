import { TestServer } from "../../../test/api/server.ts";
import { UNLIMITED } from "../../../test/oracle/oracle.ts";
import { walkAll } from "../../../test/paging/walk.ts";
import type { Campaign } from "../campaign.ts";

/** Walks through every list while the ledger is written to and reorganised. */
export const paging: Campaign = {
  description: "walking all pages during writes and reorganisations: nothing twice, nothing missed, or 409",
  run: async ({ runs, depth, seed: first }) => {
    const failures: { seed: number; message: string }[] = [];
    let [walks, pages, refused] = [0, 0, 0];
    for (let seed = first; seed < first + runs; seed++) {
      // A server remembers every snapshot it opened: one for each run, so that a campaign of any length fits into memory.
      const server = await new TestServer(undefined, { rateLimits: UNLIMITED }).start();
      try {
        const run = await walkAll(server, seed, depth);
        walks += run.walks;
        pages += run.pages;
        refused += run.refused;
        for (const message of run.faults) failures.push({ seed, message });
      } finally {
        await server.stop();
      }
    }
    return { runs, failures, notes: [`${walks} walks, ${pages} pages, ${refused} walks refused with 409`] };
  },
};
