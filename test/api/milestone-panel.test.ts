import { expect } from "chai";
import { ADMINISTRATOR } from "../support/synthetic-names.ts";
import { JUDICIAL } from "./ledger.ts";
import { TestServer } from "./server.ts";
import { DECIDER, INSPECTOR, supervisedLedger } from "./supervised-ledger.ts";

describe("a milestone with a panel", () => {
  const { ledger } = supervisedLedger();
  const server = new TestServer(ledger.advise(JUDICIAL, 2, [ADMINISTRATOR, INSPECTOR, DECIDER]));
  before(() => server.start());
  after(() => server.stop());

  it("waits in the experts' queue until all have voted", async () => {
    const { body } = await server.get("/v1/queues/expert");
    const tasks = body.items as unknown as { task: string; subject: string }[];
    expect(tasks.map(({ task, subject }) => [task, subject])).to.deep.equal([["VOTE_ON_SUBMISSION", `${JUDICIAL}/M2`]]);
    ledger.castOnMilestone(JUDICIAL, 2, INSPECTOR, "PASS").castOnMilestone(JUDICIAL, 2, DECIDER, "FAIL");
    expect((await server.get("/v1/queues/expert")).body.items).to.deep.equal([]);
    const { body: approver } = await server.get("/v1/queues/approver");
    expect((approver.items as unknown as { subject: string }[]).map(({ subject }) => subject)).to.include(
      `${JUDICIAL}/M2`,
    );
  });

  it("shows its members, how many votes carry, and who voted how", async () => {
    const { body } = await server.get(`/v1/pilots/${JUDICIAL}/milestones/2`);
    const { submissions } = body.milestone as unknown as {
      submissions: { panel: { experts: string[]; threshold: number; votes: { expert: string; vote: string }[] } }[];
    };
    const panel = submissions.at(-1)?.panel;
    expect([panel?.experts, panel?.threshold]).to.deep.equal([[ADMINISTRATOR, INSPECTOR, DECIDER], 2]);
    expect(panel?.votes[0]).to.include({ expert: ADMINISTRATOR, vote: "PASS" });
  });
});
