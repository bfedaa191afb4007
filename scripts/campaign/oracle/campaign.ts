import { TestServer } from "../../../test/api/server.ts";
import { consult, UNLIMITED } from "../../../test/oracle/oracle.ts";
import type { Campaign } from "../campaign.ts";

/** Every question of the API against what the raw events say. */
export const oracle: Campaign = {
  description: "every question of random ledgers, now and in the past, against a naive reading of the raw events",
  run: async ({ runs, depth, seed: first }) => {
    const failures: { seed: number; message: string }[] = [];
    let [questions, events] = [0, 0];
    for (let seed = first; seed < first + runs; seed++) {
      // A server remembers every snapshot it opened: one for each run, so that a campaign of any length fits into memory.
      const server = await new TestServer(undefined, { rateLimits: UNLIMITED }).start();
      try {
        const run = await consult(server, seed, depth);
        questions += run.asked;
        events += run.events;
        for (const { question, path, answered, expected } of run.disagreements) {
          failures.push({ seed, message: `${question}: ${path} answered ${answered}, the events say ${expected}` });
        }
      } finally {
        await server.stop();
      }
    }
    return { runs, failures, notes: [`${questions} questions to ledgers of ${events} events in all`] };
  },
};
