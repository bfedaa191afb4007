import express, { type Express, type RequestHandler } from "express";
import type { Logger } from "pino";
import { problemHandler } from "./http/problem-response.ts";
import { protectiveHeaders } from "./http/protective-headers.ts";
import { limitAddresses, USUAL_LIMITS } from "./http/rate-limits.ts";
import { requestLog } from "./http/request-log.ts";
import { answerMetrics, type MetricsText } from "./metrics-answer.ts";
import { behind, type MirrorStatusLike, requireRunning } from "./mirror-status.ts";

/** What is known of a ledger whose store is not open. */
export interface Unopened {
  readonly mirrorStatus: () => MirrorStatusLike;
  /** Which part of its files was inspected, from 0 to 1; undefined when that is not known. */
  readonly inspected: () => number | undefined;
  readonly metrics?: MetricsText | undefined;
  readonly log: Logger;
}

/**
 * What a server answers of a ledger whose store is not open, since its files are being inspected or it was refused: 503 with the
 * reason, and that the process lives. Nobody is identified, and nothing is kept in an access log.
 */
export function createUnopenedApi({ mirrorStatus, inspected, metrics, log }: Unopened): Express {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.use(requestLog(log), protectiveHeaders(), limitAddresses(USUAL_LIMITS));
  app.get("/healthz", alive);
  if (metrics !== undefined) app.get("/metrics", answerMetrics(metrics));
  app.use(() => {
    requireRunning(mirrorStatus(), inspected());
    throw behind("正在打开", "it is being opened");
  });
  app.use(problemHandler());
  return app;
}

/** Says that the process lives. */
export const alive: RequestHandler = (_, response) => {
  response.set("Cache-Control", "no-cache").json({ status: "alive" });
};
