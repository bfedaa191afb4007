import { ORGANISATION_KINDS, ORGANISATION_STATUSES } from "../ledger/codes/authority.ts";
import { nameOf, namesOfBits } from "../ledger/codes/code.ts";
import {
  DIGEST_ALGORITHMS,
  EVIDENCE_CERTIFICATIONS,
  EVIDENCE_GENERATIONS,
  EVIDENCE_KINDS,
  EVIDENCE_SOURCES,
  EVIDENCE_STORAGES,
} from "../ledger/codes/evidence.ts";
import { MILESTONE_KINDS } from "../ledger/codes/milestones.ts";
import { FILING_REQUIREMENTS, PARTY_ROLES, STAGES, VOTES } from "../ledger/codes/pilots.ts";
import { BULLETIN_PARTS, INDICATOR_DIRECTIONS } from "../ledger/codes/statistics.ts";
import type { EventName } from "../ledger/events.ts";
import { asciiFromHex, type Hex, ZERO_BYTES32 } from "../ledger/hex.ts";
import { unpackPilotId, unpackProgrammeId } from "../ledger/ids.ts";
import type { EventRecord } from "../ledger/records.ts";
import { unpackBulletinId, unpackIndicatorId, unpackPeriod } from "../ledger/statistics-ids.ts";
import { parseText } from "../ledger/text.ts";
import { unpackUscc } from "../ledger/uscc.ts";

type Reading = (value: unknown) => unknown;
type Members = Readonly<Record<string, Reading>>;

const ascii: Reading = (value) => asciiFromHex(String(value)) || null;
const regionCode: Reading = (value) => (value === 0 ? null : String(value));
const plain: Reading = (value) => (value === ZERO_BYTES32 ? null : value);
const named =
  (table: readonly string[]): Reading =>
  (value) =>
    nameOf(table, Number(value));
const each =
  (reading: Reading): Reading =>
  (value) =>
    Array.isArray(value) ? value.map(reading) : value;
const within =
  (members: Members): Reading =>
  (value) =>
    readMembers(value as Readonly<Record<string, unknown>>, members);

const EVIDENCE: Members = { kind: named(EVIDENCE_KINDS), algorithm: named(DIGEST_ALGORITHMS) };

const PLAN: Members = {
  kind: named(MILESTONE_KINDS),
  dependsOn: (bits) =>
    Array.from({ length: 32 }, (_, number) => number).filter((number) => (Number(bits) >>> number) & 1),
  requiredEvidence: (bits) => namesOfBits(EVIDENCE_KINDS, BigInt(String(bits))),
};

const TERMS: Members = {
  region: regionCode,
  direction: named(INDICATOR_DIRECTIONS),
  validFrom: (value) => unpackPeriod(Number(value)),
  validTo: (value) => (value === 0 ? null : unpackPeriod(Number(value))),
  unit: ascii,
};

/** How members are read wherever they stand. A member without a reading is shown as it is; a zero digest as null. */
const MEMBERS: Members = {
  reason: ascii,
  filingReason: ascii,
  enterprise: (value) => unpackUscc(value as Hex),
  contact: (value) => unpackUscc(value as Hex),
  issuers: each((value) => unpackUscc(value as Hex)),
  period: (value) => unpackPeriod(Number(value)),
  validTo: (value) => unpackPeriod(Number(value)),
  mapsFrom: (value) => (value === ZERO_BYTES32 ? null : unpackIndicatorId(value as Hex)),
  successor: (value) => unpackBulletinId(value as Hex),
  part: named(BULLETIN_PARTS),
  file: within({ algorithm: named(DIGEST_ALGORITHMS) }),
  terms: within(TERMS),
  criteria: each(within({ code: ascii })),
  items: each(within({ code: ascii })),
  lead: (value) => unpackUscc(value as Hex),
  organisation: (value) => unpackUscc(value as Hex),
  programme: (value) => unpackProgrammeId(value as Hex),
  predecessor: (value) => (value === ZERO_BYTES32 ? null : unpackPilotId(value as Hex)),
  text: (value) => parseText(String(value)) ?? null,
  plan: each(within(PLAN)),
  evidence: each(within(EVIDENCE)),
  item: within(EVIDENCE),
  provenance: within({
    source: named(EVIDENCE_SOURCES),
    generation: named(EVIDENCE_GENERATIONS),
    storedIn: named(EVIDENCE_STORAGES),
    certification: named(EVIDENCE_CERTIFICATIONS),
  }),
  stage: named(STAGES),
  filing: named(FILING_REQUIREMENTS),
  vote: named(VOTES),
  field: ascii,
  region: regionCode,
  regions: each(regionCode),
};

/** How members are read in events where their name means something of its own. */
const OF_EVENT: { readonly [Name in EventName]?: Members } = {
  PartyJoined: { role: named(PARTY_ROLES) },
  RoleAssigned: { role: (value) => ascii(value) ?? "ADMINISTRATOR" },
  RoleWithdrawn: { role: (value) => ascii(value) ?? "ADMINISTRATOR" },
  OrganisationRegistered: { kind: named(ORGANISATION_KINDS) },
  OrganisationUpdated: { kind: named(ORGANISATION_KINDS) },
  OrganisationStatusChanged: { status: named(ORGANISATION_STATUSES) },
};

/** An event's arguments as people read them: names for numbers, codes for packed ids, text for bytes. */
export function readableArguments({ args, provenance }: EventRecord): Record<string, unknown> {
  return readMembers(args, { ...MEMBERS, ...OF_EVENT[provenance.event] });
}

function readMembers(args: Readonly<Record<string, unknown>>, members: Members): Record<string, unknown> {
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, (members[name] ?? plain)(value)]));
}
