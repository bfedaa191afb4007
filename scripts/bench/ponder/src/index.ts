import { ponder } from "ponder:registry";
import { milestone, pilot } from "ponder:schema";

/*
 * The least that answers the same plain questions: which pilots and milestones there are and how they stand. No event log, no
 * search, no digests, no journal.
 */

ponder.on("PilotLedger:PilotApplied", async ({ event, context }) => {
  const { pilot: id, lead, programme, text, budget, applicationDigest, plan } = event.args;
  const at = event.block.timestamp;
  const row = { id, lead, programme, text, budget, applicationDigest, state: "APPLIED", appliedAt: at, updatedAt: at };
  await context.db.insert(pilot).values(row);
  const rows = plan.map((item, index) => ({
    id: `${id}/${index + 1}`,
    pilot: id,
    number: index + 1,
    dueAt: BigInt(item.dueAt),
    weight: item.weight,
    state: "PLANNED",
  }));
  await context.db.insert(milestone).values(rows);
});

for (const [name, state] of [
  ["PilotAdmitted", "UNDER_REVIEW"],
  ["PilotApproved", "APPROVED"],
  ["PilotStarted", "ACTIVE"],
] as const) {
  ponder.on(`PilotLedger:${name}`, async ({ event, context }) => {
    await context.db.update(pilot, { id: event.args.pilot }).set({ state, updatedAt: event.block.timestamp });
  });
}

ponder.on("PilotLedger:MilestoneSubmitted", async ({ event, context }) => {
  const { pilot: id, milestone: number, manifestDigest } = event.args;
  await context.db.update(milestone, { id: `${id}/${number}` }).set({ state: "SUBMITTED", manifestDigest });
});
