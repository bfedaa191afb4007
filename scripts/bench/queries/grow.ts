import { numberOf } from "../../../server/ledger/codes/code.ts";
import { MILESTONE_KINDS } from "../../../server/ledger/codes/milestones.ts";
import { CASE_ORIGINS, SEVERITIES } from "../../../server/ledger/codes/supervision.ts";
import { CONTRACT_NAMES, type ContractName } from "../../../server/ledger/contracts.ts";
import { eventNames } from "../../../server/ledger/decode.ts";
import { DOSSIER_PREFIXES, packDossierId } from "../../../server/ledger/dossiers.ts";
import type { EventName, LedgerEvent } from "../../../server/ledger/events.ts";
import { type Address, asciiToHex, type Hex, ZERO_BYTES32 } from "../../../server/ledger/hex.ts";
import { packPilotId, packProgrammeId } from "../../../server/ledger/ids.ts";
import type { RecordChange, RecordKind, RecordTypes } from "../../../server/ledger/records.ts";
import { applyEvent, recordsRead } from "../../../server/ledger/reduce/apply.ts";
import { RecordMap } from "../../../server/ledger/reduce/record-map.ts";
import { packUscc } from "../../../server/ledger/uscc.ts";
import type { BlockChanges } from "../../../server/store/block-changes.ts";
import type { Store } from "../../../server/store/store.ts";
import { hash, IDENTITY, START } from "../../../test/support/synthetic-names.ts";

/*
 * A ledger of any size whose parts have the same shares whatever the size: what a benchmark finds in one, it finds in another, only more.
 */

const DAY = 86_400;

/** How long the ledger's history is, however many events it has. */
const HISTORY = 400 * DAY;

/** Events of a pilot on average, for telling how many pilots make so many events. */
const EVENTS_OF_PILOT = 6.85;

const PILOTS_OF_LEAD = 20;
const EVENTS_OF_BLOCK = 200;
/** As a long backfill commits: an index bucket that several of them change is written once. */
const BLOCKS_OF_COMMIT = 25;

export const REGIONS = ["330102", "330108", "330206", "330300", "330483", "330500", "330782", "331000"] as const;
export const FIELDS = ["GOV", "ECO", "LIV", "JUD", "MFG"] as const;
export const OFFICIALS = 40;

const CONTRACT_OF: ReadonlyMap<EventName, ContractName> = new Map(
  CONTRACT_NAMES.flatMap((contract) => eventNames(contract).map((name) => [name, contract] as const)),
);

interface Said {
  readonly name: EventName;
  readonly subject: Hex;
  readonly actor: Address;
  readonly args: object;
  readonly time: number;
}

/** An account of the benchmark's ledger. */
export function accountOf(number: number): Address {
  return `0x${number.toString(16).padStart(40, "0")}`;
}

/** An organisation that leads some twenty pilots; its check digit is not looked at. */
export function leadOf(pilot: number): string {
  return `91330100${String(Math.floor(pilot / PILOTS_OF_LEAD)).padStart(9, "0")}A`;
}

/**
 * Fills an empty store with a ledger of about so many events, settled all of them.
 *
 * @param onProgress Told after each commit how many of how many events there are.
 */
export async function grow(
  store: Store,
  events: number,
  onProgress: (done: number, all: number) => void,
): Promise<number> {
  const pilots = Math.ceil(events / EVENTS_OF_PILOT);
  const queue = historyOf(pilots).toSorted((one, other) => one.time - other.time);
  const blocks: BlockChanges[] = [];
  /** What the blocks that are not committed yet changed. */
  let changed = new RecordMap<Changed>();
  for (let first = 0, number = 1; first < queue.length; first += EVENTS_OF_BLOCK, number++) {
    const said = queue.slice(first, first + EVENTS_OF_BLOCK);
    blocks.push(await blockOf(store, changed, number, said));
    if (blocks.length < BLOCKS_OF_COMMIT && first + EVENTS_OF_BLOCK < queue.length) continue;
    await store.commit(blocks, number);
    blocks.splice(0);
    changed = new RecordMap();
    onProgress(Math.min(first + EVENTS_OF_BLOCK, queue.length), queue.length);
  }
  return queue.length;
}

interface Changed {
  readonly value: RecordTypes[RecordKind] | undefined;
}

async function blockOf(store: Store, changed: RecordMap<Changed>, number: number, said: readonly Said[]) {
  const time = said.at(-1)?.time ?? START;
  const block = { number, hash: hash(`block ${number}`), parentHash: hash(`block ${number - 1}`), time };
  const events = said.map((one, logIndex) => eventOf(one, block, logIndex));
  const fetched = await store.fetch(events.flatMap(recordsRead));
  const changes: RecordChange[] = [];
  for (const event of events) {
    const made = applyEvent(event, {
      get: <Kind extends RecordKind>(kind: Kind, id: string) => {
        const known = changed.get(kind, id);
        return (known === undefined ? fetched.get(kind, id) : known.value) as RecordTypes[Kind] | undefined;
      },
    });
    for (const { kind, id, value } of made) changed.set(kind, id, { value });
    changes.push(...made);
  }
  return { block, changes };
}

function eventOf(
  { name, subject, actor, args, time }: Said,
  { number, hash: blockHash }: BlockChanges["block"],
  logIndex: number,
): LedgerEvent {
  const contractName = CONTRACT_OF.get(name) ?? "Authority";
  const origin = {
    contract: IDENTITY.contracts[contractName],
    blockNumber: number,
    blockHash,
    blockTime: time,
    transactionHash: hash(`transaction ${number} ${logIndex}`),
    transactionIndex: logIndex,
    logIndex,
  };
  const leaf = hash(`leaf ${number} ${logIndex}`);
  return { name, contractName, subject, actor, args, origin, leaf } as unknown as LedgerEvent;
}

