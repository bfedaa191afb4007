import { Contract, type ContractRunner } from "ethers";
import type { Deployment } from "../../server/chain/deployment.ts";
import type {
  AccountRecord,
  FieldRecord,
  OrganisationRecord,
  PauseRecord,
  RegionRecord,
} from "../../server/ledger/authority-records.ts";
import { ORGANISATION_KINDS, ORGANISATION_STATUSES } from "../../server/ledger/codes/authority.ts";
import { bitsOfNames, numberOf } from "../../server/ledger/codes/code.ts";
import { DIGEST_ALGORITHMS, DISPUTE_RESULTS, EVIDENCE_KINDS } from "../../server/ledger/codes/evidence.ts";
import { MILESTONE_KINDS, MILESTONE_STATES } from "../../server/ledger/codes/milestones.ts";
import {
  FILING_REQUIREMENTS,
  PARTY_ROLES,
  PILOT_STATES,
  STAGES,
  VOTES,
  type Vote,
} from "../../server/ledger/codes/pilots.ts";
import { ABIS, byContract } from "../../server/ledger/contracts.ts";
import type { AnchorRecord, EvidenceRecord } from "../../server/ledger/evidence-records.ts";
import { asciiToHex, ZERO_BYTES32 } from "../../server/ledger/hex.ts";
import {
  packPilotId,
  packPilotScope,
  packProgrammeId,
  parsePilotCode,
  parseProgrammeCode,
} from "../../server/ledger/ids.ts";
import type { MilestonePanel, MilestoneRecord } from "../../server/ledger/milestone-records.ts";
import type { PilotRecord, ProgrammeRecord } from "../../server/ledger/pilot-records.ts";
import type { JournalRecord, RecordKind, RecordTypes } from "../../server/ledger/records.ts";
import { packUscc } from "../../server/ledger/uscc.ts";
import { type Records, values } from "./rebuild.ts";
import { statisticsViews } from "./statistics-views.ts";
import { supervisionViews } from "./supervision-views.ts";

/*
 * What the contracts' views should say, given the records. For every kind of record: the view's call and the answer that follows from
 * the record. Tests compare both.
 */

/** A view, and what it should answer. */
export interface ExpectedView {
  readonly view: string;
  readonly expected: unknown;
  readonly actual: () => Promise<unknown>;
}

const ZERO_USCC = `0x${"00".repeat(18)}`;

/**
 * The views that tell of one record, with the answers the records imply.
 *
 * @param records All records: a view may tell of several.
 */
