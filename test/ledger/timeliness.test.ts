import { expect } from "chai";
import type { MilestoneRecord, SubmissionRecord } from "../../server/ledger/milestone-records.ts";
import type { PilotRecord } from "../../server/ledger/pilot-records.ts";
import { stateAt, timelinessAt } from "../../server/ledger/timeliness.ts";
import { APPROVER, digestOf } from "../support/acts.ts";
import { pilotChange } from "../support/blocks.ts";

const DAY = 86_400;
const at = (time: string) => Date.parse(`${time}+08:00`) / 1_000;
const DUE = at("2019-08-31T23:59:59");
const PLANNED = at("2019-04-01T09:00:00");
const reason = { code: "DELAYED", documentDigest: null };

const pilot = pilotChange(1, {}).value as PilotRecord;
const { created } = pilot;

function pilotIn(...states: [state: PilotRecord["state"], time: string][]): PilotRecord {
  const changes = states.map(([state, time]) => ({ state, at: at(time), reason: null, provenance: created }));
  return { ...pilot, states: changes };
}

const ACTIVE = pilotIn(
  ["APPLIED", "2019-04-01T09:00:00"],
  ["APPROVED", "2019-05-01T09:00:00"],
  ["ACTIVE", "2019-05-10T09:00:00"],
);

function milestone(members: Partial<MilestoneRecord> = {}): MilestoneRecord {
  return {
    code: `${pilot.code}/M2`,
    pilot: pilot.code,
    number: 2,
    title: null,
    kind: "PROTOTYPE",
    mandatory: true,
    weight: 2_000,
    originalDueAt: DUE,
    dueAt: DUE,
    dependsOn: [],
    requiredEvidence: [],
    state: "PLANNED",
    plannedAt: PLANNED,
    submissions: [],
    extensions: [],
    waived: null,
    created,
    updated: created,
    ...members,
  };
}

function submission(submittedAt: string, result?: "ACCEPTED" | "RETURNED", decidedAt = ""): SubmissionRecord {
  const decision = result && { result, at: at(decidedAt), by: APPROVER, reason: null, decisionDigest: null };
  return {
    revision: 1,
    submittedAt: at(submittedAt),
    claimedAt: at(submittedAt),
    manifestDigest: digestOf(1),
    fileCount: 1,
    totalBytes: "1",
    evidence: [],
    panel: null,
    decision: decision ?? null,
    provenance: created,
  };
}

function extension(
  requestedAt: string,
  to: string,
  result: "GRANTED" | "REFUSED",
  decidedAt: string,
): MilestoneRecord["extensions"][number] {
  const decision = { result, at: at(decidedAt), by: APPROVER };
  return { requestedAt: at(requestedAt), requestedDueAt: at(to), reason, decision };
}

const status = (record: MilestoneRecord, asOf: string, of = ACTIVE) => timelinessAt(record, of, at(asOf))?.status;

