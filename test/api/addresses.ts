import { documentedPath, type Operation, operationsOf } from "../../server/api/openapi/document.ts";
import { API_DOCUMENT } from "../../server/api/routes/routes.ts";
import { Draws } from "../support/draws.ts";
import { Evaluations } from "../support/evaluations.ts";
import { EvidenceActs } from "../support/evidence-acts.ts";
import { Statistics } from "../support/statistics.ts";
import { accountOf, DAY, hash } from "../support/synthetic-names.ts";
import { DOCUMENT, JUDICIAL } from "./ledger.ts";
import { INSPECTOR, MAKER, supervisedLedger } from "./supervised-ledger.ts";

/** An operation of the OpenAPI document with an address that it can be asked at. */
export interface Asked {
  readonly method: "GET" | "POST" | "DELETE";
  readonly path: string;
  readonly address: string;
  readonly operation: Operation;
  /** All that the address takes. */
  readonly methods: readonly string[];
  /** Content that is right, of an operation that takes some. */
  readonly content?: object;
}

/** A ledger that has something to answer to every operation. */
const { ledger, dossier } = supervisedLedger();
export const FULL_LEDGER = ledger;
const EXPERT = accountOf("an expert");
const statistics = new Statistics(FULL_LEDGER);
statistics.define("SW_REV");
statistics.publish("BUL-2019-330000-1", [MAKER], DOCUMENT);
const EVALUATION = "CITY_ON_SITE-2019-330200-1";
const evaluations = new Evaluations(FULL_LEDGER);
evaluations.plan(EVALUATION, MAKER, [EXPERT]);
evaluations.visit("330206", MAKER, FULL_LEDGER.time - DAY);
evaluations.openPool("EAGLE", "330200");
evaluations.move("EAGLE", MAKER, "NOMINATED");
const draws = new Draws(FULL_LEDGER, INSPECTOR);
const draw = draws.commit("330200", 20, 3);
draws.make(draw);
const evidence = new EvidenceActs(FULL_LEDGER);
evidence.dispute(JUDICIAL, evidence.anchor(JUDICIAL, hash("disputed")), 1, "INSPECTOR");

/** What of it lies in a region, by the ids that addresses name. */
export const IN_A_REGION: readonly string[] = [JUDICIAL, dossier, draw, EVALUATION];

/** Values of path parameters that the ledger has, by name or by path and name where the name alone does not say it. */
const EXAMPLES: Readonly<Record<string, string>> = {
  code: JUDICIAL,
  algorithm: "sha256",
  digest: DOCUMENT,
  milestone: "1",
  case: dossier,
  uscc: MAKER,
  role: "approver",
  number: "330201",
  address: INSPECTOR,
  table: "overview",
  indicator: "SW_REV",
  bulletin: "BUL-2019-330000-1",
  evaluation: EVALUATION,
  draw,
  webhook: "whk_abcdefghijkmnpqr",
};

/** Content that is right, by operation. */
const CONTENTS: Readonly<Record<string, object>> = {
  "POST /v1/webhooks": { url: "https://receiver.example/hook" },
  "POST /v1/webhooks/{webhook}/replay": { fromBlock: 0 },
};

/** Every operation of the API. A route with a path parameter that has no example here fails the tests: give it one. */
export const OPERATIONS: readonly Asked[] = operationsOf(API_DOCUMENT).map(({ method, path, operation }) => ({
  method: ({ get: "GET", post: "POST", delete: "DELETE" } as const)[method],
  path,
  operation,
  methods: Object.keys(API_DOCUMENT.paths[path] ?? {}).map((name) => name.toUpperCase()),
  content: CONTENTS[`${method.toUpperCase()} ${path}`] ?? {},
  address: documentedPath(path).replace(/\{(\w+)\}/g, (_, name: string) => {
    const example = EXAMPLES[`${path} ${name}`] ?? EXAMPLES[name];
    if (example === undefined) throw new Error(`test/api/addresses.ts has no example of ${name} in ${path}`);
    return example;
  }),
}));

/** The operations that are not open to anybody. */
export const GUARDED = OPERATIONS.filter(({ operation }) => operation.security.length > 0);

/** The operations that are. */
export const OPEN = OPERATIONS.filter(({ operation }) => operation.security.length === 0);
