import { type Address, asciiToHex, type Hex } from "../../server/ledger/hex.ts";
import { packEvaluationId, parseEvaluationCode } from "../../server/ledger/statistics-ids.ts";
import { packUscc } from "../../server/ledger/uscc.ts";
import type { SyntheticLedger } from "./synthetic-ledger.ts";
import { accountOf, hash } from "./synthetic-names.ts";

/** What is scored, unless a plan says otherwise. */
const CRITERIA = [
  { code: "GROWTH", maximum: 40, weight: 6_000 },
  { code: "SERVICE", maximum: 30, weight: 4_000 },
] as const;

/** Evaluations, guidance visits and enterprise pools, on a ledger of events alone. */
export class Evaluations {
  readonly #ledger: SyntheticLedger;

  constructor(ledger: SyntheticLedger) {
    this.#ledger = ledger;
  }

  plan(code: string, organisation: string, evaluators: readonly Address[]): void {
    const text = JSON.stringify({ title: { zh: `评估${code}`, en: `Evaluation ${code}` } });
    const criteria = CRITERIA.map(packedCriterion);
    const args = { organisation: packUscc(organisation), criteria, evaluators: [...evaluators], text };
    this.#ledger.emit("EvaluationPlanned", evaluationId(code), args);
  }

  open(code: string): void {
    this.#ledger.emit("EvaluationOpened", evaluationId(code), { documentDigest: hash(`notice/${code}`) });
  }

  handIn(code: string, organisation: string): void {
    const args = { manifestDigest: hash(`materials/${code}/${this.#ledger.time}`) };
    this.#ledger.emit("EvaluationMaterialsSubmitted", evaluationId(code), args, accountOf(organisation));
  }

  /** An expert's sheet; says its total, as the contract rounds it. */
  score(code: string, evaluator: Address, scores: readonly [number, number]): number {
    const items = CRITERIA.map((criterion, index) => ({ ...packedCriterion(criterion), score: scores[index] ?? 0 }));
    const total = items.reduce(
      (sum, { score, weight, maximum }) => sum + Math.floor((score * weight) / maximum + 0.5),
      0,
    );
    const args = { items, total, opinionDigest: hash(`opinion/${code}/${evaluator}`) };
    this.#ledger.emit("EvaluationSheetSubmitted", evaluationId(code), args, evaluator);
    return total;
  }

  conclude(code: string, totals: readonly number[]): void {
    const total = Math.floor(totals.reduce((sum, one) => sum + one, 0) / totals.length + 0.5);
    this.#ledger.emit("EvaluationScored", evaluationId(code), { sheets: totals.length, total });
  }

  publish(code: string): void {
    this.#ledger.emit("EvaluationPublished", evaluationId(code), { decisionDigest: hash(`result/${code}`) });
  }

  visit(region: string, contact: string, visitedAt: number): void {
    const visits: Hex = `0x${(`4756${Number(region).toString(16).padStart(6, "0")}`).padEnd(64, "0")}`;
    const args = { region: Number(region), contact: packUscc(contact), visitedAt, documentDigest: hash("a visit") };
    this.#ledger.emit("GuidanceVisitLogged", visits, args);
  }

  openPool(code: string, region: string): void {
    const text = JSON.stringify({ name: { zh: `培育库${code}`, en: `Pool ${code}` } });
    this.#ledger.emit("PoolOpened", asciiToHex(code, 32), { region: Number(region), text });
  }

  move(pool: string, enterprise: string, to: "NOMINATED" | "IN_POOL" | "GRADUATED" | "REMOVED"): void {
    const subject = asciiToHex(pool, 32);
    const [of, digest, reason] = [packUscc(enterprise), hash(`${to}/${enterprise}`), asciiToHex("GREW_UP", 32)];
    const reasoned = { enterprise: of, reason, documentDigest: digest };
    if (to === "NOMINATED")
      this.#ledger.emit("EnterpriseNominated", subject, { enterprise: of, documentDigest: digest });
    if (to === "IN_POOL") this.#ledger.emit("EnterpriseAdmitted", subject, { enterprise: of, decisionDigest: digest });
    if (to === "GRADUATED") this.#ledger.emit("EnterpriseGraduated", subject, reasoned);
    if (to === "REMOVED") this.#ledger.emit("EnterpriseRemoved", subject, reasoned);
  }
}

function packedCriterion({ code, maximum, weight }: { code: string; maximum: number; weight: number }) {
  return { code: asciiToHex(code, 16), maximum, weight };
}

function evaluationId(code: string): Hex {
  const parts = parseEvaluationCode(code);
  if (parts === undefined) throw new RangeError(`${code} is no evaluation's code`);
  return packEvaluationId(parts);
}
