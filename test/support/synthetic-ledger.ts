import { createHash } from "node:crypto";
import { getAddress } from "ethers";
import type { Role } from "../../server/ledger/codes/authority.ts";
import { numberOf } from "../../server/ledger/codes/code.ts";
import { MILESTONE_KINDS } from "../../server/ledger/codes/milestones.ts";
import { PARTY_ROLES, STAGES, type Stage, VOTES, type Vote } from "../../server/ledger/codes/pilots.ts";
import { CONTRACT_NAMES, type ContractName } from "../../server/ledger/contracts.ts";
import { eventNames } from "../../server/ledger/decode.ts";
import type { EventArguments, EventName, LedgerEvent } from "../../server/ledger/events.ts";
import { type Address, asciiToHex, type Hex, ZERO_BYTES32 } from "../../server/ledger/hex.ts";
import { packPilotId, packProgrammeId, parsePilotCode, parseProgrammeCode } from "../../server/ledger/ids.ts";
import type { RecordKind, RecordTypes } from "../../server/ledger/records.ts";
import { applyEvent } from "../../server/ledger/reduce/apply.ts";
import { packUscc } from "../../server/ledger/uscc.ts";
import type { BlockMark, StoreIdentity } from "../../server/store/reader.ts";
import { MemoryReader } from "./memory-reader.ts";

/*
 * Ledgers made of events alone, without a chain: for tests of what is read from the mirror. No guard is run, so a test says of
 * itself that its events could be.
 */

export const DAY = 86_400;

/** 2019-04-01 00:00 in Shanghai. */
export const START = 1_554_048_000;

export const ADMINISTRATOR: Address = getAddress(`0x${"aa".repeat(20)}`) as Address;

export const IDENTITY: StoreIdentity = {
  schemaVersion: 1,
  chainId: 31_337,
  genesisHash: hash("genesis"),
  contracts: {
    Authority: getAddress(`0x${"01".repeat(20)}`) as Address,
    PilotLedger: getAddress(`0x${"02".repeat(20)}`) as Address,
    EvidenceLedger: getAddress(`0x${"03".repeat(20)}`) as Address,
    StatisticsLedger: getAddress(`0x${"04".repeat(20)}`) as Address,
    ServiceLedger: getAddress(`0x${"06".repeat(20)}`) as Address,
    SupervisionLedger: getAddress(`0x${"05".repeat(20)}`) as Address,
  },
  deploymentBlock: 1,
};

/** A milestone of a plan, with what is usual left out. */
export interface PlannedMilestone {
  readonly dueAt: number;
  readonly kind?: (typeof MILESTONE_KINDS)[number];
  readonly mandatory?: boolean;
  readonly requiredEvidence?: bigint;
}

/** An application, with what is usual left out. */
export interface Application {
  readonly lead: string;
  readonly programme?: string;
  readonly budget?: bigint;
  readonly zh?: string;
  readonly en?: string;
  readonly summary?: { readonly zh: string; readonly en: string };
  readonly plan?: readonly PlannedMilestone[];
}

/** An event as it was said, before anything was made of it. */
export interface Said {
  readonly name: EventName;
  readonly subject: Hex;
  readonly args: object;
  readonly actor: Address;
  readonly time: number;
  readonly block: number;
}

/** A ledger that grows by events, each in a block of its own. */
export class SyntheticLedger {
  readonly #said: Said[] = [];
  readonly #records = new Map<RecordKind, Map<string, RecordTypes[RecordKind]>>();
  readonly #blocks: BlockMark[] = [];
  readonly #branch: string;
  /** The branch of the blocks that were there before the present one began. */
  readonly #branches: readonly string[];
  readonly #pruned = new Set<number>();
  time = START;
  /** Seconds from an event to the next; with none, blocks of equal time follow each other. */
  tick = 60;

  /** @param branch Ledgers of other branches have other block hashes. */
  constructor(branch = "main", branches: readonly string[] = []) {
    this.#branch = branch;
    this.#branches = branches;
    this.mine();
  }

