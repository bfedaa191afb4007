import type { Contract } from "ethers";
import { bitsOfNames, numberOf } from "../../server/ledger/codes/code.ts";
import {
  CASE_STATES,
  COMPLAINT_STATES,
  DRAW_STATES,
  FILING_FORMS,
  FILING_STATES,
  HEARING_STATES,
  INCIDENT_STATES,
  INSPECTION_KINDS,
  INSPECTION_RESULTS,
  ORDER_STATES,
  PENALTY_KINDS,
  RISK_LEVELS,
  SEVERITIES,
} from "../../server/ledger/codes/supervision.ts";
import { packDossierId, parseDossierCode } from "../../server/ledger/dossiers.ts";
import { ZERO_BYTES32 } from "../../server/ledger/hex.ts";
import { type PilotCode, packPilotId, parsePilotCode } from "../../server/ledger/ids.ts";
import type {
  CaseRecord,
  ComplaintRecord,
  DrawRecord,
  FilingRecord,
  IncidentRecord,
  InspectionRecord,
  RiskRatingRecord,
} from "../../server/ledger/supervision-records.ts";
import type { ExpectedView } from "./views.ts";

/** Makes the call of one view with the answer it should give. */
type Ask = (contract: Contract, view: string, args: readonly unknown[], expected: unknown) => ExpectedView;

/** The views of the ledgers of services and of cases that tell of one record, with the answers the records imply. */
export function supervisionViews(services: Contract, ledger: Contract, ask: Ask) {
  return {
    complaint: (record: ComplaintRecord) => [
      ask(ledger, "complaintOf", [dossierId(record.code)], {
        pilot: shortId(record.pilot),
        state: BigInt(numberOf(COMPLAINT_STATES, record.state)),
      }),
    ],
    draw: (record: DrawRecord) => [
      ask(ledger, "drawOf", [dossierId(record.code)], {
        state: BigInt(numberOf(DRAW_STATES, record.state)),
        count: BigInt(record.count),
        listLength: BigInt(record.listLength),
        seedBlock: BigInt(record.seedBlock),
      }),
    ],
    inspection: (record: InspectionRecord) => [
      without(
        "inspectors",
        ask(ledger, "inspectionOf", [dossierId(record.code)], {
          pilot: shortId(record.pilot),
          kind: BigInt(numberOf(INSPECTION_KINDS, record.kind)),
          result: BigInt(numberOf(INSPECTION_RESULTS, record.conclusion?.result ?? "NONE")),
        }),
      ),
      ...record.inspectors.map((account) => ask(ledger, "isInspector", [dossierId(record.code), account], true)),
    ],
    case: (record: CaseRecord) => caseViews(record),
    incident: (record: IncidentRecord) => [
      ask(services, "incidentOf", [dossierId(record.code)], {
        pilot: shortId(record.pilot),
        state: BigInt(numberOf(INCIDENT_STATES, record.state)),
        severity: BigInt(numberOf(SEVERITIES, record.severity)),
      }),
    ],
  };

  function caseViews(record: CaseRecord): ExpectedView[] {
    const id = dossierId(record.code);
    const penalty = record.penalties.at(-1);
    return [
      without(
        "openedBy",
        ask(ledger, "caseOf", [id], {
          pilot: shortId(record.pilot),
          state: BigInt(numberOf(CASE_STATES, record.state)),
          severity: BigInt(numberOf(SEVERITIES, record.severity)),
          order: BigInt(numberOf(ORDER_STATES, record.order)),
          round: BigInt(record.round),
          findings: BigInt(record.findings.length),
          inspections: BigInt(record.inspections.length),
          limitationAt: BigInt(record.limitationAt),
        }),
      ),
      ...record.inspectors.map((account) => ask(ledger, "hasInspected", [id, account], true)),
      ...(penalty === undefined
        ? []
        : [
            ask(ledger, "penaltyOf", [id], {
              kinds: bitsOfNames(PENALTY_KINDS, (penalty.decision ?? penalty).kinds),
              hearing: BigInt(numberOf(HEARING_STATES, penalty.hearing)),
              waived: penalty.waivedAt !== null,
              statementUntil: BigInt(penalty.statementUntil),
              fine: BigInt((penalty.decision ?? penalty).fineFen),
              fineMinimum: BigInt(penalty.fineMinimumFen),
            }),
          ]),
    ];
  }
}

/** What the service ledger should tell of a pilot's service, given the records about it. */
export function serviceOf(filing: FilingRecord | undefined, risk: RiskRatingRecord | undefined): unknown {
  const rating = risk?.ratings.at(-1);
  return {
    filing: BigInt(numberOf(FILING_STATES, filing?.state ?? "NONE")),
    form: BigInt(numberOf(FILING_FORMS, filing?.form ?? "NONE")),
    serviceStartAt: BigInt(filing?.serviceStartAt ?? 0),
    filingDueAt: BigInt(filing?.dueAt ?? 0),
    risk: BigInt(numberOf(RISK_LEVELS, rating?.level ?? "NONE")),
    riskValidUntil: BigInt(rating?.validUntil ?? 0),
  };
}

/** How many open serious cases the supervision ledger should tell of, given all cases about a pilot. */
export function openSeriousCases(cases: readonly CaseRecord[]): bigint {
  const isOpen = ({ state, severity }: CaseRecord) =>
    state !== "CLOSED" && (severity === "SERIOUS" || severity === "CRITICAL");
  return BigInt(cases.filter(isOpen).length);
}

/** A view without a member that holds inspectors' numbers: they are the contract's own, who they are is asked besides. */
function without(member: string, view: ExpectedView): ExpectedView {
  const actual = async () => {
    const { [member]: _, ...rest } = (await view.actual()) as Record<string, unknown>;
    return rest;
  };
  return { ...view, actual };
}

function dossierId(code: string): string {
  const parts = parseDossierCode(code);
  return parts === undefined ? ZERO_BYTES32 : packDossierId(parts);
}

/** A pilot's id as the contracts write it. */
export function pilotId(code: PilotCode): string {
  const parts = parsePilotCode(code);
  return parts === undefined ? ZERO_BYTES32 : packPilotId(parts);
}

/** A pilot's id without its trailing zeros: the first 14 bytes. */
function shortId(code: PilotCode): string {
  return pilotId(code).slice(0, 30);
}
