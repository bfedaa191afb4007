import type { Address, Hex } from "../../server/ledger/hex.ts";
import { Conduct } from "./conduct.ts";
import { EvidenceActs } from "./evidence-acts.ts";
import { LEADS, type Pilot, type Step } from "./random-ledger.ts";
import type { SyntheticLedger } from "./synthetic-ledger.ts";
import { accountOf, DAY, hash } from "./synthetic-names.ts";

/** Experts, and a witness: accounts of a role and no organisation. Nobody knows the stranger. */
export const EXPERTS: readonly Address[] = ["one", "two", "three"].map((name) => accountOf(`expert ${name}`));
const WITNESS = accountOf("a witness");
const STRANGER = accountOf("a stranger");

/** How far a pilot's acceptance has come. */
interface Course {
  round: number;
  stage: "NONE" | "REQUESTED" | "CONVENED" | "ACCEPTED";
  votes: number;
  /** The milestones whose extension waits to be decided on, with the date asked for. */
  readonly extending: Map<number, number>;
  readonly panels: Set<string>;
}

interface Anchor {
  readonly pilot: string;
  readonly id: Hex;
  disputes: number;
  open: number;
  superseded: boolean;
}

/** What becomes of pilots while they run, at random: waivers, extensions, panels, acceptance, disputes of evidence, lost keys. */
export class RandomConduct {
  readonly #ledger: SyntheticLedger;
  readonly #conduct: Conduct;
  readonly #evidence: EvidenceActs;
  readonly #courses = new Map<string, Course>();
  readonly #anchors: Anchor[] = [];
  #keys = 0;

  constructor(ledger: SyntheticLedger) {
    this.#ledger = ledger;
    this.#conduct = new Conduct(ledger);
    this.#evidence = new EvidenceActs(ledger);
    for (const expert of EXPERTS) ledger.role(expert, "EXPERT");
    ledger.role(WITNESS, "WITNESS");
  }

  /** Does what a step says of milestones and acceptance; what cannot be at its turn is passed over. */
  step(pilots: readonly Pilot[], [what, which, how, days]: Step): void {
    this.#ledger.pass(days * DAY);
    const pilot = pilots[which % Math.max(1, pilots.length)];
    if (pilot === undefined) return;
    const course = this.#courseOf(pilot.code);
    const milestone = 1 + (how % pilot.plan);
    const isOpen = !pilot.accepted.has(milestone) && !pilot.waiting.has(milestone);
    if (what === 0 && isOpen && !course.extending.has(milestone)) {
      pilot.accepted.add(milestone);
      pilot.revisions[milestone] ??= 0;
      this.#conduct.waive(pilot.code, milestone);
    }
    if ((what === 1 || what === 2) && isOpen) this.#extend(pilot, course, milestone, how);
    if (what === 3) this.#decideExtension(pilot, course, which);
    if (what >= 4 && what <= 8) this.#accept(pilot.code, course, how);
    if (what === 9) this.#advise(pilot, course, milestone);
    if (what === 10) this.#key(how);
    if (what === 11) this.#conduct.leave(pilot.code, LEADS[how % 3] ?? LEADS[0]);
  }

  /** Does what a step says of evidence. */
  evidenceStep(pilots: readonly Pilot[], [what, which, how, days]: Step): void {
    this.#ledger.pass(days * DAY);
    const pilot = pilots[which % Math.max(1, pilots.length)]?.code ?? "";
    const anchor = this.#anchors[which % Math.max(1, this.#anchors.length)];
    if (anchor === undefined || what <= 2) {
      const digest = hash(`record ${this.#anchors.length}`);
      const id =
        how === 0 ? this.#evidence.anchorBatch(pilot, digest, 1 + which) : this.#evidence.anchor(pilot, digest);
      this.#anchors.push({ pilot, id, disputes: 0, open: 0, superseded: false });
      return;
    }
    if (what <= 4) this.#evidence.attest(anchor.pilot, anchor.id, how === 0 ? STRANGER : WITNESS);
    if ((what === 5 || what === 6 || what === 7) && anchor.open === 0) {
      anchor.disputes += 1;
      anchor.open = anchor.disputes;
      const capacity = (["PARTICIPANT", "WITNESS", "INSPECTOR"] as const)[how % 3] ?? "PARTICIPANT";
      this.#evidence.dispute(anchor.pilot, anchor.id, anchor.disputes, capacity);
    } else if (what >= 7 && what <= 9 && anchor.open > 0) {
      const result = (["UPHELD", "DISMISSED", "WITHDRAWN"] as const)[how % 3] ?? "UPHELD";
      this.#evidence.resolve(anchor.pilot, anchor.id, anchor.open, result);
      anchor.open = 0;
    }
    if (what >= 10 && !anchor.superseded) {
      anchor.superseded = true;
      this.#evidence.supersede(anchor.pilot, anchor.id, hash(`replacement of ${anchor.id}`));
    }
  }

