import { spanOf } from "../../ledger/periods.ts";
import { RULES } from "../../ledger/rules/rules.ts";
import type { Ledger } from "../as-of/ledger.ts";
import { find } from "../find.ts";
import type { Task } from "./task.ts";

/** Figures that have a target and no report although their period is over. */
export async function* reportingTasks(ledger: Ledger): AsyncGenerator<Task> {
  const figures = find(ledger, {
    kind: "figure",
    leads: [],
    satisfies: ({ targets, reports, period }) =>
      targets.length > 0 && reports.length === 0 && spanOf(period).to <= ledger.asOf,
  });
  for await (const [, { code: subject, region, period, targets, created }] of figures) {
    const [task, since] = ["REPORT_FIGURE", spanOf(period).to - 1] as const;
    const limit = { workingDays: RULES.reportingWorkingDays };
    const cause = targets[0]?.provenance ?? created;
    yield { task, subject, pilot: null, region, since, limit, cause, awaiting: null };
  }
}

/** Reports to verify. */
export async function* verificationTasks(ledger: Ledger): AsyncGenerator<Task> {
  const figures = find(ledger, {
    kind: "figure",
    leads: [{ index: "figure.report", everIndex: null, values: ["REPORTED"] }],
    satisfies: ({ reports }) => reports.at(-1)?.state === "REPORTED",
  });
  for await (const [, { code: subject, region, reports }] of figures) {
    const report = reports.at(-1);
    if (report === undefined) continue;
    const limit = { workingDays: RULES.verificationWorkingDays };
    const { reportedAt: since, provenance: cause } = report;
    yield { task: "VERIFY_REPORT", subject, pilot: null, region, since, limit, cause, awaiting: null };
  }
}

/** Bulletins to co-sign, and those that enough have signed to publish. */
export async function* bulletinTasks(ledger: Ledger): AsyncGenerator<Task> {
  for await (const [, { code: subject, region, state, issuers, created, updated }] of ledger.list("bulletin")) {
    const unsigned = issuers.filter(({ signedAt }) => signedAt === null).map(({ organisation }) => organisation);
    const about = { subject, pilot: null, region, limit: null };
    if (state === "DRAFTED") {
      yield { ...about, task: "COSIGN_BULLETIN", since: created.blockTime, cause: created, awaiting: unsigned };
    }
    if (state === "COSIGNED") {
      const since = Math.max(...issuers.map(({ signedAt }) => signedAt ?? 0));
      yield { ...about, task: "PUBLISH_BULLETIN", since, cause: updated, awaiting: null };
    }
  }
}
