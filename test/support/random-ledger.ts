import fc from "fast-check";
import { STAGES } from "../../server/ledger/codes/pilots.ts";
import { formatPilotCode } from "../../server/ledger/ids.ts";
import { SyntheticLedger } from "./synthetic-ledger.ts";
import { ADMINISTRATOR, DAY, hash, START } from "./synthetic-names.ts";

/** Organisations that exist nowhere, with right check digits. */
export const LEADS = ["11330100009901008G", "91330206MA0990047Y", "91330108MA0990055H"] as const;
export const REGIONS = ["330000", "330100", "330102", "330108", "330200", "330206"] as const;
export const FIELDS = ["ECO", "GOV", "JUD"] as const;
export const PROGRAMMES = ["ZJ-2019-PILOT-1", "ZJ-2019-BASE-1"] as const;

const TITLES = [
  ["电子证照链上共享试点", "Sharing of e-licences"],
  ["电子证据存证核验试点", "E-evidence for courts"],
  ["汽车零部件质量追溯", "Auto-parts traceability"],
] as const;

/** Seed of the property tests, so that a failure can be had again. */
export const SEED = 20_190_401;

/** A ledger with its code tables, organisations and programmes, and no pilot. */
export function emptyLedger(branch?: string): SyntheticLedger {
  const ledger = new SyntheticLedger(branch);
  FIELDS.forEach((code, index) => {
    ledger.field(code, index);
  });
  ledger.regions(...REGIONS);
  for (const [index, uscc] of LEADS.entries()) ledger.organisation(uscc, `某单位${index}`, `Organisation ${index}`);
  for (const code of PROGRAMMES) ledger.programme(code);
  ledger.role(ADMINISTRATOR);
  return ledger;
}

/** A step of a random history; what cannot be at its turn is passed over. */
export type Step = readonly [what: number, which: number, how: number, days: number];

const steps = fc.array(fc.tuple(fc.nat(11), fc.nat(40), fc.nat(5), fc.nat(20)), { minLength: 5, maxLength: 60 });

/** Ledgers of random histories, each possible by the reducer's rules. */
export const ledgers = steps.map((history) => {
  const ledger = emptyLedger();
  const pilots: Pilot[] = [];
  for (const step of history) act(ledger, pilots, step);
  return ledger;
});

export interface Pilot {
  readonly code: string;
  readonly lead: string;
  /** The latest revision of each milestone, by its number. */
  readonly revisions: number[];
  /** The milestones whose latest revision waits for a decision. */
  readonly waiting: Set<number>;
  readonly accepted: Set<number>;
  /** The documents that were anchored on their own: the contracts take each once. */
  readonly anchored: Set<number>;
  version: number;
  plan: number;
}

/** Does what a step says to a ledger. */
export function act(ledger: SyntheticLedger, pilots: Pilot[], [what, which, how, days]: Step): void {
  ledger.pass(days * DAY);
  ledger.tick = how % 2 === 0 ? 60 : 0;
  const pilot = pilots[which % Math.max(1, pilots.length)];
  if (pilot === undefined || what <= 2) {
    pilots.push(applied(ledger, pilots.length, which, how));
    return;
  }
  const milestone = 1 + (how % pilot.plan);
  const revision = pilot.revisions[milestone] ?? 0;
  const isWaiting = pilot.waiting.has(milestone);
  if (what === 3) ledger.start(pilot.code);
  if (what === 4) ledger.reasoned(pilot.code, how % 2 === 0 ? "PilotSuspended" : "PilotResumed");
  if (what === 5) ledger.reasoned(pilot.code, how % 2 === 0 ? "PilotReturned" : "PilotTerminated");
  if (what === 6) ledger.advance(pilot.code, STAGES[how % 3] ?? "PROTOTYPE");
  if (what === 7) ledger.join(pilot.code, LEADS[how % 3] ?? LEADS[0]);
  if (what === 8 && !isWaiting && !pilot.accepted.has(milestone)) {
    pilot.revisions[milestone] = revision + 1;
    pilot.waiting.add(milestone);
    ledger.submit(pilot.code, milestone, revision + 1, pilot.lead);
  }
  if ((what === 9 || what === 10) && isWaiting) {
    pilot.waiting.delete(milestone);
    if (what === 9) pilot.accepted.add(milestone);
    if (what === 9) ledger.accept(pilot.code, milestone, revision);
    else ledger.sendBack(pilot.code, milestone, revision);
  }
  if (what === 11 && pilot.revisions.length === 0) {
    pilot.version += 1;
    pilot.plan = 1 + ((pilot.plan + 1) % 3);
    const budget = BigInt(how) * 100n;
    ledger.resubmit(pilot.code, pilot.version, { lead: pilot.lead, ...titleOf(how), budget, plan: planOf(pilot.plan) });
  }
  if (what === 4 && !pilot.anchored.has(how)) {
    pilot.anchored.add(how);
    ledger.anchor(pilot.code, hash(`document ${how}`), 1 + (how % 3));
  }
}

function applied(ledger: SyntheticLedger, count: number, which: number, how: number): Pilot {
  const [region, field] = [REGIONS[which % 6] ?? "330000", FIELDS[how % 3] ?? "GOV"];
  const code = formatPilotCode({ province: "ZJ", year: 2019, region, field, serial: count + 1 });
  const lead = LEADS[(which + how) % 3] ?? LEADS[0];
  const programme = PROGRAMMES[which % 2] ?? PROGRAMMES[0];
  const plan = 1 + (how % 3);
  ledger.apply(code, { lead, programme, budget: BigInt(which) * 1_000n, ...titleOf(which), plan: planOf(plan) });
  const [waiting, accepted, anchored] = [new Set<number>(), new Set<number>(), new Set<number>()];
  return { code, lead, revisions: [], waiting, accepted, anchored, version: 1, plan };
}

function titleOf(which: number) {
  const [zh, en] = TITLES[which % 3] ?? TITLES[0];
  return { zh, en };
}

function planOf(length: number) {
  return Array.from({ length }, (_, index) => ({ dueAt: START + (index + 1) * 60 * DAY, mandatory: index !== 1 }));
}
