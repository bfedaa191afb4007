import { nameOf } from "../codes/code.ts";
import { RISK_LEVELS, SEVERITIES } from "../codes/supervision.ts";
import { unpackDossierId } from "../dossiers.ts";
import { unpackPilotId } from "../ids.ts";
import { type Handlers, recordedBy } from "./handler.ts";
import { dossierKey } from "./passages.ts";

/** Risk ratings and incidents. */
export const riskHandlers: Handlers<"RiskRated" | "IncidentReported" | "IncidentClosed"> = {
  RiskRated: {
    reads: ({ subject }) => [{ kind: "riskRating", id: unpackPilotId(subject) }],
    apply: ({ args, subject, actor, origin }, draft) => {
      const pilot = unpackPilotId(subject);
      const former = draft.find("riskRating", pilot);
      const rating = {
        level: nameOf(RISK_LEVELS, args.level),
        at: origin.blockTime,
        validUntil: args.validUntil,
        documentDigest: args.documentDigest,
        by: actor,
      };
      draft.put("riskRating", pilot, {
        pilot,
        ratings: [...(former?.ratings ?? []), rating],
        ...recordedBy(draft.provenance),
        ...(former && { created: former.created }),
      });
    },
  },
  IncidentReported: {
    reads: () => [],
    apply: ({ args, subject }, draft) => {
      const code = unpackDossierId(args.incident);
      draft.put("incident", code, {
        code,
        pilot: unpackPilotId(subject),
        severity: nameOf(SEVERITIES, args.severity),
        occurredAt: args.occurredAt,
        reportDigest: args.reportDigest,
        state: "REPORTED",
        closure: null,
        ...recordedBy(draft.provenance),
      });
    },
  },
  IncidentClosed: {
    reads: ({ args }) => [dossierKey("incident", args.incident)],
    apply: ({ args, origin }, draft) =>
      draft.update("incident", unpackDossierId(args.incident), {
        state: "CLOSED",
        closure: { at: origin.blockTime, containedAt: args.containedAt, reportDigest: args.reportDigest },
      }),
  },
};