export function viewsOf(
  deployment: Pick<Deployment, "contracts" | "province">,
  provider: ContractRunner,
  records: Records,
) {
  const contracts = byContract((name) => new Contract(deployment.contracts[name], ABIS[name], provider));
  const {
    Authority: authority,
    PilotLedger: ledger,
    EvidenceLedger: evidence,
    StatisticsLedger: statistics,
    ServiceLedger: services,
    SupervisionLedger: supervision,
  } = contracts;

  const ask = (contract: Contract, view: string, args: readonly unknown[], expected: unknown): ExpectedView => ({
    view: `${view}(${args.join(", ")})`,
    expected,
    actual: async () => plain(await contract.getFunction(view).staticCall(...args)),
  });

  const kinds: { readonly [Kind in RecordKind]?: (record: RecordTypes[Kind]) => ExpectedView[] } = {
    organisation: (record: OrganisationRecord) => [
      ask(authority, "organisationEntry", [packUscc(record.uscc)], {
        region: BigInt(record.region),
        kind: BigInt(numberOf(ORGANISATION_KINDS, record.kind)),
        status: BigInt(numberOf(ORGANISATION_STATUSES, record.status)),
      }),
    ],
    account: (record: AccountRecord) => [
      ask(authority, "bindingOf", [record.address], {
        organisation: record.organisation === null ? ZERO_USCC : packUscc(record.organisation),
        boundAt: BigInt(record.boundAt ?? 0),
        revokedAt: BigInt(record.revokedAt ?? 0),
      }),
      ...record.roles
        .filter((grant) => grant.until === null && grant.role !== "ADMINISTRATOR")
        .map((grant) =>
          ask(authority, "jurisdictionOf", [asciiToHex(grant.role, 32), record.address], {
            region: BigInt(grant.region ?? 0),
            fields: BigInt(grant.fields),
          }),
        ),
    ],
    field: (record: FieldRecord) => [
      ask(authority, "fieldEntry", [asciiToHex(record.code, 3)], {
        index: BigInt(record.index),
        registered: true,
        enabled: record.enabled,
      }),
    ],
    region: (record: RegionRecord) => [ask(authority, "isRegionEnabled", [record.code], record.enabled)],
    pause: (record: PauseRecord) => [ask(authority, "paused", [], record.paused)],
    programme: (record: ProgrammeRecord) => [
      ask(ledger, "programmeOf", [programmeId(record.code)], {
        opensAt: BigInt(record.opensAt),
        closesAt: BigInt(record.closesAt),
      }),
    ],
    pilot: (record: PilotRecord) => pilotViews(record),
    milestone: (record: MilestoneRecord) => [
      ask(ledger, "milestoneOf", [pilotId(record.pilot), record.number], {
        state: BigInt(numberOf(MILESTONE_STATES, record.state)),
        kind: BigInt(numberOf(MILESTONE_KINDS, record.kind)),
        mandatory: record.mandatory,
        extensions: BigInt(record.extensions.filter(({ decision }) => decision?.result === "GRANTED").length),
        revision: BigInt(record.submissions.length),
        weight: BigInt(record.weight),
        originalDueAt: BigInt(record.originalDueAt),
        extendedBy: BigInt(record.dueAt - record.originalDueAt),
        dependsOn: record.dependsOn.reduce((bits, number) => bits | (1n << BigInt(number)), 0n),
        requiredEvidence: bitsOfNames(EVIDENCE_KINDS, record.requiredEvidence),
        ...panelTally(record.submissions.at(-1)?.panel ?? null),
      }),
      ...record.submissions.flatMap(({ revision, panel }) =>
        (panel?.experts ?? []).map((expert) => {
          const vote = panel?.votes.find((cast) => cast.expert === expert)?.vote ?? "NONE";
          const expected = { onPanel: true, vote: BigInt(numberOf(VOTES, vote)) };
          return ask(ledger, "voteOf", [pilotId(record.pilot), record.number, revision, expert], expected);
        }),
      ),
      ask(
        ledger,
        "pendingExtension",
        [pilotId(record.pilot), record.number],
        BigInt(record.extensions.find(({ decision }) => decision === null)?.requestedDueAt ?? 0),
      ),
    ],
    evidence: (record: EvidenceRecord) => {
      const { pilot, milestone, algorithm, digest, provenance } = record;
      if (provenance.event !== "EvidenceAnchored" || pilot === null) return [];
      const number = milestone === null ? 0 : Number(milestone.split("/M")[1]);
      const key = [pilotId(pilot), number, provenance.actor, numberOf(DIGEST_ALGORITHMS, algorithm), digest];
      return [ask(evidence, "anchoredAt", key, BigInt(provenance.blockTime))];
    },
    anchor: (record: AnchorRecord) => anchorViews(record),
    ...statisticsViews(statistics, ask),
    ...supervisionViews(services, supervision, ask),
    journal: (record: JournalRecord) => {
      const contract = Object.values(contracts).find(({ target }) => target === record.contract) ?? ledger;
      const expected = { count: BigInt(record.count), head: record.head };
      return [
        record.subject === null
          ? ask(contract, "journal", [], expected)
          : ask(contract, "journalOf", [record.subject], expected),
      ];
    },
  };

  function anchorViews(record: AnchorRecord): ExpectedView[] {
    const { id, disputes, attestations } = record;
    const pilot = pilotId(record.pilot);
    const number = record.milestone === null ? 0 : Number(record.milestone.split("/M")[1]);
    const key = [pilot, number, record.submitter, numberOf(DIGEST_ALGORITHMS, record.algorithm), record.digest];
    return [
      ask(evidence, record.batch === null ? "anchorId" : "batchId", key, id),
      ask(evidence, "evidenceOf", [pilot, id], {
        submitter: packUscc(organisationOf(record.submitter) ?? ""),
        anchoredAt: BigInt(record.created.blockTime),
        itemCount: BigInt(record.batch?.itemCount ?? 0),
        disputes: BigInt(disputes.length),
        openDisputes: BigInt(disputes.filter(({ result }) => result === "OPEN").length),
        superseded: record.superseded !== null,
      }),
      ...attestations.map(({ witness, at }) => ask(evidence, "attestedAt", [id, witness], BigInt(at))),
      ...disputes.map((dispute) =>
        ask(evidence, "disputeOf", [id, dispute.number], {
          raisedBy: dispute.raisedBy,
          raisedAt: BigInt(dispute.raisedAt),
          result: BigInt(numberOf(DISPUTE_RESULTS, dispute.result)),
        }),
      ),
    ];
  }

  function organisationOf(account: string): string | null {
    return values(records, "account").find(({ address }) => address === account)?.organisation ?? null;
  }

  /** The organisations that submitted a milestone of a pilot. */
  function submittersOf(pilot: string): (string | null)[] {
    return values(records, "event")
      .filter(({ subject, provenance }) => subject === pilot && provenance.event === "MilestoneSubmitted")
      .map(({ provenance }) => organisationOf(provenance.actor));
  }

  function acceptedKinds(pilot: string): bigint {
    const kinds = values(records, "milestone").filter((each) => each.pilot === pilot && each.state === "ACCEPTED");
    return bitsOfNames(MILESTONE_KINDS, [...new Set(kinds.map(({ kind }) => kind))]);
  }

  function pilotViews(record: PilotRecord): ExpectedView[] {
    const id = pilotId(record.code);
    const round = record.acceptance.at(-1);
    const votes = (vote: string) => BigInt(round?.votes.filter((cast) => cast.vote === vote).length ?? 0);
    const state = BigInt(numberOf(PILOT_STATES, record.state));
    const milestones = BigInt(record.milestoneCount);
    const submitters = submittersOf(id);
    const standing = (organisation: string, part: Readonly<Record<string, unknown>>) =>
      ask(ledger, "standingOf", [id, packUscc(organisation)], { state, milestones, ...part });
    return [
      ask(ledger, "pilotOf", [id], {
        lead: packUscc(record.lead),
        state,
        stage: BigInt(numberOf(STAGES, record.stage)),
        filing: BigInt(numberOf(FILING_REQUIREMENTS, record.filing)),
        milestones,
        mandatoryOpen: BigInt(record.mandatoryOpen),
        returnRounds: BigInt(record.returnRounds),
        acceptanceRound: BigInt(record.acceptance.length),
        version: BigInt(record.version),
        acceptedKinds: acceptedKinds(record.code),
      }),
      ask(ledger, "handlingOf", [id], {
        registrar: record.registrar ?? `0x${"00".repeat(20)}`,
        members: BigInt(round?.experts.length ?? 0),
        threshold: BigInt(round?.threshold ?? 0),
        pass: votes("PASS"),
        conditional: votes("CONDITIONAL"),
        fail: votes("FAIL"),
      }),
      // An organisation may have left and come back: it is there once for each time.
      ...[...Map.groupBy(record.parties, ({ organisation }) => organisation)].map(([organisation, times]) => {
        const present = times.find(({ leftAt }) => leftAt === null);
        return standing(organisation, {
          leads: false,
          role: BigInt(present === undefined ? 0 : numberOf(PARTY_ROLES, present.role)),
          submitted: submitters.includes(organisation),
        });
      }),
      standing(record.lead, { leads: true, role: 0n, submitted: false }),
      ...record.acceptance.flatMap(({ round: number, experts, votes: cast }) =>
        experts.map((expert) =>
          ask(ledger, "voteOf", [id, 0, number, expert], {
            onPanel: true,
            vote: BigInt(numberOf(VOTES, cast.find((vote) => vote.expert === expert)?.vote ?? "NONE")),
          }),
        ),
      ),
    ];
  }

  return {
    /** The views that tell of a record. */
    of: <Kind extends RecordKind>(kind: Kind, record: RecordTypes[Kind]): ExpectedView[] =>
      (kinds[kind] as ((record: RecordTypes[Kind]) => ExpectedView[]) | undefined)?.(record) ?? [],
    /** How many pilots the contract counts in the scope of each pilot. */
    counts: (pilots: readonly PilotRecord[]): ExpectedView[] => {
      const scopes = Map.groupBy(pilots, (pilot) => packPilotScope({ province: deployment.province, ...pilot }));
      return [...scopes].map(([scope, members]) => ask(ledger, "pilotCount", [scope], BigInt(members.length)));
    },
  };
}

/** The tally of a milestone's panel; all zero when there is none. */
function panelTally(panel: MilestonePanel | null) {
  const votes = (vote: Vote) => BigInt(panel?.votes.filter((cast) => cast.vote === vote).length ?? 0);
  return {
    panelMembers: BigInt(panel?.experts.length ?? 0),
    panelThreshold: BigInt(panel?.threshold ?? 0),
    votesToAccept: votes("PASS"),
    votesToReturn: votes("FAIL"),
  };
}

function pilotId(code: string): string {
  const parts = parsePilotCode(code);
  return parts === undefined ? ZERO_BYTES32 : packPilotId(parts);
}

function programmeId(code: string): string {
  const parts = parseProgrammeCode(code);
  return parts === undefined ? ZERO_BYTES32 : packProgrammeId(parts);
}

/** ethers' result as a plain value: structs and named results by name. */
function plain(value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("toObject" in value)) return value;
  return (value as { toObject(): Record<string, unknown> }).toObject();
}
