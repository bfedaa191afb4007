import { RULES } from "../../ledger/rules/rules.ts";
import type { Ledger } from "../as-of/ledger.ts";
import { find } from "../find.ts";
import type { Task } from "./task.ts";

/** Reports to verify, and bulletins to co-sign or publish. */
export async function* statisticsTasks(ledger: Ledger): AsyncGenerator<Task> {
  const figures = find(ledger, {
    kind: "figure",
    leads: [{ index: "figure.report", everIndex: null, values: ["REPORTED"] }],
    satisfies: ({ reports }) => reports.at(-1)?.state === "REPORTED",
  });
  for await (const [, { code, region, reports }] of figures) {
    const report = reports.at(-1);
    if (report === undefined) continue;
    const limit = { workingDays: RULES.verificationWorkingDays };
    const { reportedAt: since, provenance: cause } = report;
    yield { task: "VERIFY_REPORT", subject: code, pilot: null, region, since, limit, cause };
  }
  for await (const [, { code, region, state, updated }] of ledger.list("bulletin")) {
    if (state !== "DRAFTED" && state !== "COSIGNED") continue;
    const task = state === "DRAFTED" ? "COSIGN_BULLETIN" : "PUBLISH_BULLETIN";
    yield { task, subject: code, pilot: null, region, since: updated.blockTime, limit: null, cause: updated };
  }
}
