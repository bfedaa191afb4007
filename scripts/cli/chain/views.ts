import { ORGANISATION_KINDS, ORGANISATION_STATUSES } from "../../../server/ledger/codes/authority.ts";
import { nameOf } from "../../../server/ledger/codes/code.ts";
import { MILESTONE_KINDS, MILESTONE_STATES } from "../../../server/ledger/codes/milestones.ts";
import { FILING_REQUIREMENTS, PILOT_STATES, STAGES } from "../../../server/ledger/codes/pilots.ts";
import { type Address, asciiFromHex, asciiToHex, type Hex } from "../../../server/ledger/hex.ts";
import { packUscc, type Uscc, unpackUscc } from "../../../server/ledger/uscc.ts";
import { refused } from "../failure.ts";
import type { PilotArgument } from "../values/codes.ts";
import type { Ledger } from "./ledger.ts";

/*
 * What the contracts' views say, with names instead of numbers.
 */

/** A milestone as the guards see it. */
export type MilestoneView = Awaited<ReturnType<typeof milestoneView>>;

/**
 * A pilot as the guards see it.
 *
 * @throws {CliFailure} when there is no such pilot.
 */
export async function pilotView(ledger: Ledger, { id, code }: PilotArgument) {
  const view = await ledger.contracts.PilotLedger.getFunction("pilotOf").staticCall(id);
  const state = nameOf(PILOT_STATES, Number(view.state));
  if (state === "NONE") {
    throw refused("Pilots_Unknown", `没有试点 ${code}；请核对试点编号。`, `there is no pilot ${code}; check its code`);
  }
  return {
    lead: unpackUscc(view.lead as Hex),
    state,
    stage: nameOf(STAGES, Number(view.stage)),
    filing: nameOf(FILING_REQUIREMENTS, Number(view.filing)),
    milestones: Number(view.milestones),
    mandatoryOpen: Number(view.mandatoryOpen),
    returnRounds: Number(view.returnRounds),
    acceptanceRound: Number(view.acceptanceRound),
    version: Number(view.version),
  };
}

/**
 * A milestone as the guards see it.
 *
 * @throws {CliFailure} when the pilot or its milestone does not exist.
 */
export async function milestoneView(ledger: Ledger, pilot: PilotArgument, milestone: number) {
  const view = await ledger.contracts.PilotLedger.getFunction("milestoneOf").staticCall(pilot.id, milestone);
  const state = nameOf(MILESTONE_STATES, Number(view.state));
  if (state === "NONE") {
    await pilotView(ledger, pilot);
    throw refused(
      "Milestones_Unknown",
      `试点 ${pilot.code} 的计划中没有里程碑 M${milestone}；请核对编号。`,
      `the plan of pilot ${pilot.code} has no milestone M${milestone}; check its number`,
    );
  }
  return {
    state,
    kind: nameOf(MILESTONE_KINDS, Number(view.kind)),
    mandatory: Boolean(view.mandatory),
    revision: Number(view.revision),
    originalDueAt: Number(view.originalDueAt),
    dueAt: Number(view.originalDueAt) + Number(view.extendedBy),
    extensions: Number(view.extensions),
    dependsOn: Number(view.dependsOn),
    requiredEvidence: BigInt(view.requiredEvidence),
  };
}

/** Whose account it is and since when; organisation null when it is bound to none. */
export async function bindingView(ledger: Ledger, account: Address) {
  const view = await ledger.contracts.Authority.getFunction("bindingOf").staticCall(account);
  const organisation = unpackUscc(view.organisation as Hex);
  return {
    organisation: organisation === "" ? null : organisation,
    boundAt: Number(view.boundAt),
    revokedAt: Number(view.revokedAt) === 0 ? null : Number(view.revokedAt),
  };
}

/** An organisation's entry; undefined when it is not in the register. */
export async function organisationView(ledger: Ledger, organisation: Uscc) {
  const view = await ledger.contracts.Authority.getFunction("organisationEntry").staticCall(packUscc(organisation));
  const status = nameOf(ORGANISATION_STATUSES, Number(view.status));
  if (status === "UNREGISTERED") return undefined;
  return { status, kind: nameOf(ORGANISATION_KINDS, Number(view.kind)), region: String(view.region) };
}

/** A field's entry. */
export async function fieldView(ledger: Ledger, field: string) {
  const view = await ledger.contracts.Authority.getFunction("fieldEntry").staticCall(asciiToHex(field, 3));
  return { index: Number(view.index), registered: Boolean(view.registered), enabled: Boolean(view.enabled) };
}

/** Where an account holds a role; undefined when it does not. */
export async function jurisdictionView(ledger: Ledger, role: string, account: Address) {
  const view = await ledger.contracts.Authority.getFunction("jurisdictionOf").staticCall(asciiToHex(role, 32), account);
  const region = Number(view.region);
  return region === 0 ? undefined : { region: String(region), fields: BigInt(view.fields) };
}

/** Two letters that every code of this ledger begins with. */
export async function provinceView(ledger: Ledger): Promise<string> {
  return asciiFromHex(String(await ledger.contracts.PilotLedger.getFunction("PROVINCE").staticCall()));
}
