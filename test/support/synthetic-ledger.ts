import type { Role } from "../../server/ledger/codes/authority.ts";
import { numberOf } from "../../server/ledger/codes/code.ts";
import { MILESTONE_KINDS } from "../../server/ledger/codes/milestones.ts";
import { PARTY_ROLES, STAGES, type Stage, VOTES, type Vote } from "../../server/ledger/codes/pilots.ts";
import type { EventArguments } from "../../server/ledger/events.ts";
import { type Address, asciiToHex, type Hex, ZERO_BYTES32 } from "../../server/ledger/hex.ts";
import { packUscc } from "../../server/ledger/uscc.ts";
import { EventChain } from "./event-chain.ts";
import {
  ADMINISTRATOR,
  accountOf,
  DAY,
  hash,
  START,
  subjectOfOrganisation,
  subjectOfPilot,
  subjectOfProgramme,
} from "./synthetic-names.ts";

/*
 * Ledgers made of events alone, without a chain: for tests of what is read from the mirror. No guard is run, so a test says of
 * itself that its events could be.
 */

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

/** A ledger of acts that tests write down, each in a block of its own. */
export class SyntheticLedger extends EventChain {
  protected override empty(branch: string, branches: readonly string[]): this {
    return new SyntheticLedger(branch, branches) as this;
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
}

type ReasonedEvent =
  | "PilotReturned"
  | "PilotRejected"
  | "PilotWaitlisted"
  | "PilotSuspended"
  | "PilotResumed"
  | "PilotWithdrawn"
  | "PilotTerminated";

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
