import { nameOf } from "../codes/code.ts";
import { CASE_ORIGINS, CLOSE_REASONS, SEVERITIES, type Severity } from "../codes/supervision.ts";
import { unpackDossierId } from "../dossiers.ts";
import { asciiFromHex, ZERO_BYTES32 } from "../hex.ts";
import { unpackPilotId } from "../ids.ts";
import { changingCase, withInspector } from "./case-steps.ts";
import { enterComplaint } from "./complaints.ts";
import { type Handlers, recordedBy } from "./handler.ts";
import { dossierKey, passage } from "./passages.ts";

type InvestigationEvents = "CaseOpened" | "CaseInspected" | "FindingsIssued" | "CaseClosed" | "CaseReopened";

/** Cases (监督案件): investigation, closing and reopening. */
export const caseHandlers: Handlers<InvestigationEvents> = {
  CaseOpened: {
    reads: ({ args: { opening } }) =>
      nameOf(CASE_ORIGINS, opening.origin) === "COMPLAINT" ? [dossierKey("complaint", opening.source)] : [],
    apply: ({ args, subject, actor }, draft) => {
      const code = unpackDossierId(args.dossier);
      const { opening } = args;
      const origin = nameOf(CASE_ORIGINS, opening.origin);
      const source = opening.source === ZERO_BYTES32 ? null : unpackDossierId(opening.source);
      draft.put("case", code, {
        code,
        pilot: unpackPilotId(subject),
        origin,
        source,
        clause: asciiFromHex(opening.clause),
        severity: nameOf(SEVERITIES, opening.severity),
        limitationAt: opening.limitationAt,
        decisionDueAt: opening.decisionDueAt,
        state: "OPENED",
        inspections: [],
        inspectors: [actor],
        findings: [],
        order: "NONE",
        round: 0,
        orders: [],
        penalties: [],
        closing: null,
        states: [passage(draft, "OPENED")],
        ...recordedBy(draft.provenance),
      });
      if (origin === "COMPLAINT" && source !== null) {
        enterComplaint(draft, source, "CASE_OPENED", {}, { case: code });
      }
    },
  },
  CaseInspected: changingCase(({ args }, former) => ({
    state: "INSPECTING",
    inspections: [...former.inspections, unpackDossierId(args.inspection)],
  })),
  FindingsIssued: changingCase(({ args, actor, origin }, former) => {
    const findings = args.findings.map((finding) => ({
      clause: asciiFromHex(finding.clause),
      severity: nameOf(SEVERITIES, finding.severity),
      evidenceDigest: finding.evidenceDigest,
      at: origin.blockTime,
      by: actor,
    }));
    return {
      state: "FINDINGS_ISSUED",
      severity: gravest([former.severity, ...findings.map(({ severity }) => severity)]),
      findings: [...former.findings, ...findings],
      ...withInspector(former, actor),
    };
  }),
  CaseClosed: changingCase(({ args }) => ({ state: "CLOSED", closing: nameOf(CLOSE_REASONS, args.closing) })),
  CaseReopened: changingCase(() => ({ state: "REOPENED", closing: null, order: "NONE", round: 0 })),
};

function gravest(severities: readonly Severity[]): Severity {
  return nameOf(SEVERITIES, Math.max(...severities.map((severity) => SEVERITIES.indexOf(severity))));
}
