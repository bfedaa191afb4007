import type { Address, Hex } from "./hex.ts";
import { formatMilestoneCode, type PilotCode } from "./ids.ts";
import type { Provenance } from "./provenance.ts";
import type { Uscc } from "./uscc.ts";

/*
 * Ids of records whose id is not simply their code. Numbers are padded so that ids sort in the order of the chain.
 */

/** The place of an event in the chain, sorting as the chain does. */
export function eventId(origin: Pick<Provenance, "blockNumber" | "logIndex">): string {
  return `${padded(origin.blockNumber, 12)}.${padded(origin.logIndex, 6)}`;
}

/** The id of a milestone's record: its code with a padded number. */
export function milestoneId(pilot: PilotCode, number: number): string {
  return number < 10 ? `${pilot}/M0${number}` : formatMilestoneCode(pilot, number);
}

/** The code of a milestone, from the id of its record. */
export function milestoneCodeOf(id: string): string {
  return id.replace(/\/M0(?=\d$)/, "/M");
}

/** The id of a digest's appearance: all appearances of a digest stand together, oldest first. */
export function evidenceId(algorithm: string, digest: Hex, event: string, index: number): string {
  return `${evidencePrefix(algorithm, digest)}${event}.${String(index).padStart(4, "0")}`;
}

/** What the ids of all appearances of a digest begin with. */
export function evidencePrefix(algorithm: string, digest: string): string {
  return `${algorithm}/${digest.toLowerCase()}/`;
}

/** The id of an accumulator; without a subject the whole contract's. */
export function journalId(contract: Address, subject: Hex | null): string {
  return `${contract}/${subject ?? "whole"}`;
}

/** The id of an enterprise's membership in a pool: all members of a pool stand together. */
export function membershipId(pool: string, enterprise: Uscc): string {
  return `${pool}/${enterprise}`;
}

/** A number of at most `digits` digits with zeros before it, in half the time of `padStart`: every event has some. */
function padded(number: number, digits: number): string {
  return number < 10 ** digits ? String(10 ** digits + number).slice(1) : String(number);
}
