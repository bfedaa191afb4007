import type { Bilingual } from "../ledger/codes/bilingual.ts";
import {
  EVIDENCE_USE_LABELS,
  PILOT_STATE_LABELS,
  PROGRAMME_KIND_LABELS,
  STAGE_LABELS,
  TIMELINESS_LABELS,
} from "../ledger/codes/labels.ts";
import type { PilotRecord } from "../ledger/records.ts";
import { timelinessAt } from "../ledger/timeliness.ts";
import type { Ledger } from "./as-of/ledger.ts";
import { plansOf } from "./list-milestones.ts";
import { pilotsThatSatisfy } from "./list-pilots.ts";
import { type RegionFigures, regionFigures } from "./region-figures.ts";
import { Tally } from "./tally.ts";

/** A figure of a breakdown. */
export interface Figure {
  readonly code: string;
  readonly label: Bilingual;
  readonly count: number;
}

/** The ledger in figures. The figures of each breakdown add up to its total. */
export interface Overview {
  readonly pilots: {
    /** All that ever applied. */
    readonly cumulative: number;
    readonly byState: readonly Figure[];
    readonly byStage: readonly Figure[];
    readonly byField: readonly Figure[];
    readonly byProgrammeKind: readonly Figure[];
    readonly byRegion: RegionFigures;
  };
  readonly milestones: { readonly total: number; readonly byTimeliness: readonly Figure[] };
  /** Sum of the pilots' budgets, fen in decimal text. */
  readonly budgetFen: string;
  readonly organisations: { readonly registered: number; readonly leading: number };
  readonly evidence: {
    readonly digests: number;
    readonly appearances: number;
    readonly byUse: readonly Figure[];
  };
}

/** Counts the ledger (统计概览). Whole numbers only. */
export async function overview(ledger: Ledger): Promise<Overview> {
  const tally = { state: new Tally(), stage: new Tally(), field: new Tally(), kind: new Tally(), region: new Tally() };
  const timeliness = new Tally();
  const leads = new Set<string>();
  let budget = 0n;
  for await (const { pilot, milestones } of plansOf(ledger, pilots(ledger))) {
    tally.state.add(pilot.state);
    tally.stage.add(pilot.stage);
    tally.field.add(pilot.field);
    tally.kind.add(pilot.programmeKind);
    tally.region.add(pilot.region);
    leads.add(pilot.lead);
    budget += BigInt(pilot.budgetFen);
    for (const milestone of milestones) {
      const standing = timelinessAt(milestone, pilot, ledger.asOf);
      if (standing !== undefined) timeliness.add(standing.status);
    }
  }
  return {
    pilots: {
      cumulative: tally.state.total,
      byState: tally.state.figures(PILOT_STATE_LABELS),
      byStage: tally.stage.figures(STAGE_LABELS),
      byField: tally.field.figures(await fieldLabels(ledger)),
      byProgrammeKind: tally.kind.figures(PROGRAMME_KIND_LABELS),
      byRegion: regionFigures(tally.region),
    },
    milestones: { total: timeliness.total, byTimeliness: timeliness.figures(TIMELINESS_LABELS) },
    budgetFen: budget.toString(),
    organisations: { registered: await registered(ledger), leading: leads.size },
    evidence: await evidenceFigures(ledger),
  };
}

async function* pilots(ledger: Ledger): AsyncGenerator<PilotRecord> {
  for await (const [, pilot] of pilotsThatSatisfy(ledger, {})) yield pilot;
}

async function fieldLabels(ledger: Ledger): Promise<Record<string, Bilingual>> {
  const labels: Record<string, Bilingual> = {};
  for await (const [code, field] of ledger.list("field")) labels[code] = field.name;
  return labels;
}

async function registered(ledger: Ledger): Promise<number> {
  let count = 0;
  for await (const _ of ledger.list("organisation")) count += 1;
  return count;
}

/** All appearances of a digest stand together, so that the different digests are counted without remembering them. */
async function evidenceFigures(ledger: Ledger): Promise<Overview["evidence"]> {
  const uses = new Tally();
  let digests = 0;
  let last: string | undefined;
  for await (const [, { algorithm, digest, use }] of ledger.list("evidence")) {
    uses.add(use);
    const one = `${algorithm}/${digest}`;
    if (one !== last) digests += 1;
    last = one;
  }
  return { digests, appearances: uses.total, byUse: uses.figures(EVIDENCE_USE_LABELS) };
}
