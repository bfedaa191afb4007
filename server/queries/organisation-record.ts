import type { OrganisationRecord } from "../ledger/authority-records.ts";
import type { Bilingual } from "../ledger/codes/bilingual.ts";
import { ORGANISATION_KIND_LABELS, ORGANISATION_STATUS_LABELS, PILOT_STATE_LABELS } from "../ledger/codes/labels.ts";
import type { PilotState } from "../ledger/codes/pilots.ts";
import type { PenaltyKind, Severity } from "../ledger/codes/supervision.ts";
import type { DossierCode } from "../ledger/dossiers.ts";
import type { PilotCode } from "../ledger/ids.ts";
import type { PilotRecord } from "../ledger/pilot-records.ts";
import { RULES } from "../ledger/rules/rules.ts";
import type { CaseRecord } from "../ledger/supervision-records.ts";
import type { Uscc } from "../ledger/uscc.ts";
import type { Ledger } from "./as-of/ledger.ts";
import { findAll } from "./find.ts";
import { type LabelsOf, labelsOf } from "./labels.ts";
import { pilotsThatSatisfy } from "./list-pilots.ts";
import { pilotBriefs } from "./pilot-brief.ts";
import { type PublicProvenance, publicProvenance } from "./provenance.ts";
import { type IncidentItem, listIncidents } from "./risk/list-incidents.ts";
import { type CaseItem, caseItem } from "./supervision/list-cases.ts";

/** What an organisation was in a pilot. */
export interface PilotPart {
  readonly pilot: PilotCode;
  readonly title: Bilingual;
  readonly as: "LEAD" | "PARTY";
  readonly state: PilotState;
  readonly labels: LabelsOf<"state">;
}

/** A penalty that was decided in a case of an organisation's pilot. */
export interface PenaltyItem {
  readonly case: DossierCode;
  readonly pilot: PilotCode;
  readonly clause: string;
  readonly kinds: readonly PenaltyKind[];
  readonly fineFen: string;
  readonly decidedAt: number;
  readonly withdrawnAt: number | null;
}

/** A clause that was found breached more than once. */
export interface RepeatedClause {
  readonly clause: string;
  readonly gravest: Severity;
  readonly cases: readonly DossierCode[];
  /** Whether two of the findings lie no further apart than the rule set counts as a repetition. */
  readonly withinRepetitionDays: boolean;
}

/** What the ledger holds of an organisation (信用记录): what it takes part in, and what was found and decided there. */
export interface OrganisationView extends Omit<OrganisationRecord, "created" | "updated"> {
  readonly pilots: readonly PilotPart[];
  readonly cases: readonly CaseItem[];
  readonly penalties: readonly PenaltyItem[];
  /** Sum of the fines that were decided and not withdrawn, fen in decimal text. */
  readonly finesFen: string;
  readonly repeated: readonly RepeatedClause[];
  readonly incidents: readonly IncidentItem[];
  readonly labels: LabelsOf<"kind" | "status">;
  readonly provenance: PublicProvenance;
}

const DAY = 86_400;

/**
 * An organisation with everything on record about the pilots it leads or takes part in. Cases and penalties are those of pilots it leads.
 *
 * @returns undefined when it is not registered.
 */
export async function organisationRecord(
  ledger: Ledger,
  { uscc }: { readonly uscc: Uscc },
): Promise<OrganisationView | undefined> {
  const organisation = await ledger.get("organisation", uscc);
  if (organisation === undefined) return undefined;
  const pilots: PilotRecord[] = [];
  for await (const [, pilot] of pilotsThatSatisfy(ledger, { organisation: uscc })) pilots.push(pilot);
  const led = pilots.filter(({ lead }) => lead === uscc).map(({ code }) => code);
  const cases = await findAll(ledger, {
    kind: "case",
    leads: [{ index: "case.pilot", values: led }],
    satisfies: (dossier) => led.includes(dossier.pilot),
  });
  const briefOf = await pilotBriefs(ledger, led);
  const incidents: IncidentItem[] = [];
  for (const pilot of led) {
    incidents.push(...(await listIncidents(ledger, { filter: { pilot }, limit: Number.MAX_SAFE_INTEGER })).items);
  }
  const penalties = cases.flatMap(penaltiesOf);
  const { created: _, updated, ...members } = organisation;
  const fines = penalties.filter(({ withdrawnAt }) => withdrawnAt === null);
  return {
    ...members,
    pilots: pilots.map(({ code, title, lead, state }) => ({
      pilot: code,
      title,
      as: lead === uscc ? "LEAD" : "PARTY",
      state,
      labels: labelsOf({ state: PILOT_STATE_LABELS }, { state }),
    })),
    cases: cases.map((dossier) => caseItem(ledger, dossier, briefOf(dossier.pilot))),
    penalties,
    finesFen: fines.reduce((sum, { fineFen }) => sum + BigInt(fineFen), 0n).toString(),
    repeated: repeatedClauses(cases),
    incidents,
    labels: labelsOf({ kind: ORGANISATION_KIND_LABELS, status: ORGANISATION_STATUS_LABELS }, members),
    provenance: publicProvenance(ledger, updated),
  };
}

function penaltiesOf({ code, pilot, penalties }: CaseRecord): PenaltyItem[] {
  return penalties.flatMap(({ clause, decision, withdrawn }) =>
    decision === null
      ? []
      : [
          {
            case: code,
            pilot,
            clause,
            kinds: decision.kinds,
            fineFen: decision.fineFen,
            decidedAt: decision.at,
            withdrawnAt: withdrawn?.at ?? null,
          },
        ],
  );
}

const GRAVITY: readonly Severity[] = ["NONE", "MINOR", "GENERAL", "SERIOUS", "CRITICAL"];

function repeatedClauses(cases: readonly CaseRecord[]): RepeatedClause[] {
  const findings = cases.flatMap(({ code, findings: found }) => found.map((finding) => ({ ...finding, case: code })));
  return [...Map.groupBy(findings, ({ clause }) => clause)]
    .map(([clause, same]) => {
      const times = same.map(({ at }) => at).toSorted((one, other) => one - other);
      const severities = same.map(({ severity }) => GRAVITY.indexOf(severity));
      return {
        clause,
        gravest: GRAVITY[Math.max(...severities)] ?? "NONE",
        cases: [...new Set(same.map(({ case: code }) => code))],
        withinRepetitionDays: times.some(
          (at, index) => index > 0 && at - (times[index - 1] ?? 0) <= RULES.risk.repetitionDays * DAY,
        ),
      };
    })
    .filter(({ cases: found }) => found.length > 1)
    .toSorted((one, other) => (one.clause < other.clause ? -1 : 1));
}