  #courseOf(code: string): Course {
    const fresh: Course = { round: 0, stage: "NONE", votes: 0, extending: new Map(), panels: new Set() };
    const course = this.#courses.get(code) ?? fresh;
    this.#courses.set(code, course);
    return course;
  }

  #extend({ code, revisions }: Pilot, { extending }: Course, milestone: number, how: number): void {
    if (extending.has(milestone)) return;
    const dueAt = this.#ledger.time + (20 + how * 20) * DAY;
    revisions[milestone] ??= 0;
    extending.set(milestone, dueAt);
    this.#conduct.requestExtension(code, milestone, dueAt);
  }

  #decideExtension({ code }: Pilot, { extending }: Course, which: number): void {
    const [waiting] = extending;
    if (waiting === undefined) return;
    const [milestone, dueAt] = waiting;
    extending.delete(milestone);
    if (which % 3 === 0) this.#conduct.refuseExtension(code, milestone);
    else this.#conduct.grantExtension(code, milestone, dueAt);
  }

  #accept(code: string, course: Course, how: number): void {
    if (course.stage === "NONE") {
      course.round += 1;
      course.stage = "REQUESTED";
      course.votes = 0;
      this.#conduct.requestAcceptance(code, course.round);
    } else if (course.stage === "REQUESTED") {
      course.stage = "CONVENED";
      this.#conduct.convene(code, course.round, EXPERTS);
    } else if (course.stage === "CONVENED" && course.votes < EXPERTS.length) {
      const expert = EXPERTS[course.votes];
      course.votes += 1;
      if (expert !== undefined) this.#conduct.vote(code, course.round, expert, how === 0 ? "FAIL" : "PASS");
    } else if (course.stage === "CONVENED") {
      const result = (["ACCEPTED", "ACCEPTED", "CONDITIONAL", "FAILED"] as const)[how % 4] ?? "ACCEPTED";
      course.stage = result === "ACCEPTED" ? "ACCEPTED" : "NONE";
      this.#conduct.decideAcceptance(code, course.round, result);
    } else if (how % 2 === 0) {
      this.#conduct.grantShowcase(code);
    } else {
      course.stage = "NONE";
      this.#conduct.archive(code);
    }
  }

  /** Lets experts advise on the submission that waits. */
  #advise({ code, waiting, revisions }: Pilot, { panels }: Course, milestone: number): void {
    const revision = revisions[milestone] ?? 0;
    const key = `${milestone}/${revision}`;
    const [first, ...others] = EXPERTS;
    if (!waiting.has(milestone) || panels.has(key) || first === undefined) return;
    panels.add(key);
    this.#ledger.advise(code, milestone, [first, ...others], revision);
    for (const expert of others.slice(0, revision % 3)) {
      this.#ledger.castOnMilestone(code, milestone, expert, "PASS", revision);
    }
  }

  /** A key is lost or taken away, and another bound in its place later on. */
  #key(how: number): void {
    const uscc = LEADS[1];
    const account = this.#keys < 2 ? accountOf(uscc) : accountOf(`${uscc} ${this.#keys - 1}`);
    if (this.#keys % 2 === 1) this.#ledger.bind(uscc, accountOf(`${uscc} ${this.#keys}`));
    else if (how % 2 === 0) this.#conduct.loseKey(uscc, account);
    else this.#conduct.revoke(uscc, account);
    this.#keys += 1;
  }
}
