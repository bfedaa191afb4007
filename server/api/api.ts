import type { ParsedUrlQuery } from "node:querystring";
import express, { type Express, type RequestHandler } from "express";
import helmet from "helmet";
import { authenticate } from "./access/authenticate.ts";
import { languageOf } from "./http/language.ts";
import { notFound, problemHandler } from "./http/problem-response.ts";
import { requestLog } from "./http/request-log.ts";
import { sendJson } from "./http/send-json.ts";
import { referencePage } from "./openapi/reference-page.ts";
import { Problem } from "./problems.ts";
import type { Route } from "./route.ts";
import { API_DOCUMENT, ROUTES } from "./routes/routes.ts";
import type { Services } from "./services.ts";

/** The audit API (审计接口) as an Express application; `listen` serves it. */
export function createApi(services: Services): Express {
  const { tokens, log, clock } = services;
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.set("trust proxy", false);
  app.set("query parser", "simple");
  app.use(requestLog(log), helmet());
  const bearsToken = authenticate(tokens, clock);
  for (const route of ROUTES) {
    const gate = route.access === "public" ? [] : [bearsToken];
    app.get(route.path, ...gate, answer(route, services));
    app.all(route.path, ...gate, refuseMethod);
  }
  app.get("/reference", reference);
  // Denied by default: without a token it cannot be told which addresses there are.
  app.use("/v1", bearsToken, notFound);
  app.use(notFound, problemHandler);
  return app;
}

function answer(route: Route, services: Services): RequestHandler {
  return async (request, response) => {
    const { body, next } = await route.answer(
      { path: request.params, query: request.query as ParsedUrlQuery },
      services,
    );
    if (next !== undefined) response.links({ next: `${request.baseUrl}${request.path}${next}` });
    sendJson(response, body, route.access === "public" ? "public" : "private");
  };
}

const reference: RequestHandler = (request, response) => {
  const language = languageOf(request);
  response.vary("Accept-Language").set("Content-Language", language);
  response.type("html").send(referencePage(API_DOCUMENT, language));
};

const refuseMethod: RequestHandler = ({ method }) => {
  throw new Problem(
    "METHOD_NOT_ALLOWED",
    {
      zh: `此地址不支持 ${method}：本接口只读，请使用 GET。`,
      en: `This address does not take ${method}: the API only reads; use GET.`,
    },
    { headers: { Allow: "GET, HEAD" } },
  );
};
