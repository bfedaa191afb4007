import { nameOf } from "../codes/code.ts";
import { INDICATOR_DIRECTIONS } from "../codes/statistics.ts";
import type { LedgerEvent } from "../events.ts";
import { asciiFromHex, ZERO_BYTES32 } from "../hex.ts";
import type { RecordKey } from "../records.ts";
import { formatFigureCode, unpackIndicatorId, unpackPeriod } from "../statistics-ids.ts";
import type { FigureRecord, ReportRevision, TargetRevision } from "../statistics-records.ts";
import { bilingualOr, parseText } from "../text.ts";
import { type Draft, digestOrNull, type Handlers, recordedBy } from "./handler.ts";

type FigureEvents = "TargetSet" | "TargetSuperseded" | "IndicatorReported" | "IndicatorCorrected" | "IndicatorVerified";

/** Definitions of indicators, their targets and the figures reported for them. */
export const indicatorHandlers: Handlers<"IndicatorDefined" | "IndicatorEnded" | FigureEvents> = {
  IndicatorDefined: {
    reads: () => [],
    apply: ({ args, subject }, draft) => {
      const code = unpackIndicatorId(subject);
      const { terms } = args;
      draft.put("indicator", code, {
        code,
        name: bilingualOr(parseText(args.text)?.name, code),
        region: String(terms.region),
        unit: asciiFromHex(terms.unit),
        direction: nameOf(INDICATOR_DIRECTIONS, terms.direction),
        scale: terms.scale,
        validFrom: unpackPeriod(terms.validFrom),
        validTo: terms.validTo === 0 ? null : unpackPeriod(terms.validTo),
        endedReason: null,
        mapsFrom: args.mapsFrom === ZERO_BYTES32 ? null : unpackIndicatorId(args.mapsFrom),
        documentDigest: args.documentDigest,
        ...recordedBy(draft.provenance),
      });
    },
  },
  IndicatorEnded: {
    reads: ({ subject }) => [{ kind: "indicator", id: unpackIndicatorId(subject) }],
    apply: ({ args, subject }, draft) =>
      draft.update("indicator", unpackIndicatorId(subject), {
        validTo: unpackPeriod(args.validTo),
        endedReason: asciiFromHex(args.reason),
      }),
  },
  TargetSet: { reads: figureKey, apply: (event, draft) => addTarget(event, draft, 1, null) },
  TargetSuperseded: {
    reads: figureKey,
    apply: (event, draft) => addTarget(event, draft, event.args.supersedes + 1, asciiFromHex(event.args.reason)),
  },
  IndicatorReported: { reads: figureKey, apply: (event, draft) => addReport(event, draft, 1, null) },
  IndicatorCorrected: {
    reads: figureKey,
    apply: (event, draft) => addReport(event, draft, event.args.corrects + 1, asciiFromHex(event.args.reason)),
  },
  IndicatorVerified: {
    reads: figureKey,
    apply: (event, draft) => {
      const { args, actor, origin } = event;
      const { reports } = draft.get("figure", figureId(event));
      const verification = { at: origin.blockTime, by: actor, documentDigest: digestOrNull(args.documentDigest) };
      draft.update("figure", figureId(event), {
        reports: reports.map((report) =>
          report.revision === args.revision ? { ...report, state: "VERIFIED", verification } : report,
        ),
      });
    },
  },
};

function addTarget(
  event: LedgerEvent<"TargetSet"> | LedgerEvent<"TargetSuperseded">,
  draft: Draft,
  revision: number,
  reason: string | null,
): void {
  const { value, decisionDigest } = event.args;
  const target: TargetRevision = {
    revision,
    value: value.toString(),
    setAt: event.origin.blockTime,
    reason,
    decisionDigest,
    provenance: draft.provenance,
  };
  const figure = figureOf(event, draft);
  draft.put("figure", figure.code, { ...figure, targets: [...figure.targets, target] });
}

function addReport(
  event: LedgerEvent<"IndicatorReported"> | LedgerEvent<"IndicatorCorrected">,
  draft: Draft,
  revision: number,
  reason: string | null,
): void {
  const { value, evidenceDigest } = event.args;
  const report: ReportRevision = {
    revision,
    value: value.toString(),
    reportedAt: event.origin.blockTime,
    reporter: event.actor,
    evidenceDigest,
    reason,
    state: "REPORTED",
    verification: null,
    provenance: draft.provenance,
  };
  const figure = figureOf(event, draft);
  const earlier = figure.reports.map((before) => ({ ...before, state: "CORRECTED" as const }));
  draft.put("figure", figure.code, { ...figure, reports: [...earlier, report] });
}

/** The figure the event is about, as a record that this event changes; empty when it is the first to tell of it. */
function figureOf(event: LedgerEvent<FigureEvents>, draft: Draft): FigureRecord {
  const code = figureId(event);
  const known = draft.find("figure", code);
  if (known !== undefined) return { ...known, updated: draft.provenance };
  return {
    code,
    indicator: unpackIndicatorId(event.subject),
    region: String(event.args.region),
    period: unpackPeriod(event.args.period),
    targets: [],
    reports: [],
    ...recordedBy(draft.provenance),
  };
}

function figureKey(event: LedgerEvent<FigureEvents>): RecordKey[] {
  return [{ kind: "figure", id: figureId(event) }];
}

function figureId({ subject, args }: LedgerEvent<FigureEvents>): string {
  return formatFigureCode({
    indicator: unpackIndicatorId(subject),
    region: String(args.region),
    period: unpackPeriod(args.period),
  });
}
