import express, { type Express, type RequestHandler } from "express";
import type { Logger } from "pino";
import type { BlockMark } from "../store/reader.ts";
import { notFound, problemHandler } from "./http/problem-response.ts";
import { protectiveHeaders } from "./http/protective-headers.ts";
import { limitAddresses, USUAL_LIMITS } from "./http/rate-limits.ts";
import { requestLog } from "./http/request-log.ts";
import { icon } from "./icon.ts";
import { answerMetrics, type MetricsText } from "./metrics-answer.ts";
import { lagBlocks, type MirrorStatusLike, type Readiness, requireReady } from "./mirror-status.ts";
import { Problem } from "./problems.ts";
import { alive } from "./unopened.ts";

/** One of several ledgers that a server serves. */
export interface ServedLedger {
  readonly name: string;
  /** Where it is on its chain; null when its manifest cannot be read. */
  readonly place: {
    readonly chainId: number;
    readonly deploymentBlock: number;
    readonly contracts: Readonly<Record<string, string>>;
  } | null;
  /** What answers for it now, below its base path. */
  readonly api: () => RequestHandler;
  readonly mirrorStatus: () => MirrorStatusLike & { readonly head: BlockMark | null };
}

/** What the API of several ledgers is given. */
export interface LedgersServices {
  readonly ledgers: readonly ServedLedger[];
  readonly metrics: MetricsText;
  readonly readiness?: Readiness | undefined;
  readonly log: Logger;
  /** The present, Unix seconds. */
  readonly clock: () => number;
}

/** Where the API of a ledger is, on a server that has several. */
export function basePathOf(name: string): string {
  return `/ledgers/${name}`;
}

/**
 * The audit APIs of several ledgers, each whole and on its own below its base path: its own credentials, access log, sign-in and limits
 * of requests. Beside them stand what there is (`/v1/ledgers`), and how the process as a whole is.
 */
export function createLedgersApi({ ledgers, metrics, readiness, log, clock }: LedgersServices): Express {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.set("query parser", "simple");
  for (const { name, api } of ledgers) {
    app.use(basePathOf(name), (request, response, next) => api()(request, response, next));
  }
  app.use(requestLog(log), protectiveHeaders(), limitAddresses(USUAL_LIMITS));
  const listed: RequestHandler = (_, response) => {
    response.set("Cache-Control", "no-cache").json({ ledgers: ledgers.map(describe) });
  };
  app.get("/", listed);
  app.get("/v1/ledgers", listed);
  app.get("/healthz", alive);
  app.get("/readyz", (_, response) => {
    requireAllReady(ledgers, clock(), readiness);
    response.set("Cache-Control", "no-cache").json({ status: "ready" });
  });
  app.get("/favicon.ico", icon);
  app.get("/metrics", answerMetrics(metrics));
  app.use(notFound(), problemHandler());
  return app;
}

/** What anybody may know of a ledger: which it is, where it is served, and how its mirror fares. */
function describe({ name, place, mirrorStatus }: ServedLedger): object {
  const status = mirrorStatus();
  const { head, state, reason } = status;
  return {
    name,
    href: `${basePathOf(name)}/`,
    ...(place ?? { chainId: null, deploymentBlock: null, contracts: null }),
    state,
    // What it says in words may name files of the server.
    reason: reason?.code ?? null,
    head: head && { number: head.number, hash: head.hash, lagBlocks: lagBlocks(head.number, status) },
  };
}

/** @throws {Problem} that of the first ledger that is not ready, saying of each that is not why. */
function requireAllReady(ledgers: readonly ServedLedger[], now: number, readiness: Readiness | undefined): void {
  const problems = ledgers.flatMap(({ name, mirrorStatus }) => {
    const status = mirrorStatus();
    try {
      requireReady({ head: status.head ?? undefined }, status, now, readiness);
      return [];
    } catch (error) {
      if (error instanceof Problem) return [{ name, problem: error }];
      throw error;
    }
  });
  const [first] = problems;
  if (first === undefined) return;
  const said = (language: "zh" | "en") =>
    problems.map(({ name, problem }) => `${name}: ${problem.detail[language]}`).join(" ");
  const { code, headers } = first.problem;
  throw new Problem(code, { zh: said("zh"), en: said("en") }, { headers });
}
