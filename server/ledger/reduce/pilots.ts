import { nameOf } from "../codes/code.ts";
import { FILING_REQUIREMENTS, PARTY_ROLES, type PilotState, STAGES } from "../codes/pilots.ts";
import type { EventName } from "../events.ts";
import { asciiFromHex, type Hex, ZERO_BYTES32 } from "../hex.ts";
import { type PilotCode, parsePilotCode, parseProgrammeCode, unpackPilotId, unpackProgrammeId } from "../ids.ts";
import { milestoneId } from "../keys.ts";
import type { PilotRecord } from "../pilot-records.ts";
import type { Reason } from "../provenance.ts";
import type { RecordKey } from "../records.ts";
import { bilingual, bilingualOr, parseText } from "../text.ts";
import { unpackUscc } from "../uscc.ts";
import { type Draft, type Handler, type Handlers, ReduceError, reasonOf, recordedBy } from "./handler.ts";
import { milestoneKeys, putPlan } from "./plan.ts";

type PilotEvents =
  | "PilotApplied"
  | "PilotResubmitted"
  | "PilotReturned"
  | "PilotAdmitted"
  | "PilotApproved"
  | "PilotRejected"
  | "PilotWaitlisted"
  | "PilotStarted"
  | "PilotSuspended"
  | "PilotResumed"
  | "PilotArchived"
  | "PilotWithdrawn"
  | "PilotTerminated"
  | "PilotAmended"
  | "PartyJoined"
  | "PartyLeft"
  | "StageAdvanced"
  | "ShowcaseGranted"
  | "ShowcaseRevoked";

/** The life cycle of a pilot, its parties and its stage. Acceptance is in `acceptance.ts`. */
export const pilotHandlers: Handlers<PilotEvents> = {
  PilotApplied: {
    reads: () => [],
    apply: ({ args, subject, origin }, draft) => {
      const code = unpackPilotId(subject);
      const programme = unpackProgrammeId(args.programme);
      const parts = parsePilotCode(code);
      const kind = parseProgrammeCode(programme)?.kind;
      if (parts === undefined || kind === undefined) throw new ReduceError("programme", programme);
      draft.put("pilot", code, {
        code,
        programme,
        programmeKind: kind,
        year: parts.year,
        region: parts.region,
        field: parts.field,
        serial: parts.serial,
        lead: unpackUscc(args.lead),
        ...publicText(args.text, code),
        state: "APPLIED",
        stage: "PROTOTYPE",
        filing: "UNDETERMINED",
        filingReason: null,
        budgetFen: args.budget.toString(),
        applicationDigest: args.applicationDigest,
        predecessor: args.predecessor === ZERO_BYTES32 ? null : unpackPilotId(args.predecessor),
        version: 1,
        returnRounds: 0,
        milestoneCount: args.plan.length,
        mandatoryOpen: args.plan.filter((item) => item.mandatory).length,
        registrar: null,
        parties: [],
        states: [{ state: "APPLIED", at: origin.blockTime, reason: null, provenance: draft.provenance }],
        stages: [{ stage: "PROTOTYPE", at: origin.blockTime }],
        acceptance: [],
        showcases: [],
        ...recordedBy(draft.provenance),
      });
      putPlan(code, args.plan, args.text, draft);
    },
  },
  PilotResubmitted: {
    reads: ({ subject }) => [pilotKey(subject)],
    apply: ({ args, subject }, draft) => {
      const code = unpackPilotId(subject);
      const { milestoneCount } = draft.get("pilot", code);
      enterState(draft, code, "APPLIED", null, {
        ...publicText(args.text, code),
        version: args.version,
        budgetFen: args.budget.toString(),
        applicationDigest: args.applicationDigest,
        milestoneCount: args.plan.length,
        mandatoryOpen: args.plan.filter((item) => item.mandatory).length,
      });
      putPlan(code, args.plan, args.text, draft);
      for (let number = args.plan.length + 1; number <= milestoneCount; number++) {
        draft.remove("milestone", milestoneId(code, number));
      }
    },
  },
  PilotReturned: entering("RETURNED", ({ round }) => ({ returnRounds: round })),
  PilotAdmitted: {
    reads: ({ subject }) => [pilotKey(subject)],
    apply: ({ subject, actor }, draft) =>
      enterState(draft, unpackPilotId(subject), "UNDER_REVIEW", null, { registrar: actor }),
  },
  PilotApproved: entering("APPROVED"),
  PilotRejected: entering("REJECTED"),
  PilotWaitlisted: entering("WAITLISTED"),
  PilotStarted: entering("ACTIVE", ({ filing, filingReason }) => ({
    filing: nameOf(FILING_REQUIREMENTS, filing),
    filingReason: asciiFromHex(filingReason) || null,
  })),
  PilotSuspended: entering("SUSPENDED"),
  PilotResumed: entering("ACTIVE"),
  PilotArchived: entering("ARCHIVED"),
  PilotWithdrawn: entering("WITHDRAWN"),
  PilotTerminated: entering("TERMINATED"),
  PilotAmended: {
    reads: ({ subject }) => [pilotKey(subject), ...milestoneKeys(unpackPilotId(subject), MAX_PLAN_LENGTH)],
    apply: ({ args, subject }, draft) => {
      const code = unpackPilotId(subject);
      const budgetFen = args.budget.toString();
      draft.update("pilot", code, { ...publicText(args.text, code), version: args.version, budgetFen });
      const titles = parseText(args.text)?.milestones;
      if (!Array.isArray(titles)) return;
      const { milestoneCount } = draft.get("pilot", code);
      titles.slice(0, milestoneCount).forEach((title, index) => {
        draft.update("milestone", milestoneId(code, index + 1), { title: bilingual(title) });
      });
    },
  },
  PartyJoined: {
    reads: ({ subject }) => [pilotKey(subject)],
    apply: ({ args, subject, origin }, draft) => {
      const code = unpackPilotId(subject);
      const party = {
        organisation: unpackUscc(args.organisation),
        role: nameOf(PARTY_ROLES, args.role),
        consentDigest: args.consentDigest,
        joinedAt: origin.blockTime,
        leftAt: null,
      };
      draft.update("pilot", code, { parties: [...draft.get("pilot", code).parties, party] });
    },
  },
  PartyLeft: {
    reads: ({ subject }) => [pilotKey(subject)],
    apply: ({ args, subject, origin }, draft) => {
      const code = unpackPilotId(subject);
      const uscc = unpackUscc(args.organisation);
      const parties = draft
        .get("pilot", code)
        .parties.map((party) =>
          party.organisation === uscc && party.leftAt === null ? { ...party, leftAt: origin.blockTime } : party,
        );
      draft.update("pilot", code, { parties });
    },
  },
  StageAdvanced: {
    reads: ({ subject }) => [pilotKey(subject)],
    apply: ({ args, subject }, draft) => enterStage(draft, unpackPilotId(subject), nameOf(STAGES, args.stage)),
  },
  ShowcaseGranted: {
    reads: ({ subject }) => [pilotKey(subject)],
    apply: ({ args, subject, origin }, draft) => {
      const code = unpackPilotId(subject);
      const { showcases } = draft.get("pilot", code);
      const showcase = {
        grantedAt: origin.blockTime,
        validUntil: args.validUntil,
        decisionDigest: args.decisionDigest,
        revokedAt: null,
        revokedReason: null,
      };
      enterStage(draft, code, "SHOWCASE", { showcases: [...showcases, showcase] });
    },
  },
  ShowcaseRevoked: {
    reads: ({ subject }) => [pilotKey(subject)],
    apply: ({ args, subject, origin }, draft) => {
      const code = unpackPilotId(subject);
      const { showcases } = draft.get("pilot", code);
      const revokedReason = reasonOf(args.reason, args.documentDigest);
      const revoked = showcases.map((showcase, index) =>
        index === showcases.length - 1 ? { ...showcase, revokedAt: origin.blockTime, revokedReason } : showcase,
      );
      enterStage(draft, code, "SOLUTION", { showcases: revoked });
    },
  },
};

