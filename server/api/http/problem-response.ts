import type { ErrorRequestHandler, Request, RequestHandler, Response } from "express";
import { StoreError } from "../../store/errors.ts";
import { behind } from "../mirror-status.ts";
import { PROBLEMS, Problem } from "../problems.ts";
import { languageOf } from "./language.ts";
import { localsOf } from "./request-log.ts";

/** Answers every error with a problem document (RFC 9457). What it does not foresee is logged, and told without particulars. */
export const problemHandler: ErrorRequestHandler = (error: unknown, request, response, next) => {
  const problem = problemOf(error);
  if (PROBLEMS[problem.code].status >= 500) localsOf(response).log.error({ err: error }, problem.message);
  if (response.headersSent) next(error);
  else sendProblem(request, response, problem);
};

/** Answers an address that no route has. */
export const notFound: RequestHandler = (request) => {
  throw new Problem("ROUTE_NOT_FOUND", {
    zh: `没有 ${request.path}；可用地址见 /。`,
    en: `There is no ${request.path}; see / for what there is.`,
  });
};

function sendProblem(request: Request, response: Response, problem: Problem): void {
  const language = languageOf(request);
  const { status, title } = PROBLEMS[problem.code];
  const document = {
    type: `urn:pilot-ledger:problem:${problem.code.toLowerCase().replaceAll("_", "-")}`,
    title: title[language],
    status,
    code: problem.code,
    detail: problem.detail[language],
    instance: `urn:uuid:${localsOf(response).requestId}`,
    ...(problem.errors.length > 0 && {
      errors: problem.errors.map((fault) => ({ ...fault, detail: fault.detail[language] })),
    }),
  };
  response
    .status(status)
    .set(problem.headers)
    .set({ "Cache-Control": "no-store", "Content-Language": language })
    .vary("Accept-Language")
    .type("application/problem+json")
    .send(Buffer.from(JSON.stringify(document)));
}

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof StoreError && error.code === "CLOSED") {
    return behind("正在重新打开", "it is being reopened");
  }
  if (error instanceof URIError) {
    return new Problem("MALFORMED_REQUEST", {
      zh: "地址中的百分号编码有误。",
      en: "The address has a malformed percent-encoding.",
    });
  }
  return new Problem("INTERNAL", {
    zh: "服务器出错，未能答复；报告时请附上 instance 中的请求编号。",
    en: "The server failed to answer; when reporting it, quote the request id in instance.",
  });
}
