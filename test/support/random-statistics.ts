import { Draws } from "./draws.ts";
import { Evaluations } from "./evaluations.ts";
import { EXPERTS } from "./random-conduct.ts";
import { LEADS, type Step } from "./random-ledger.ts";
import { INSPECTOR } from "./random-supervision.ts";
import { Statistics } from "./statistics.ts";
import type { SyntheticLedger } from "./synthetic-ledger.ts";
import { DAY, hash } from "./synthetic-names.ts";

const INDICATORS = ["IND_REV", "SW_REV", "TEL_REV", "BCAST_REV"] as const;
export const PERIODS = ["2019Q1", "2019Q2", "2019-05", "2019"] as const;
const KINDS = ["CITY_ON_SITE", "COUNTY_COMPREHENSIVE", "BASE_ANNUAL"] as const;
export const POOLS = ["EAGLE", "PHOENIX"] as const;

interface Evaluation {
  readonly code: string;
  readonly totals: number[];
  state: "PLANNED" | "COLLECTING" | "SCORED" | "PUBLISHED";
}

/** Statistics, evaluations, pools, visits and draws, at random. */
export class RandomStatistics {
  readonly #ledger: SyntheticLedger;
  readonly #regions: readonly string[];
  readonly #statistics: Statistics;
  readonly #evaluations: Evaluations;
  readonly #draws: Draws;
  readonly #defined = new Set<string>();
  readonly #targets = new Map<string, number>();
  readonly #reports = new Map<string, { revision: number; verified: boolean }>();
  readonly #bulletins: { readonly code: string; signatures: number; state: "OPEN" | "PUBLISHED" | "SUPERSEDED" }[] = [];
  readonly #planned: Evaluation[] = [];
  readonly #opened = new Set<string>();
  readonly #members = new Map<string, "NOMINATED" | "IN_POOL" | "GRADUATED" | "REMOVED">();
  readonly #pending = new Map<string, string>();

  constructor(ledger: SyntheticLedger, regions: readonly string[]) {
    this.#ledger = ledger;
    this.#regions = regions;
    this.#statistics = new Statistics(ledger);
    this.#evaluations = new Evaluations(ledger);
    this.#draws = new Draws(ledger, INSPECTOR);
  }

  /** Does what a step says; what cannot be at its turn is passed over. */
  step([what, which, how, days]: Step): void {
    this.#ledger.pass(days * DAY);
    const region = this.#regions[which % this.#regions.length] ?? "330000";
    if (what <= 3) this.#figure(what, which, how);
    if (what === 4) this.#bulletin(which);
    if (what === 5 || what === 6) this.#evaluate(region, which, how);
    if (what === 7) this.#evaluations.visit(region, LEADS[how % 3] ?? LEADS[0], this.#ledger.time - how * 20 * DAY);
    if (what === 8 || what === 9) this.#pool(which, how);
    if (what === 10) this.#draw(region, how);
    if (what === 11) this.#bulletin(which + 1);
  }

