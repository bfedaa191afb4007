import { numberOf } from "../../../../server/ledger/codes/code.ts";
import { FILING_REQUIREMENTS } from "../../../../server/ledger/codes/pilots.ts";
import { PROGRAMME_KINDS } from "../../../../server/ledger/codes/programmes.ts";
import { packProgrammeId } from "../../../../server/ledger/ids.ts";
import { DAY, digest, OTHER, PROGRAMME_TEXT, REASON, type World } from "../../../../test/contracts/fixture.ts";
import {
  applicationOf,
  applyWith,
  type MilestonePlanStruct,
  pilotIn,
  planOf,
  TEXT,
} from "../../../../test/contracts/journey.ts";
import type { Measure } from "../measure.ts";

/** A plan of six milestones, each after the one before it. */
export function sixMilestones(world: World): MilestonePlanStruct[] {
  const [first] = planOf(world);
  if (first === undefined) throw new Error("the plan is empty");
  return Array.from({ length: 6 }, (_, index) => ({
    ...first,
    weight: index === 0 ? 5_000 : 1_000,
    dueAt: world.opensAt + (30 + 30 * index) * DAY,
    dependsOn: index === 0 ? 0 : 1 << index,
    requiredEvidence: 1 << 4,
  }));
}

/** From a programme's opening to a pilot's start. */
export async function applications(world: World, measure: Measure): Promise<void> {
  const { ledger, accounts, opensAt, closesAt } = world;
  const lead = ledger.connect(accounts.lead);
  const registrar = ledger.connect(accounts.registrar);
  const approver = ledger.connect(accounts.approver);

  const base = numberOf(PROGRAMME_KINDS, "BASE");
  const papers = [digest("rules"), digest("template"), PROGRAMME_TEXT] as const;
  await measure("openProgramme", approver.openProgramme(2019, base, 1, opensAt, closesAt, ...papers));
  const programme = packProgrammeId({ province: "ZJ", year: 2019, kind: "BASE", batch: 1 });
  await measure("closeProgramme", approver.closeProgramme(programme, REASON));

  await applyWith(world);
  await measure("applyPilot, 3 milestones", lead.applyPilot(applicationOf(world), planOf(world)));
  await measure("applyPilot, 6 milestones", lead.applyPilot(applicationOf(world), sixMilestones(world)));
  const pilot = await applyWith(world);
  await measure("addParty", lead.addParty(pilot, OTHER, 1, digest("consent")));
  await measure("removeParty", lead.removeParty(pilot, OTHER, REASON));
  await measure("returnPilot", registrar.returnPilot(pilot, REASON, digest("gaps")));
  await measure("resubmitPilot, 3 milestones", lead.resubmitPilot(pilot, 1n, digest("form"), TEXT, planOf(world)));
  await measure("amendPilot", lead.amendPilot(pilot, 1n, digest("note"), TEXT));
  await measure("admitPilot", registrar.admitPilot(pilot));
  await measure("waitlistPilot", approver.waitlistPilot(pilot, REASON, digest("list")));
  await measure("approvePilot", approver.approvePilot(pilot, digest("decision")));
  await measure("startPilot", lead.startPilot(pilot, numberOf(FILING_REQUIREMENTS, "NOT_REQUIRED"), REASON));

  const rejected = await pilotIn(world, "UNDER_REVIEW");
  await measure("rejectPilot", approver.rejectPilot(rejected, REASON, digest("decision")));
}
