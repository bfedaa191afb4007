import type { ErrorRequestHandler, Request, RequestHandler, Response } from "express";
import { isRot, StoreError } from "../../store/errors.ts";
import { behind, rebuilding } from "../mirror-status.ts";
import { PROBLEMS, Problem } from "../problems.ts";
import type { Services } from "../services.ts";
import { keepQuestion } from "./keep-question.ts";
import { languageOf } from "./language.ts";
import { problemDocument } from "./problem-document.ts";
import { contentProblem } from "./request-limits.ts";
import { localsOf } from "./request-log.ts";

/**
 * Answers every error with a problem document (RFC 9457). What it does not foresee is logged, and told without particulars.
 *
 * @param questions Where questions are kept; absent where nobody is identified, so that there is nothing to keep.
 */
export function problemHandler(questions?: Pick<Services, "accessLog" | "clock">): ErrorRequestHandler {
  return async (error: unknown, request, response, next) => {
    const problem = problemOf(error);
    const { status } = PROBLEMS[problem.code];
    const { log } = localsOf(response);
    if (status >= 500) log().error({ err: error }, problem.message);
    if (response.headersSent) {
      next(error);
      return;
    }
    try {
      if (questions !== undefined) await keepQuestion(questions, request, response, { status, code: problem.code });
    } catch (failure) {
      log().error({ err: failure }, "the access log cannot be written");
    }
    sendProblem(request, response, problem);
  };
}

/** Answers an address that no route has. */
export function notFound(basePath = ""): RequestHandler {
  return (request) => {
    throw new Problem("ROUTE_NOT_FOUND", {
      zh: `没有 ${request.path}；可用地址见 ${basePath}/。`,
      en: `There is no ${request.path}; see ${basePath}/ for what there is.`,
    });
  };
}

/** The headers of an answer that did not come about. */
const OF_ANSWERS = ["ETag", "Link", "Content-Disposition", "Ledger-As-Of", "Ledger-Block"];

function sendProblem(request: Request, response: Response, problem: Problem): void {
  const language = languageOf(request);
  const { status } = PROBLEMS[problem.code];
  const document = problemDocument(problem, language, localsOf(response).requestId);
  for (const name of OF_ANSWERS) response.removeHeader(name);
  response
    .status(status)
    .set(problem.headers)
    .set({ "Cache-Control": "no-store", "Content-Language": language })
    .vary("Accept-Language")
    .type("application/problem+json")
    .send(Buffer.from(JSON.stringify(document)));
}

/** An error as a problem: what is not foreseen is told without particulars. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof StoreError && error.code === "CLOSED") {
    return behind("正在重新打开", "it is being reopened");
  }
  if (error instanceof StoreError && error.code === "UNPROVEN") {
    return behind(
      "已镜像的内容尚未与合约日志核对",
      "what is mirrored so far is still to be compared with the contracts' journals",
    );
  }
  const content = contentProblem(error);
  if (content !== undefined) return content;
  if (isRot(error)) return rebuilding(error.code);
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
