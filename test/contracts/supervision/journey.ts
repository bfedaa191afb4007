/** Moves cases and filings through their life: every state can be reached from here. */
import { encodeBytes32String } from "ethers";
import { bitsOfNames, numberOf } from "../../../server/ledger/codes/code.ts";
import {
  CASE_ORIGINS,
  type CaseState,
  CLOSE_REASONS,
  type CloseReason,
  INSPECTION_KINDS,
  INSPECTION_RESULTS,
  type InspectionResult,
  PENALTY_KINDS,
  type PenaltyKind,
  SEVERITIES,
  type Severity,
  VERDICTS,
  type Verdict,
} from "../../../server/ledger/codes/supervision.ts";
import type { Hex } from "../../../server/ledger/hex.ts";
import { digest, NO_DIGEST, REASON } from "../fixture.ts";
import {
  activePilot,
  type CaseOpeningStruct,
  inDays,
  type PenaltyNoticeStruct,
  type SupervisedWorld,
  type SupervisionLedger,
} from "./fixture.ts";

const CLAUSE = encodeBytes32String("BISR-11-2");
export const FINE = 20_000_00n;

export const severity = (name: Severity) => numberOf(SEVERITIES, name);
export const closing = (name: CloseReason) => numberOf(CLOSE_REASONS, name);
export const verdict = (name: Verdict) => numberOf(VERDICTS, name);
export const kinds = (...names: PenaltyKind[]) => Number(bitsOfNames(PENALTY_KINDS, names));
export const result = (name: InspectionResult) => numberOf(INSPECTION_RESULTS, name);

export const inspectorOf = ({ supervision, officials }: SupervisedWorld): SupervisionLedger =>
  supervision.connect(officials.inspector1);
export const deciderOf = ({ supervision, officials }: SupervisedWorld): SupervisionLedger =>
  supervision.connect(officials.decider);
export const leadOf = ({ supervision, accounts }: SupervisedWorld): SupervisionLedger =>
  supervision.connect(accounts.lead);

export async function openingOf(changes: Partial<CaseOpeningStruct> = {}): Promise<CaseOpeningStruct> {
  return {
    origin: numberOf(CASE_ORIGINS, "SIGNAL"),
    severity: severity("GENERAL"),
    source: NO_DIGEST,
    clause: CLAUSE,
    limitationAt: await inDays(730),
    decisionDueAt: await inDays(90),
    documentDigest: digest("approval"),
    ...changes,
  };
}

export async function noticeOf(changes: Partial<PenaltyNoticeStruct> = {}): Promise<PenaltyNoticeStruct> {
  return {
    kinds: kinds("WARNING", "FINE"),
    fine: FINE,
    fineMinimum: 10_000_00n,
    fineMaximum: 30_000_00n,
    clause: CLAUSE,
    statementUntil: await inDays(7),
    noticeDigest: digest("notice"),
    ...changes,
  };
}

export function findingOf(grade: Severity = "GENERAL") {
  return { clause: CLAUSE, severity: severity(grade), evidenceDigest: digest("evidence") };
}

/** Opens a case about a new pilot; returns its id. */
export async function openCase(
  world: SupervisedWorld,
  changes: Partial<CaseOpeningStruct> = {},
  pilot?: Hex,
): Promise<Hex> {
  const about = pilot ?? (await activePilot(world, "NOT_REQUIRED"));
  const opening = await openingOf(changes);
  const dossier = await inspectorOf(world).openCase.staticCall(about, opening);
  await inspectorOf(world).openCase(about, opening);
  return dossier as Hex;
}

/** The pilot a case is about. */
export async function pilotOf(world: SupervisedWorld, dossier: Hex): Promise<Hex> {
  return (await world.supervision.caseOf(dossier)).pilot.padEnd(66, "0") as Hex;
}

/** Opens an inspection by the first two inspectors; returns its id. */
export async function openInspection(world: SupervisedWorld, pilot: Hex): Promise<Hex> {
  const { inspector1, inspector2 } = world.officials;
  const inspectors = [inspector1.address, inspector2.address];
  const kind = numberOf(INSPECTION_KINDS, "ROUTINE");
  const act = [pilot, kind, NO_DIGEST, NO_DIGEST, inspectors] as const;
  const inspection = await inspectorOf(world).openInspection.staticCall(...act);
  await inspectorOf(world).openInspection(...act);
  return inspection as Hex;
}

type Step = (world: SupervisedWorld, dossier: Hex) => Promise<unknown>;

export const inspect: Step = async (world, dossier) => {
  const inspection = await openInspection(world, await pilotOf(world, dossier));
  await inspectorOf(world).inspectCase(dossier, inspection);
};
const find: Step = (world, dossier) => inspectorOf(world).issueFindings(dossier, [findingOf()]);
export const order: Step = async (world, dossier) =>
  inspectorOf(world).orderRectification(dossier, await inDays(15), false, digest("order"));
export const respond: Step = (world, dossier) => leadOf(world).respondToOrder(dossier, digest("response"));
export const judge =
  (name: Verdict): Step =>
  (world, dossier) =>
    inspectorOf(world).judgeResponse(dossier, verdict(name), digest("recheck"));
const notice: Step = async (world, dossier) => inspectorOf(world).noticePenalty(dossier, await noticeOf());
const decide: Step = async (world, dossier) => {
  await leadOf(world).waiveStatement(dossier, digest("waiver"));
  await deciderOf(world).decidePenalty(dossier, kinds("WARNING", "FINE"), FINE, digest("decision"));
};
const serve: Step = async (world, dossier) =>
  inspectorOf(world).servePenalty(dossier, await inDays(0), await inDays(15), digest("receipt"));
const execute: Step = (world, dossier) => inspectorOf(world).executePenalty(dossier, FINE, 0n, digest("payment"));
const merge: Step = (world, dossier) => deciderOf(world).closeCase(dossier, closing("MERGED"), digest("note"));

export type ReachableCaseState = Exclude<CaseState, "NONE">;

const found = [inspect, find];
const ordered = [...found, order];
const noticed = [...ordered, notice];
const decided = [...noticed, decide];

const PATHS: Record<ReachableCaseState, readonly Step[]> = {
  OPENED: [],
  INSPECTING: [inspect],
  FINDINGS_ISSUED: found,
  RECTIFYING: ordered,
  RESPONDED: [...ordered, respond],
  PENALTY_NOTICED: noticed,
  PENALTY_DECIDED: decided,
  PENALTY_SERVED: [...decided, serve],
  PENALTY_EXECUTED: [...decided, serve, execute],
  PENALTY_WITHDRAWN: [
    ...decided,
    (world, dossier) => deciderOf(world).withdrawPenalty(dossier, REASON, digest("withdrawal")),
  ],
  NO_PENALTY: [...noticed, (world, dossier) => deciderOf(world).waivePenalty(dossier, REASON, digest("decision"))],
  REFERRED: [...noticed, (world, dossier) => deciderOf(world).referCase(dossier, REASON, digest("letter"))],
  CLOSED: [merge],
  REOPENED: [merge, (world, dossier) => deciderOf(world).reopenCase(dossier, REASON, NO_DIGEST)],
};

export const REACHABLE_CASE_STATES = Object.keys(PATHS) as ReachableCaseState[];

/** Opens a case and brings it to `state`; returns its id. */
export async function caseIn(
  world: SupervisedWorld,
  state: ReachableCaseState,
  grade: Severity = "GENERAL",
): Promise<Hex> {
  const dossier = await openCase(world, { severity: severity(grade) });
  for (const step of PATHS[state]) await step(world, dossier);
  return dossier;
}
