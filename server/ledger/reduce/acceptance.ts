import { nameOf } from "../codes/code.ts";
import { VOTES } from "../codes/pilots.ts";
import type { Hex } from "../hex.ts";
import { unpackPilotId } from "../ids.ts";
import type { AcceptanceRound } from "../pilot-records.ts";
import type { Reason } from "../provenance.ts";
import { type Draft, type Handlers, reasonOf } from "./handler.ts";
import { enterState, pilotKey } from "./pilots.ts";

type AcceptanceEvents =
  | "AcceptanceRequested"
  | "AcceptancePanelConvened"
  | "AcceptanceVoted"
  | "PilotAccepted"
  | "PilotAcceptedConditionally"
  | "AcceptanceFailed";

/** Acceptance (验收): rounds, panels, votes and results. */
export const acceptanceHandlers: Handlers<AcceptanceEvents> = {
  AcceptanceRequested: {
    reads: ({ subject }) => [pilotKey(subject)],
    apply: ({ args, subject, origin }, draft) => {
      const code = unpackPilotId(subject);
      const round: AcceptanceRound = {
        round: args.round,
        requestedAt: origin.blockTime,
        manifestDigest: args.manifestDigest,
        experts: [],
        threshold: 0,
        votes: [],
        result: null,
        decidedAt: null,
      };
      const acceptance = [...draft.get("pilot", code).acceptance, round];
      enterState(draft, code, "IN_ACCEPTANCE", null, { acceptance });
    },
  },
  AcceptancePanelConvened: {
    reads: ({ subject }) => [pilotKey(subject)],
    apply: ({ args, subject }, draft) =>
      draft.update("pilot", unpackPilotId(subject), {
        acceptance: changedRound(draft, subject, { experts: args.experts, threshold: args.threshold }),
      }),
  },
  AcceptanceVoted: {
    reads: ({ subject }) => [pilotKey(subject)],
    apply: ({ args, subject, actor, origin }, draft) => {
      const cast = {
        expert: actor,
        vote: nameOf(VOTES, args.vote),
        opinionDigest: args.opinionDigest,
        at: origin.blockTime,
      };
      const votes = [...(draft.get("pilot", unpackPilotId(subject)).acceptance.at(-1)?.votes ?? []), cast];
      draft.update("pilot", unpackPilotId(subject), { acceptance: changedRound(draft, subject, { votes }) });
    },
  },
  PilotAccepted: {
    reads: ({ subject }) => [pilotKey(subject)],
    apply: ({ subject }, draft) => decide(draft, subject, "ACCEPTED", null),
  },
  PilotAcceptedConditionally: {
    reads: ({ subject }) => [pilotKey(subject)],
    apply: ({ args, subject }, draft) =>
      decide(draft, subject, "CONDITIONAL", reasonOf(args.reason, args.documentDigest)),
  },
  AcceptanceFailed: {
    reads: ({ subject }) => [pilotKey(subject)],
    apply: ({ args, subject }, draft) => decide(draft, subject, "FAILED", reasonOf(args.reason, args.documentDigest)),
  },
};

function decide(draft: Draft, subject: Hex, result: "ACCEPTED" | "CONDITIONAL" | "FAILED", reason: Reason | null) {
  const acceptance = changedRound(draft, subject, { result, decidedAt: draft.provenance.blockTime });
  enterState(draft, unpackPilotId(subject), result, reason, { acceptance });
}

/** The rounds of a pilot with the latest one changed. */
function changedRound(draft: Draft, subject: Hex, members: Partial<AcceptanceRound>): AcceptanceRound[] {
  const { acceptance } = draft.get("pilot", unpackPilotId(subject));
  return acceptance.map((round, index) => (index === acceptance.length - 1 ? { ...round, ...members } : round));
}
