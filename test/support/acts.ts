import { type Address, asciiToHex, type Hex, ZERO_BYTES32 } from "../../server/ledger/hex.ts";
import { packPilotId, packProgrammeId, parsePilotCode, parseProgrammeCode } from "../../server/ledger/ids.ts";
import { canonicalText } from "../../server/ledger/text.ts";
import { packUscc } from "../../server/ledger/uscc.ts";
import type { EmittedEvent } from "./simulated-chain.ts";

/*
 * The events of a small ledger, for chains in memory: one programme, one organisation, its pilots and their milestones.
 */

const ADMINISTRATOR: Address = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
export const REGISTRAR: Address = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
export const LEAD: Address = "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC";
export const APPROVER: Address = "0x90F79bf6EB2c4f870365E785982E1f101E93b906";
export const PROGRAMME = "ZJ-2019-PILOT-1";
export const ORGANISATION = "91330206MA0990047Y";

/** A digest that is told apart by its number. */
export function digestOf(number: number): Hex {
  return `0x${number.toString(16).padStart(64, "0")}`;
}

/** The code of the pilot with this serial. */
export function pilotCode(serial: number): string {
  return `ZJ-2019-330206-MFG-${String(serial).padStart(4, "0")}`;
}

export function programmeOpened(): EmittedEvent {
  const parts = parseProgrammeCode(PROGRAMME);
  if (parts === undefined) throw new Error(`${PROGRAMME} is no programme`);
  const text = canonicalText({ title: { zh: "区块链应用试点", en: "Blockchain pilots" } });
  return {
    contract: "PilotLedger",
    name: "ProgrammeOpened",
    subject: packProgrammeId(parts),
    actor: REGISTRAR,
    values: [1_551_369_600, 1_577_836_800, digestOf(1), digestOf(2), text],
  };
}

export function organisationRegistered(uscc: string = ORGANISATION, name = "某汽车零部件企业"): EmittedEvent {
  return {
    contract: "Authority",
    name: "OrganisationRegistered",
    subject: zeroPaddedRight(packUscc(uscc)),
    actor: ADMINISTRATOR,
    values: [330206, 3, canonicalText({ name: { zh: name, en: name } })],
  };
}

export function accountBound(account: Address = LEAD, uscc: string = ORGANISATION): EmittedEvent {
  return {
    contract: "Authority",
    name: "AccountBound",
    subject: zeroPaddedRight(packUscc(uscc)),
    actor: ADMINISTRATOR,
    values: [account],
  };
}

/** A plan of `length` mandatory milestones, each due a month after the other. */
function plan(length: number): unknown[] {
  return Array.from({ length }, (_, index) => [3, true, 2_000, 1_559_318_400 + index * 2_592_000, 0, 0]);
}

export function pilotApplied(serial: number, title = "汽车零部件质量追溯试点", milestones = 3): EmittedEvent {
  const programme = parseProgrammeCode(PROGRAMME);
  if (programme === undefined) throw new Error(`${PROGRAMME} is no programme`);
  const text = canonicalText({ title: { zh: title, en: `Pilot ${serial}` } });
  const values = [packUscc(ORGANISATION), packProgrammeId(programme), ZERO_BYTES32, 800_000_00n, digestOf(3), text];
  return aboutPilot(serial, "PilotApplied", LEAD, [...values, plan(milestones)]);
}

export function pilotReturned(serial: number, round = 1): EmittedEvent {
  return aboutPilot(serial, "PilotReturned", REGISTRAR, [round, asciiToHex("MISSING_DOCUMENT", 32), digestOf(4)]);
}

/** The same application again with another plan: milestones past its end are no more. */
export function pilotResubmitted(serial: number, milestones: number, version = 2): EmittedEvent {
  const text = canonicalText({ title: { zh: `再次申报 ${version}`, en: `Again ${version}` } });
  return aboutPilot(serial, "PilotResubmitted", LEAD, [version, 900_000_00n, digestOf(5), text, plan(milestones)]);
}

export function pilotAdmitted(serial: number): EmittedEvent {
  return aboutPilot(serial, "PilotAdmitted", REGISTRAR, []);
}

export function milestoneSubmitted(serial: number, milestone: number, revision = 1): EmittedEvent {
  const evidence = [[4, 1, digestOf(1_000 * serial + milestone)]];
  const values = [milestone, revision, 1, 2_048n, 1_556_000_000, digestOf(6), evidence];
  return aboutPilot(serial, "MilestoneSubmitted", LEAD, values);
}

export function milestoneReturned(serial: number, milestone: number, revision = 1): EmittedEvent {
  const values = [milestone, revision, asciiToHex("INCOMPLETE", 32), digestOf(7)];
  return aboutPilot(serial, "MilestoneReturned", APPROVER, values);
}

export function milestoneAccepted(serial: number, milestone: number, revision = 1): EmittedEvent {
  return aboutPilot(serial, "MilestoneAccepted", APPROVER, [milestone, revision, digestOf(8)]);
}

function aboutPilot(serial: number, name: string, actor: Address, values: readonly unknown[]): EmittedEvent {
  const parts = parsePilotCode(pilotCode(serial));
  if (parts === undefined) throw new Error(`${pilotCode(serial)} is no pilot`);
  return { contract: "PilotLedger", name, subject: packPilotId(parts), actor, values };
}

function zeroPaddedRight(hex: Hex): Hex {
  return `0x${hex.slice(2).padEnd(64, "0")}`;
}