/** The longest plan the contracts take. */
const MAX_PLAN_LENGTH = 24;

/** The key of the pilot an event is about. */
export function pilotKey(subject: Hex): RecordKey {
  return { kind: "pilot", id: unpackPilotId(subject) };
}

/** Moves a pilot into a state. */
export function enterState(
  draft: Draft,
  code: PilotCode,
  state: PilotState,
  reason: Reason | null,
  members: Partial<PilotRecord> = {},
): void {
  const { states } = draft.get("pilot", code);
  const change = { state, at: draft.provenance.blockTime, reason, provenance: draft.provenance };
  draft.update("pilot", code, { ...members, state, states: [...states, change] });
}

/** The handler of an event that moves a pilot into `state`, with a reason where the event gives one. */
function entering<Name extends EventName>(
  state: PilotState,
  members: (args: Parameters<Handler<Name>["apply"]>[0]["args"]) => Partial<PilotRecord> = () => ({}),
): Handler<Name> {
  return {
    reads: ({ subject }) => [pilotKey(subject)],
    apply: ({ args, subject }, draft) => {
      const { reason, documentDigest } = args as { reason?: Hex; documentDigest?: Hex };
      const stated = reason === undefined ? null : reasonOf(reason, documentDigest);
      enterState(draft, unpackPilotId(subject), state, stated, members(args));
    },
  };
}

function enterStage(
  draft: Draft,
  code: PilotCode,
  stage: PilotRecord["stage"],
  members: Partial<PilotRecord> = {},
): void {
  const { stages } = draft.get("pilot", code);
  draft.update("pilot", code, {
    ...members,
    stage,
    stages: [...stages, { stage, at: draft.provenance.blockTime }],
  });
}

function publicText(text: string, code: PilotCode): Pick<PilotRecord, "title" | "summary" | "platform"> {
  const content = parseText(text);
  return {
    title: bilingualOr(content?.title, code),
    summary: bilingual(content?.summary),
    platform: typeof content?.platform === "string" ? content.platform : null,
  };
}
