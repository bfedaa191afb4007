import { nameOf } from "../codes/code.ts";
import { DIGEST_ALGORITHMS, type DigestAlgorithm, EVIDENCE_KINDS } from "../codes/evidence.ts";
import { VOTES } from "../codes/pilots.ts";
import type { EventName, LedgerEvent } from "../events.ts";
import type { Hex } from "../hex.ts";
import { unpackPilotId } from "../ids.ts";
import { milestoneId } from "../keys.ts";
import type { ExtensionRecord, MilestoneRecord, SubmissionDecision, SubmissionRecord } from "../milestone-records.ts";
import type { RecordKey } from "../records.ts";
import { type Draft, type Handlers, reasonOf } from "./handler.ts";
import { pilotKey } from "./pilots.ts";

type MilestoneEvents =
  | "MilestoneSubmitted"
  | "MilestonePanelConvened"
  | "MilestoneVoted"
  | "MilestoneReturned"
  | "MilestoneAccepted"
  | "MilestoneWaived"
  | "ExtensionRequested"
  | "ExtensionGranted"
  | "ExtensionRefused";

/** Milestones (里程碑): submissions, decisions, waivers and extensions. */
export const milestoneHandlers: Handlers<MilestoneEvents> = {
  MilestoneSubmitted: {
    reads: milestoneOnly,
    apply: (event, draft) => {
      const { args, origin } = event;
      const submission = {
        revision: args.revision,
        submittedAt: origin.blockTime,
        claimedAt: args.claimedAt,
        manifestDigest: args.manifestDigest,
        fileCount: args.fileCount,
        totalBytes: args.totalBytes.toString(),
        evidence: args.evidence.map((item) => ({
          kind: nameOf(EVIDENCE_KINDS, item.kind),
          algorithm: nameOf(DIGEST_ALGORITHMS, item.algorithm) as DigestAlgorithm,
          digest: item.digest,
        })),
        panel: null,
        decision: null,
        provenance: draft.provenance,
      };
      const { submissions } = milestoneOf(event, draft);
      change(event, draft, { state: "SUBMITTED", submissions: [...submissions, submission] });
    },
  },
  MilestonePanelConvened: {
    reads: milestoneOnly,
    apply: (event, draft) => {
      const { args, actor, origin } = event;
      const panel = {
        convenedAt: origin.blockTime,
        by: actor,
        experts: args.experts,
        threshold: args.threshold,
        votes: [],
      };
      changeSubmission(event, draft, () => ({ panel }));
    },
  },
  MilestoneVoted: {
    reads: milestoneOnly,
    apply: (event, draft) => {
      const { args, actor, origin } = event;
      const vote = nameOf(VOTES, args.vote);
      const cast = { expert: actor, vote, opinionDigest: args.opinionDigest, at: origin.blockTime };
      changeSubmission(event, draft, ({ panel }) => ({
        panel: panel === null ? null : { ...panel, votes: [...panel.votes, cast] },
      }));
    },
  },
  MilestoneReturned: {
    reads: milestoneOnly,
    apply: (event, draft) => {
      const reason = reasonOf(event.args.reason, event.args.documentDigest);
      decide(event, draft, { result: "RETURNED", reason, decisionDigest: null });
    },
  },
  MilestoneAccepted: {
    reads: milestoneAndPilot,
    apply: (event, draft) => {
      decide(event, draft, { result: "ACCEPTED", reason: null, decisionDigest: event.args.decisionDigest });
      settle(event, draft);
    },
  },
  MilestoneWaived: {
    reads: milestoneAndPilot,
    apply: (event, draft) => {
      const { args, actor, origin } = event;
      const waived = { at: origin.blockTime, by: actor, reason: reasonOf(args.reason, args.documentDigest) };
      change(event, draft, { state: "WAIVED", waived });
      settle(event, draft);
    },
  },
  ExtensionRequested: {
    reads: milestoneOnly,
    apply: (event, draft) => {
      const { args, origin } = event;
      const request: ExtensionRecord = {
        requestedAt: origin.blockTime,
        requestedDueAt: args.dueAt,
        reason: reasonOf(args.reason, args.documentDigest),
        decision: null,
      };
      change(event, draft, { extensions: [...milestoneOf(event, draft).extensions, request] });
    },
  },
  ExtensionGranted: {
    reads: milestoneOnly,
    apply: (event, draft) =>
      change(event, draft, { dueAt: event.args.dueAt, extensions: decidedExtensions(event, draft, "GRANTED") }),
  },
  ExtensionRefused: {
    reads: milestoneOnly,
    apply: (event, draft) => change(event, draft, { extensions: decidedExtensions(event, draft, "REFUSED") }),
  },
};

type MilestoneEvent = LedgerEvent<Extract<EventName, MilestoneEvents>>;

function idOf({ subject, args }: { readonly subject: Hex; readonly args: { readonly milestone: number } }): string {
  return milestoneId(unpackPilotId(subject), args.milestone);
}

function milestoneOnly(event: MilestoneEvent): RecordKey[] {
  return [{ kind: "milestone", id: idOf(event) }];
}

function milestoneAndPilot(event: MilestoneEvent): RecordKey[] {
  return [...milestoneOnly(event), pilotKey(event.subject)];
}

function milestoneOf(event: MilestoneEvent, draft: Draft): MilestoneRecord {
  return draft.get("milestone", idOf(event));
}

function change(event: MilestoneEvent, draft: Draft, members: Partial<MilestoneRecord>): void {
  draft.update("milestone", idOf(event), members);
}

function decide(event: MilestoneEvent, draft: Draft, decision: Omit<SubmissionDecision, "at" | "by">): void {
  const decided = { ...decision, at: event.origin.blockTime, by: event.actor };
  change(event, draft, { state: decision.result });
  changeSubmission(event, draft, () => ({ decision: decided }));
}

/** Changes the latest submission. */
function changeSubmission(
  event: MilestoneEvent,
  draft: Draft,
  members: (latest: SubmissionRecord) => Partial<SubmissionRecord>,
): void {
  const { submissions } = milestoneOf(event, draft);
  change(event, draft, {
    submissions: submissions.map((submission, index) =>
      index === submissions.length - 1 ? { ...submission, ...members(submission) } : submission,
    ),
  });
}

/** Counts a mandatory milestone as no longer open. */
function settle(event: MilestoneEvent, draft: Draft): void {
  if (!milestoneOf(event, draft).mandatory) return;
  const code = unpackPilotId(event.subject);
  draft.update("pilot", code, { mandatoryOpen: draft.get("pilot", code).mandatoryOpen - 1 });
}

function decidedExtensions(event: MilestoneEvent, draft: Draft, result: "GRANTED" | "REFUSED"): ExtensionRecord[] {
  const decision = { result, at: event.origin.blockTime, by: event.actor };
  return milestoneOf(event, draft).extensions.map((request) =>
    request.decision === null ? { ...request, decision } : request,
  );
}