describe("a milestone's timeliness", () => {
  it("is nothing before the milestone was planned", () => {
    expect(timelinessAt(milestone(), ACTIVE, PLANNED - 1)).to.equal(undefined);
  });

  it("is not running until the pilot has started, nor once it has ended", () => {
    expect(status(milestone(), "2019-05-09T09:00:00")).to.equal("NOT_RUNNING");
    const ended = pilotIn(["ACTIVE", "2019-05-10T09:00:00"], ["TERMINATED", "2019-07-01T09:00:00"]);
    expect(status(milestone(), "2019-09-30T00:00:00", ended)).to.equal("NOT_RUNNING");
    expect(status(milestone(), "2019-06-30T00:00:00", ended)).to.equal("ON_TRACK");
  });

  it("goes from on track to due soon to overdue, by the second", () => {
    expect(timelinessAt(milestone(), ACTIVE, DUE - 14 * DAY - 1)?.status).to.equal("ON_TRACK");
    expect(timelinessAt(milestone(), ACTIVE, DUE - 14 * DAY)?.status).to.equal("DUE_SOON");
    expect(timelinessAt(milestone(), ACTIVE, DUE)?.status).to.equal("DUE_SOON");
    expect(timelinessAt(milestone(), ACTIVE, DUE + 1)).to.include({ status: "OVERDUE", daysLate: 1 });
    expect(timelinessAt(milestone(), ACTIVE, DUE + 37 * DAY)).to.include({ status: "OVERDUE", daysLate: 37 });
  });

  it("moves with an extension once it is granted, and still counts from the original date", () => {
    const extended = milestone({
      extensions: [extension("2019-08-20T09:00:00", "2019-10-31T23:59:59", "GRANTED", "2019-09-10T09:00:00")],
    });
    expect(status(extended, "2019-09-05T00:00:00")).to.equal("OVERDUE");
    const granted = timelinessAt(extended, ACTIVE, at("2019-09-20T00:00:00"));
    expect(granted).to.include({
      status: "ON_TRACK",
      dueAt: at("2019-10-31T23:59:59"),
      originalDueAt: DUE,
      daysLate: 0,
    });
    expect(granted?.daysLateOriginally).to.equal(20);
  });

  it("does not move with an extension that is refused", () => {
    const refused = milestone({
      extensions: [extension("2019-08-20T09:00:00", "2019-10-31T23:59:59", "REFUSED", "2019-08-25T09:00:00")],
    });
    expect(status(refused, "2019-09-05T00:00:00")).to.equal("OVERDUE");
  });

  it("waits on the regulator after a submission, and the review is late after its ten working days", () => {
    const waiting = milestone({ state: "SUBMITTED", submissions: [submission("2019-08-30T10:00:00")] });
    const under = timelinessAt(waiting, ACTIVE, at("2019-09-12T23:59:59"));
    expect(under).to.include({ status: "UNDER_REVIEW", daysLate: 0, reviewDueAt: at("2019-09-16T23:59:59") });
    expect(status(waiting, "2019-09-16T23:59:59")).to.equal("UNDER_REVIEW");
    expect(status(waiting, "2019-09-17T00:00:00")).to.equal("REVIEW_LATE");
  });

  it("runs again after a return, against the same date", () => {
    const returned = milestone({
      state: "RETURNED",
      submissions: [submission("2019-08-30T10:00:00", "RETURNED", "2019-09-02T10:00:00")],
    });
    expect(status(returned, "2019-09-01T00:00:00")).to.equal("UNDER_REVIEW");
    expect(timelinessAt(returned, ACTIVE, at("2019-09-03T00:00:00"))).to.include({
      status: "OVERDUE",
      daysLate: 3,
      dueAt: DUE,
    });
  });

  it("is judged by when the accepted revision was submitted, not by when it was accepted", () => {
    const onTime = milestone({ submissions: [submission("2019-08-31T23:59:59", "ACCEPTED", "2019-10-08T10:00:00")] });
    expect(status(onTime, "2019-12-01T00:00:00")).to.equal("ON_TIME");
    const late = milestone({
      submissions: [
        submission("2019-08-30T10:00:00", "RETURNED", "2019-09-02T10:00:00"),
        submission("2019-09-05T10:00:00", "ACCEPTED", "2019-09-06T10:00:00"),
      ],
    });
    expect(timelinessAt(late, ACTIVE, at("2019-12-01T00:00:00"))).to.include({ status: "LATE", daysLate: 5 });
  });

  it("is on time against the extended date and late against the original one", () => {
    const record = milestone({
      extensions: [extension("2019-08-20T09:00:00", "2019-10-31T23:59:59", "GRANTED", "2019-08-25T09:00:00")],
      submissions: [submission("2019-10-01T10:00:00", "ACCEPTED", "2019-10-10T10:00:00")],
    });
    const standing = timelinessAt(record, ACTIVE, at("2020-01-01T00:00:00"));
    expect(standing).to.include({ status: "ON_TIME", daysLate: 0, daysLateOriginally: 31 });
  });

  it("at a past instant is what it was then", () => {
    const record = milestone({ submissions: [submission("2019-09-05T10:00:00", "ACCEPTED", "2019-09-20T10:00:00")] });
    expect(status(record, "2019-08-01T00:00:00")).to.equal("ON_TRACK");
    expect(status(record, "2019-09-03T00:00:00")).to.equal("OVERDUE");
    expect(status(record, "2019-09-10T00:00:00")).to.equal("UNDER_REVIEW");
    expect(status(record, "2019-09-20T10:00:00")).to.equal("LATE");
  });

  it("ends with a waiver", () => {
    const waived = milestone({ waived: { at: at("2019-09-10T00:00:00"), by: APPROVER, reason } });
    expect(status(waived, "2019-09-09T00:00:00")).to.equal("OVERDUE");
    expect(timelinessAt(waived, ACTIVE, at("2019-12-01T00:00:00"))).to.include({ status: "WAIVED", daysLate: 0 });
  });

  it("goes by the pilot's state at the instant", () => {
    expect(stateAt(ACTIVE, at("2019-03-01T00:00:00"))).to.equal("NONE");
    expect(stateAt(ACTIVE, at("2019-05-01T09:00:00"))).to.equal("APPROVED");
    expect(stateAt(ACTIVE, at("2030-01-01T00:00:00"))).to.equal("ACTIVE");
  });
});
