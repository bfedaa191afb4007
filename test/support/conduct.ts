import { numberOf } from "../../server/ledger/codes/code.ts";
import { VOTES, type Vote } from "../../server/ledger/codes/pilots.ts";
import { type Address, asciiToHex, ZERO_BYTES32 } from "../../server/ledger/hex.ts";
import { packUscc } from "../../server/ledger/uscc.ts";
import type { SyntheticLedger } from "./synthetic-ledger.ts";
import { accountOf, hash, subjectOfPilot } from "./synthetic-names.ts";

const REASONED = { reason: asciiToHex("CONTENT_INCONSISTENT", 32), documentDigest: ZERO_BYTES32 };

/** What becomes of pilots while they run, on a ledger of events alone: waivers, extensions, acceptance, the end; and of keys. */
export class Conduct {
  readonly #ledger: SyntheticLedger;

  constructor(ledger: SyntheticLedger) {
    this.#ledger = ledger;
  }

  waive(pilot: string, milestone: number): void {
    this.#ledger.emit("MilestoneWaived", subjectOfPilot(pilot), { milestone, ...REASONED });
  }

  requestExtension(pilot: string, milestone: number, dueAt: number): void {
    this.#ledger.emit("ExtensionRequested", subjectOfPilot(pilot), { milestone, dueAt, ...REASONED });
  }

  grantExtension(pilot: string, milestone: number, dueAt: number): void {
    const decisionDigest = hash(`extension/${pilot}/${milestone}`);
    this.#ledger.emit("ExtensionGranted", subjectOfPilot(pilot), { milestone, dueAt, decisionDigest });
  }

  refuseExtension(pilot: string, milestone: number): void {
    this.#ledger.emit("ExtensionRefused", subjectOfPilot(pilot), { milestone, ...REASONED });
  }

  requestAcceptance(pilot: string, round: number): void {
    const args = { round, manifestDigest: hash(`acceptance/${pilot}/${round}`) };
    this.#ledger.emit("AcceptanceRequested", subjectOfPilot(pilot), args);
  }

  convene(pilot: string, round: number, experts: readonly Address[]): void {
    const args = { round, threshold: Math.floor(experts.length / 2) + 1, experts: [...experts] };
    this.#ledger.emit("AcceptancePanelConvened", subjectOfPilot(pilot), args);
  }

  vote(pilot: string, round: number, expert: Address, vote: Vote): void {
    const args = { round, vote: numberOf(VOTES, vote), opinionDigest: hash(`opinion/${pilot}/${expert}`) };
    this.#ledger.emit("AcceptanceVoted", subjectOfPilot(pilot), args, expert);
  }

  decideAcceptance(pilot: string, round: number, result: "ACCEPTED" | "CONDITIONAL" | "FAILED"): void {
    const subject = subjectOfPilot(pilot);
    if (result === "ACCEPTED") {
      this.#ledger.emit("PilotAccepted", subject, { round, certificateDigest: hash(`certificate/${pilot}`) });
    } else if (result === "CONDITIONAL") {
      this.#ledger.emit("PilotAcceptedConditionally", subject, { round, ...REASONED });
    } else {
      this.#ledger.emit("AcceptanceFailed", subject, { round, ...REASONED });
    }
  }

  archive(pilot: string): void {
    this.#ledger.emit("PilotArchived", subjectOfPilot(pilot), { archiveDigest: hash(`archive/${pilot}`) });
  }

  grantShowcase(pilot: string): void {
    const args = { validUntil: this.#ledger.time + 1_000_000, decisionDigest: hash(`showcase/${pilot}`) };
    this.#ledger.emit("ShowcaseGranted", subjectOfPilot(pilot), args);
  }

  leave(pilot: string, uscc: string): void {
    const args = { organisation: packUscc(uscc), reason: asciiToHex("PARTY_WITHDREW", 32) };
    this.#ledger.emit("PartyLeft", subjectOfPilot(pilot), args);
  }

  /** The key of an organisation's account is lost. */
  loseKey(uscc: string, account = accountOf(uscc)): void {
    const args = { account, lostAt: this.#ledger.time };
    this.#ledger.emit("KeyCompromiseReported", asciiToHex(uscc, 32), args);
  }

  revoke(uscc: string, account: Address): void {
    this.#ledger.emit("AccountRevoked", asciiToHex(uscc, 32), { account, reason: asciiToHex("STAFF_LEFT", 32) });
  }
}
