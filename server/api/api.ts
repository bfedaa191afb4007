import express, { type Express, type RequestHandler } from "express";
import { identify } from "./access/identify.ts";
import { answer, refuseMethod } from "./http/answer.ts";
import { AnswerCache } from "./http/answer-cache.ts";
import { languageOf } from "./http/language.ts";
import { notFound, problemHandler } from "./http/problem-response.ts";
import { protectiveHeaders } from "./http/protective-headers.ts";
import { limitAddresses, limitPrincipals, USUAL_LIMITS } from "./http/rate-limits.ts";
import { jsonContent, limitAddress } from "./http/request-limits.ts";
import { requestLog } from "./http/request-log.ts";
import { sendStream } from "./http/send-stream.ts";
import { icon } from "./icon.ts";
import { answerMetrics } from "./metrics-answer.ts";
import { referencePage } from "./openapi/reference-page.ts";
import { addressesOf } from "./routes/addresses.ts";
import { API_DOCUMENT, ROUTES } from "./routes/routes.ts";
import type { Services } from "./services.ts";

/** The audit API (审计接口) as an Express application; `listen` serves it. */
export function createApi(services: Services): Express {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.set("trust proxy", false);
  app.set("query parser", "simple");
  const { log, basePath, rateLimits = USUAL_LIMITS } = services;
  const cache = new AnswerCache();
  const limitPrincipal = limitPrincipals(rateLimits);
  app.use(requestLog(log), protectiveHeaders(), limitAddresses(rateLimits), limitAddress);
  for (const route of ROUTES) {
    const { path, access, method = "get" } = route;
    const content = "body" in route && route.body !== undefined ? [jsonContent] : [];
    const send = "follow" in route ? sendStream(route, services) : answer(route, services, cache);
    app[method](path, ...content, identify(access, services), limitPrincipal, send);
  }
  for (const { path, access, methods } of addressesOf(ROUTES)) {
    app.all(path, identify(access, services), limitPrincipal, refuseMethod(methods));
  }
  app.get("/reference", reference);
  app.get("/favicon.ico", icon);
  const { metrics } = services;
  if (metrics !== undefined) {
    app.get("/metrics", answerMetrics(metrics));
  }
  // Denied by default: without a credential it cannot be told which addresses there are.
  app.use("/v1", identify("unknown", services), limitPrincipal, notFound(basePath));
  app.use(notFound(basePath), problemHandler(services));
  return app;
}

const reference: RequestHandler = (request, response) => {
  const language = languageOf(request);
  response.vary("Accept-Language").set("Content-Language", language);
  response.type("html").send(referencePage(API_DOCUMENT, language));
};
