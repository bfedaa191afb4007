import type { Bilingual } from "../ledger/codes/bilingual.ts";
import {
  EVIDENCE_USE_LABELS,
  PILOT_STATE_LABELS,
  PROGRAMME_KIND_LABELS,
  STAGE_LABELS,
  TIMELINESS_LABELS,
} from "../ledger/codes/labels.ts";
import type { PilotRecord } from "../ledger/records.ts";
import { stateAt, timelinessAt } from "../ledger/timeliness.ts";
import type { StoreReader } from "../store/reader.ts";
import { plansAsOf } from "./list-milestones.ts";
import { pilotsThatSatisfy } from "./list-pilots.ts";
import { stageAt } from "./pilot-filter.ts";
import { type RegionFigures, regionFigures } from "./region-figures.ts";
import { inRuns } from "./sorted-ids.ts";
import { Tally } from "./tally.ts";

/** A figure of a breakdown. */
export interface Figure {
  readonly code: string;
  readonly label: Bilingual;
  readonly count: number;
}

/** The ledger in figures as of an instant. The figures of each breakdown add up to its total. */
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

const RUN = 64;

/** Counts the ledger as of an instant (统计概览). Whole numbers only. */
export async function overview(reader: StoreReader, { asOf }: { readonly asOf: number }): Promise<Overview> {
  const tally = { state: new Tally(), stage: new Tally(), field: new Tally(), kind: new Tally(), region: new Tally() };
  const timeliness = new Tally();
  const leads = new Set<string>();
  let budget = 0n;
  for await (const present of inRuns(pilots(reader, asOf), RUN)) {
    for (const { pilot, milestones } of await plansAsOf(reader, present, asOf)) {
      tally.state.add(stateAt(pilot, asOf));
      tally.stage.add(stageAt(pilot, asOf));
      tally.field.add(pilot.field);
      tally.kind.add(pilot.programmeKind);
      tally.region.add(pilot.region);
      leads.add(pilot.lead);
      budget += BigInt(pilot.budgetFen);
      for (const milestone of milestones) {
        const standing = timelinessAt(milestone, pilot, asOf);
        if (standing !== undefined) timeliness.add(standing.status);
      }
    }
  }
  return {
    pilots: {
      cumulative: tally.state.total,
      byState: tally.state.figures(PILOT_STATE_LABELS),
      byStage: tally.stage.figures(STAGE_LABELS),
      byField: tally.field.figures(await fieldLabels(reader, asOf)),
      byProgrammeKind: tally.kind.figures(PROGRAMME_KIND_LABELS),
      byRegion: regionFigures(tally.region),
    },
    milestones: { total: timeliness.total, byTimeliness: timeliness.figures(TIMELINESS_LABELS) },
    budgetFen: budget.toString(),
    organisations: { registered: await registered(reader, asOf), leading: leads.size },
    evidence: await evidenceFigures(reader, asOf),
  };
}

async function* pilots(reader: StoreReader, asOf: number): AsyncGenerator<PilotRecord> {
  for await (const [, pilot] of pilotsThatSatisfy(reader, {}, asOf)) yield pilot;
}

async function fieldLabels(reader: StoreReader, asOf: number): Promise<Record<string, Bilingual>> {
  const labels: Record<string, Bilingual> = {};
  for await (const [code, field] of reader.list("field")) {
    if (field.created.blockTime <= asOf) labels[code] = field.name;
  }
  return labels;
}

async function registered(reader: StoreReader, asOf: number): Promise<number> {
  let count = 0;
  for await (const [, organisation] of reader.list("organisation")) {
    if (organisation.created.blockTime <= asOf) count += 1;
  }
  return count;
}

/** All appearances of a digest stand together, so that the different digests are counted without remembering them. */
async function evidenceFigures(reader: StoreReader, asOf: number): Promise<Overview["evidence"]> {
  const uses = new Tally();
  let digests = 0;
  let last: string | undefined;
  for await (const [, { algorithm, digest, use, provenance }] of reader.list("evidence")) {
    if (provenance.blockTime > asOf) continue;
    uses.add(use);
    const one = `${algorithm}/${digest}`;
    if (one !== last) digests += 1;
    last = one;
  }
  return { digests, appearances: uses.total, byUse: uses.figures(EVIDENCE_USE_LABELS) };
}
