import { documentedPath, type Operation, operationsOf } from "../../server/api/openapi/document.ts";
import { API_DOCUMENT } from "../../server/api/routes/routes.ts";
import { Statistics } from "../support/statistics.ts";
import { DOCUMENT, JUDICIAL } from "./ledger.ts";
import { INSPECTOR, MAKER, supervisedLedger } from "./supervised-ledger.ts";

/** An operation of the OpenAPI document with an address that it can be asked at. */
export interface Asked {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly address: string;
  readonly operation: Operation;
}

/** A ledger that has something to answer to every operation. */
export const { ledger: FULL_LEDGER, dossier: DOSSIER } = supervisedLedger();
const statistics = new Statistics(FULL_LEDGER);
statistics.define("SW_REV");
statistics.publish("BUL-2019-330000-1", [MAKER], DOCUMENT);

/** Values of path parameters that the ledger has, by name or by path and name where the name alone does not say it. */
const EXAMPLES: Readonly<Record<string, string>> = {
  code: JUDICIAL,
  algorithm: "sha256",
  digest: DOCUMENT,
  milestone: "1",
  case: DOSSIER,
  uscc: MAKER,
  role: "registrar",
  number: "330201",
  address: INSPECTOR,
  table: "overview",
  indicator: "SW_REV",
  bulletin: "BUL-2019-330000-1",
};

/** Every operation of the API. A route with a path parameter that has no example here fails the tests: give it one. */
export const OPERATIONS: readonly Asked[] = operationsOf(API_DOCUMENT).map(({ method, path, operation }) => ({
  method: method === "get" ? "GET" : "POST",
  path,
  operation,
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
