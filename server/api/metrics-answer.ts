import type { RequestHandler } from "express";

/** What `/metrics` answers. */
export interface MetricsText {
  readonly contentType: string;
  text(): Promise<string>;
}

/** Answers `/metrics`. */
export function answerMetrics(metrics: MetricsText): RequestHandler {
  return async (_, response) => {
    response
      .set("Cache-Control", "no-store")
      .type(metrics.contentType)
      .send(await metrics.text());
  };
}