function historyOf(pilots: number): Said[] {
  const said: Said[] = [];
  FIELDS.forEach((field, index) => {
    const text = JSON.stringify({ zh: field, en: field });
    const args = { field: asciiToHex(field, 3), index, enabled: true, text };
    said.push({ name: "FieldSet", subject: ZERO_BYTES32, actor: accountOf(1), args, time: START - 3 });
  });
  const regions = { regions: REGIONS.map(Number), enabled: true };
  said.push({ name: "RegionsSet", subject: ZERO_BYTES32, actor: accountOf(1), args: regions, time: START - 2 });
  said.push(
    ...registered(
      "11330000000000000A",
      Array.from({ length: OFFICIALS }, (_, index) => accountOf(100 + index)),
    ),
  );
  for (let pilot = 0; pilot < pilots; pilot += PILOTS_OF_LEAD) {
    said.push(...registered(leadOf(pilot), [accountOfLead(pilot)]));
  }
  for (let pilot = 0; pilot < pilots; pilot++) said.push(...lifeOf(pilot, pilots));
  return said;
}

/** An organisation with its accounts. */
function registered(uscc: string, accounts: readonly Address[]): Said[] {
  const subject = asciiToHex(uscc, 32);
  const text = JSON.stringify({ name: { zh: uscc, en: uscc } });
  const about = { subject, actor: accountOf(1), time: START - 1 };
  return [
    { name: "OrganisationRegistered", ...about, args: { region: 330_100, kind: 3, text } },
    ...accounts.map((account) => ({ name: "AccountBound" as const, ...about, args: { account } })),
  ];
}

/** The account of the organisation that leads a pilot. */
function accountOfLead(pilot: number): Address {
  return accountOf(10_000 + Math.floor(pilot / PILOTS_OF_LEAD));
}

/** What happened to a pilot: all went as far as their age allows, and every tenth came under supervision. */
function lifeOf(index: number, pilots: number): Said[] {
  const begun = START + Math.floor((index / pilots) * HISTORY);
  const region = REGIONS[index % REGIONS.length] ?? REGIONS[0];
  const field = FIELDS[Math.floor(index / REGIONS.length) % FIELDS.length] ?? FIELDS[0];
  const serial = 1 + Math.floor(index / (REGIONS.length * FIELDS.length));
  const subject = packPilotId({ province: "ZJ", year: 2019, region, field, serial });
  const official = accountOf(100 + (index % OFFICIALS));
  const said: Said[] = [];
  const say = (name: EventName, days: number, args: object, actor = official) => {
    const time = begun + days * DAY;
    if (time <= START + HISTORY) said.push({ name, subject, actor, args, time });
  };
  const plan = [60, 150, 300].map((days) => ({
    kind: numberOf(MILESTONE_KINDS, "PROTOTYPE"),
    mandatory: true,
    weight: 3_333,
    dueAt: begun + days * DAY,
    dependsOn: 0,
    requiredEvidence: 0n,
  }));
  const title = { zh: `试点项目${index}区块链应用`, en: `Pilot ${index} of ${field}` };
  const application = {
    lead: packUscc(leadOf(index)),
    programme: packProgrammeId({ province: "ZJ", year: 2019, kind: "PILOT", batch: 1 }),
    predecessor: ZERO_BYTES32,
    budget: 1_000_000n,
    applicationDigest: hash(`application ${index}`),
    text: JSON.stringify({ title }),
    plan,
  };
  say("PilotApplied", 0, application, accountOfLead(index));
  say("PilotAdmitted", 3, {});
  say("PilotApproved", 15, { decisionDigest: hash("approval") });
  say("PilotStarted", 30, { filing: 1, filingReason: asciiToHex("INTERNAL_SERVICE", 32) });
  [50, 155, 290].forEach((days, number) => {
    if ((index + number) % 4 === 0) return;
    say("MilestoneSubmitted", days, submissionOf(number + 1));
    say("MilestoneAccepted", days + 8, { milestone: number + 1, revision: 1, decisionDigest: hash("decision") });
  });
  if (index % 10 === 0) supervise(say, region, begun, 1 + Math.floor(index / 10));
  return said;
}

function supervise(
  say: (name: EventName, days: number, args: object) => void,
  region: string,
  begun: number,
  serial: number,
) {
  const dossier = packDossierId({ prefix: DOSSIER_PREFIXES.case, year: 2019, region, serial });
  const clause = asciiToHex(`BISR-${serial % 20}`, 32);
  const severity = 1 + (serial % 4);
  const opening = {
    origin: numberOf(CASE_ORIGINS, "SIGNAL"),
    severity,
    source: ZERO_BYTES32,
    clause,
    limitationAt: begun + 800 * DAY,
    decisionDueAt: begun + 130 * DAY,
    documentDigest: hash("opening"),
  };
  say("CaseOpened", 40, { dossier, opening });
  const findings = [{ clause, severity: numberOf(SEVERITIES, "GENERAL"), evidenceDigest: hash("finding") }];
  say("FindingsIssued", 50, { dossier, findings });
  const order = { dossier, round: 1, dueAt: begun + 70 * DAY, suspendService: false, orderDigest: hash("order") };
  say("RectificationOrdered", 52, order);
  say("RiskRated", 53, { level: 1 + (serial % 4), validUntil: begun + 400 * DAY, documentDigest: hash("rating") });
}

function submissionOf(milestone: number) {
  return {
    milestone,
    revision: 1,
    fileCount: 2,
    totalBytes: 1_000n,
    claimedAt: START,
    manifestDigest: hash(`manifest ${milestone}`),
    evidence: [],
  };
}