  /** A snapshot of what there is by now. */
  reader(): MemoryReader {
    const kept = this.#blocks.filter(({ number }) => !this.#pruned.has(number));
    return new MemoryReader(IDENTITY, this.#records, kept);
  }

  /** Forgets the mark of a block, as a store does of an old one without events. */
  prune(number: number): void {
    this.#pruned.add(number);
  }

  /** The ledger as it was at `time`, by its events up to then. */
  upTo(time: number): SyntheticLedger {
    return this.#rebuilt(this.#branch, this.#branches, (said) => said.time <= time);
  }

  /** The ledger as it was at a block. */
  upToBlock(number: number): SyntheticLedger {
    const other = this.#rebuilt(this.#branch, this.#branches, (said) => said.block <= number);
    while (other.#blocks.length <= number) other.mine();
    return other;
  }

  /** The ledger as it was at a block; what follows is of another branch of the chain. */
  forkedAt(number: number, branch: string): SyntheticLedger {
    const branches = this.#blocks.slice(0, number + 1).map((block) => this.#branchOf(block.number));
    const other = this.#rebuilt(branch, branches, (said) => said.block <= number);
    while (other.#blocks.length <= number) other.mine();
    return other;
  }

  /** The blocks, oldest first. */
  blocks(): readonly BlockMark[] {
    return this.#blocks;
  }

  /** The same events on another branch of the chain. */
  reorganised(branch: string): SyntheticLedger {
    return this.#rebuilt(branch, [], () => true);
  }

  /** The events as they were said, in the order of the chain. */
  said(): readonly Said[] {
    return this.#said;
  }

  /** The times of the events. */
  times(): number[] {
    return this.#said.map((said) => said.time);
  }

  /** Adds a block without events. */
  mine(): BlockMark {
    const number = this.#blocks.length;
    const block = { number, hash: hash(`${this.#branchOf(number)}/block/${number}`), time: this.time };
    this.#blocks.push(block);
    return block;
  }

  /** Lets time pass. */
  pass(seconds: number): this {
    this.time += seconds;
    return this;
  }

  emit<Name extends EventName>(
    name: Name,
    subject: Hex,
    args: EventArguments[Name],
    actor: Address = ADMINISTRATOR,
  ): this {
    this.#say({ name, subject, args, actor, time: this.time, block: this.#blocks.length });
    this.time += this.tick;
    return this;
  }

  field(code: string, index: number): this {
    const text = JSON.stringify({ zh: `领域${code}`, en: code });
    return this.emit("FieldSet", ZERO_BYTES32, { field: asciiToHex(code, 3), index, enabled: true, text });
  }

  regions(...codes: string[]): this {
    return this.emit("RegionsSet", ZERO_BYTES32, { regions: codes.map(Number), enabled: true });
  }

  /** Registers an organisation and binds its account. */
  organisation(uscc: string, zh: string, en = zh): this {
    const text = JSON.stringify({ name: { zh, en } });
    const subject = subjectOfOrganisation(uscc);
    this.emit("OrganisationRegistered", subject, { region: 330_100, kind: 3, text });
    return this.emit("AccountBound", subject, { account: accountOf(uscc) });
  }

  /** Binds a further account to an organisation. */
  bind(uscc: string, account: Address): this {
    return this.emit("AccountBound", subjectOfOrganisation(uscc), { account });
  }

  /** Gives an account a role over the whole province and every field; without a name, that of the administrator. */
  role(account: Address, role: Role | "" = ""): this {
    const subject: Hex = `0x${account.slice(2).toLowerCase().padStart(64, "0")}`;
    const region = role === "" ? 0 : 330_000;
    return this.emit("RoleAssigned", subject, { role: asciiToHex(role, 32), region, fields: 2n ** 64n - 1n });
  }

  programme(code: string, ruleSetDigest: Hex = hash("rules")): this {
    const subject = subjectOfProgramme(code);
    const text = JSON.stringify({ title: { zh: `批次${code}`, en: code } });
    const digests = { ruleSetDigest, templateDigest: hash("template") };
    return this.emit("ProgrammeOpened", subject, { opensAt: START, closesAt: START + 900 * DAY, ...digests, text });
  }

  apply(code: string, application: Application): this {
    const { lead, programme = "ZJ-2019-PILOT-1", budget = 100n } = application;
    const args = {
      lead: packUscc(lead),
      programme: subjectOfProgramme(programme),
      predecessor: ZERO_BYTES32,
      budget,
      applicationDigest: hash(`application/${code}`),
      text: textOf(code, application),
      plan: planOf(application),
    };
    return this.emit("PilotApplied", subjectOfPilot(code), args, accountOf(lead));
  }

  resubmit(code: string, version: number, application: Application): this {
    const args = {
      version,
      budget: application.budget ?? 100n,
      applicationDigest: hash(`application/${code}/${version}`),
      text: textOf(code, application),
      plan: planOf(application),
    };
    return this.emit("PilotResubmitted", subjectOfPilot(code), args, accountOf(application.lead));
  }

  /** A passage into a state that takes a reason. */
  reasoned(code: string, name: ReasonedEvent): this {
    const reasoned = { reason: asciiToHex("MISSING_DOCUMENT", 32), documentDigest: ZERO_BYTES32 };
    const args = name === "PilotReturned" ? { round: 1, ...reasoned } : reasoned;
    return this.emit(name, subjectOfPilot(code), args as EventArguments[ReasonedEvent]);
  }

  /** Admits, approves and starts a pilot. */
  start(code: string): this {
    const subject = subjectOfPilot(code);
    this.emit("PilotAdmitted", subject, {});
    this.emit("PilotApproved", subject, { decisionDigest: hash(`approval/${code}`) });
    return this.emit("PilotStarted", subject, { filing: 1, filingReason: asciiToHex("INTERNAL", 32) });
  }

  join(code: string, uscc: string): this {
    const role = numberOf(PARTY_ROLES, "TECHNOLOGY");
    const args = { organisation: packUscc(uscc), role, consentDigest: hash(`consent/${uscc}`) };
    return this.emit("PartyJoined", subjectOfPilot(code), args);
  }

  advance(code: string, stage: Stage): this {
    const args = { stage: numberOf(STAGES, stage), decisionDigest: hash(`stage/${code}`) };
    return this.emit("StageAdvanced", subjectOfPilot(code), args);
  }

  submit(code: string, milestone: number, revision = 1, lead?: string): this {
    const args = {
      milestone,
      revision,
      fileCount: 3,
      totalBytes: 4_096n,
      claimedAt: this.time,
      manifestDigest: hash(`manifest/${code}/${milestone}/${revision}`),
      evidence: [{ kind: 4, algorithm: 1, digest: hash(`report/${code}/${milestone}/${revision}`) }],
    };
    return this.emit(
      "MilestoneSubmitted",
      subjectOfPilot(code),
      args,
      lead === undefined ? ADMINISTRATOR : accountOf(lead),
    );
  }

  accept(code: string, milestone: number, revision = 1): this {
    const args = { milestone, revision, decisionDigest: hash(`acceptance/${code}/${milestone}`) };
    return this.emit("MilestoneAccepted", subjectOfPilot(code), args);
  }

  sendBack(code: string, milestone: number, revision = 1): this {
    const args = { milestone, revision, reason: asciiToHex("INCOMPLETE", 32), documentDigest: ZERO_BYTES32 };
    return this.emit("MilestoneReturned", subjectOfPilot(code), args);
  }

  /** Names the experts who vote on a submission, and lets the first of them vote to accept it. */
  advise(code: string, milestone: number, experts: readonly [Address, ...Address[]], revision = 1): this {
    const threshold = Math.floor(experts.length / 2) + 1;
    const args = { milestone, revision, threshold, experts: [...experts] };
    this.emit("MilestonePanelConvened", subjectOfPilot(code), args);
    return this.castOnMilestone(code, milestone, experts[0], "PASS", revision);
  }

  castOnMilestone(code: string, milestone: number, expert: Address, vote: Vote, revision = 1): this {
    const args = { milestone, revision, vote: numberOf(VOTES, vote), opinionDigest: hash(`opinion/${code}/${expert}`) };
    return this.emit("MilestoneVoted", subjectOfPilot(code), args, expert);
  }

  anchor(code: string, digest: Hex, algorithm = 1): this {
    const item = { kind: 28, algorithm, digest };
    const provenance = { source: 1, generation: 1, storedIn: 1, certification: 0 };
    return this.emit("EvidenceAnchored", subjectOfPilot(code), { milestone: 0, item, size: 10n, provenance });
  }

  #branchOf(block: number): string {
    return this.#branches[block] ?? this.#branch;
  }

  #rebuilt(branch: string, branches: readonly string[], keeps: (said: Said) => boolean): SyntheticLedger {
    const other = new SyntheticLedger(branch, branches);
    for (const said of this.#said) if (keeps(said)) other.#say(said);
    return other;
  }

  #say(said: Said): void {
    const { name, subject, args, actor, time } = said;
    this.time = Math.min(this.time, time);
    while (this.#blocks.length < said.block) this.mine();
    this.#said.push(said);
    this.time = time;
    const block = this.mine();
    const contractName = CONTRACT_OF.get(name) ?? "Authority";
    const event = {
      name,
      contractName,
      subject,
      actor,
      args,
      origin: {
        contract: IDENTITY.contracts[contractName],
        blockNumber: block.number,
        blockHash: block.hash,
        blockTime: time,
        transactionHash: hash(`${this.#branchOf(block.number)}/transaction/${block.number}`),
        transactionIndex: 0,
        logIndex: 0,
      },
      leaf: hash(`leaf/${this.#said.length}`),
    } as unknown as LedgerEvent;
    const reader = {
      get: <Kind extends RecordKind>(kind: Kind, id: string) =>
        this.#records.get(kind)?.get(id) as RecordTypes[Kind] | undefined,
    };
    for (const { kind, id, value } of applyEvent(event, reader)) {
      const byId = this.#records.get(kind) ?? new Map<string, RecordTypes[RecordKind]>();
      if (value === undefined) byId.delete(id);
      else byId.set(id, value);
      this.#records.set(kind, byId);
    }
  }
}

type ReasonedEvent =
  | "PilotReturned"
  | "PilotRejected"
  | "PilotWaitlisted"
  | "PilotSuspended"
  | "PilotResumed"
  | "PilotWithdrawn"
  | "PilotTerminated";

const CONTRACT_OF: ReadonlyMap<EventName, ContractName> = new Map(
  CONTRACT_NAMES.flatMap((contract) => eventNames(contract).map((name) => [name, contract] as const)),
);

/** A digest that follows from its name. */
export function hash(name: string): Hex {
  return `0x${createHash("sha256").update(name).digest("hex")}`;
}

/** The account of an organisation. */
export function accountOf(uscc: string): Address {
  return getAddress(hash(`account/${uscc}`).slice(0, 42)) as Address;
}

export function subjectOfPilot(code: string): Hex {
  const parts = parsePilotCode(code);
  if (parts === undefined) throw new RangeError(`${code} is no pilot's code`);
  return packPilotId(parts);
}

function subjectOfProgramme(code: string): Hex {
  const parts = parseProgrammeCode(code);
  if (parts === undefined) throw new RangeError(`${code} is no programme's code`);
  return packProgrammeId(parts);
}

function subjectOfOrganisation(uscc: string): Hex {
  return asciiToHex(uscc, 32);
}

function textOf(code: string, { zh = `试点 ${code}`, en = `Pilot ${code}`, summary }: Application): string {
  return JSON.stringify({ title: { zh, en }, ...(summary && { summary }) });
}

function planOf({ plan = [{ dueAt: START + 100 * DAY }] }: Application) {
  return plan.map(({ dueAt, kind = "PROTOTYPE", mandatory = true, requiredEvidence = 0n }) => ({
    kind: numberOf(MILESTONE_KINDS, kind),
    mandatory,
    weight: 10_000,
    dueAt,
    dependsOn: 0,
    requiredEvidence,
  }));
}