  #figure(what: number, which: number, how: number): void {
    const indicator = INDICATORS[which % 4] ?? "IND_REV";
    if (!this.#defined.has(indicator)) {
      this.#defined.add(indicator);
      this.#statistics.define(indicator, indicator === "BCAST_REV" ? 1 : 0);
    }
    const [region, period] = [how < 4 ? "330000" : "330100", PERIODS[which % PERIODS.length] ?? "2019"];
    const key = `${indicator}/${region}/${period}`;
    const value = BigInt(100 + which * 10 + how);
    if (what <= 1) {
      const revision = this.#targets.get(key) ?? 0;
      this.#targets.set(key, revision + 1);
      if (revision === 0) this.#statistics.target(indicator, region, period, value);
      else this.#statistics.supersedeTarget(indicator, region, period, revision, value);
      return;
    }
    const report = this.#reports.get(key);
    if (report === undefined) {
      this.#reports.set(key, { revision: 1, verified: false });
      this.#statistics.report(indicator, region, period, value);
    } else if (what === 2) {
      this.#statistics.correct(indicator, region, period, value, report.revision);
      this.#reports.set(key, { revision: report.revision + 1, verified: false });
    } else if (!report.verified) {
      report.verified = true;
      this.#statistics.verify(indicator, region, period, report.revision);
    }
  }

  #bulletin(which: number): void {
    const bulletin = this.#bulletins.at(-1);
    const issuers = [LEADS[0], LEADS[1]];
    if (
      bulletin === undefined ||
      bulletin.state === "SUPERSEDED" ||
      (bulletin.state === "PUBLISHED" && which % 2 === 0)
    ) {
      const code = `BUL-${PERIODS[which % PERIODS.length]}-330000-${this.#bulletins.length + 1}`;
      this.#bulletins.push({ code, signatures: 0, state: "OPEN" });
      this.#statistics.draft(code, issuers, hash(`dataset ${code}`));
    } else if (bulletin.state === "PUBLISHED") {
      bulletin.state = "SUPERSEDED";
      this.#statistics.supersede(bulletin.code, bulletin.code.replace(/\d+$/, "99"));
    } else if (bulletin.signatures < issuers.length) {
      const issuer = issuers[bulletin.signatures];
      bulletin.signatures += 1;
      if (issuer !== undefined) this.#statistics.cosign(bulletin.code, issuer, bulletin.signatures);
    } else {
      bulletin.state = "PUBLISHED";
      this.#statistics.publishSigned(bulletin.code);
    }
  }

  #evaluate(region: string, which: number, how: number): void {
    const evaluation = this.#planned[which % Math.max(1, this.#planned.length)];
    const organisation = LEADS[how % 3] ?? LEADS[0];
    if (evaluation === undefined || how === 0 || evaluation.state === "PUBLISHED") {
      const code = `${KINDS[which % 3] ?? KINDS[0]}-2019-${region}-${this.#planned.length + 1}`;
      this.#planned.push({ code, totals: [], state: "PLANNED" });
      this.#evaluations.plan(code, organisation, EXPERTS);
    } else if (evaluation.state === "PLANNED") {
      evaluation.state = "COLLECTING";
      this.#evaluations.open(evaluation.code);
    } else if (evaluation.state === "SCORED") {
      evaluation.state = "PUBLISHED";
      this.#evaluations.publish(evaluation.code);
    } else if (how === 1) {
      this.#evaluations.handIn(evaluation.code, organisation);
    } else if (evaluation.totals.length * 2 > EXPERTS.length && how % 2 === 0) {
      evaluation.state = "SCORED";
      this.#evaluations.conclude(evaluation.code, evaluation.totals);
    } else {
      const expert = EXPERTS[evaluation.totals.length];
      if (expert === undefined) return;
      evaluation.totals.push(this.#evaluations.score(evaluation.code, expert, [(which * 7) % 41, (which * how) % 31]));
    }
  }

  #pool(which: number, how: number): void {
    const pool = POOLS[which % 2] ?? POOLS[0];
    if (!this.#opened.has(pool)) {
      this.#opened.add(pool);
      this.#evaluations.openPool(pool, pool === "EAGLE" ? "330000" : "330100");
      return;
    }
    const enterprise = LEADS[how % 3] ?? LEADS[0];
    const state = this.#members.get(`${pool}/${enterprise}`);
    if (state === "GRADUATED") return;
    const to =
      state === "NOMINATED"
        ? which % 3 === 0
          ? "REMOVED"
          : "IN_POOL"
        : state === "IN_POOL"
          ? which % 3 === 0
            ? "GRADUATED"
            : "REMOVED"
          : "NOMINATED";
    this.#members.set(`${pool}/${enterprise}`, to);
    this.#evaluations.move(pool, enterprise, to);
  }

  #draw(region: string, how: number): void {
    const pending = this.#pending.get(region);
    if (pending !== undefined && how % 3 !== 0) {
      this.#pending.delete(region);
      this.#draws.make(pending);
    } else {
      this.#pending.set(region, this.#draws.commit(region, 10 + how, 1 + how, pending));
    }
  }
}
