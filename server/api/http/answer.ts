import type { ParsedUrlQuery } from "node:querystring";
import type { Request, RequestHandler, Response } from "express";
import { jurisdictionKey } from "../access/jurisdiction.ts";
import type { Access } from "../access/scopes.ts";
import type { AnsweredHead } from "../asking.ts";
import { FORMAT_NAMES, type Format, formatOf } from "../formats/format.ts";
import { Problem } from "../problems.ts";
import type { Route, RouteRequest } from "../route.ts";
import type { Services } from "../services.ts";
import type { AnswerCache, KeptAnswer } from "./answer-cache.ts";
import { keepQuestion } from "./keep-question.ts";
import { localsOf } from "./request-log.ts";
import { jsonAnswer, sendJson } from "./send-json.ts";
import { type ListingForm, listingHeaders, sendItems } from "./send-listing.ts";

const JSON_ALONE: readonly Format[] = ["json"];

/** Answers the requests of a route that were let in: asks, keeps the question, sends. */
export function answer(route: Route, services: Services, cache: AnswerCache): RequestHandler {
  const offered = route.list === undefined ? JSON_ALONE : FORMAT_NAMES;
  return async (request, response) => {
    const format = formatOf(request, textOf(request.query.format), offered);
    const asked = routeRequest(route.access, request, response);
    setVisibility(route, response);
    if (format === "json") await answerJson(route, asked, services, request, response, cache);
    else await answerListing(route, asked, services, request, response, format);
  };
}

/** Refuses a method that an address does not take. */
export function refuseMethod(allowed: readonly string[]): RequestHandler {
  const methods = allowed.join(", ");
  return ({ method }) => {
    throw new Problem(
      "METHOD_NOT_ALLOWED",
      { zh: `此地址不支持 ${method}；可用：${methods}。`, en: `This address does not take ${method}, but ${methods}.` },
      { headers: { Allow: methods } },
    );
  };
}

/** A request as routes see it. */
export function routeRequest(access: Access, request: Request, response: Response): RouteRequest {
  const { principal, jurisdiction } = localsOf(response);
  // Nothing is shown where it was not decided what may be.
  if (jurisdiction === undefined && access !== "public") throw new Error(`${request.path} is answered to nobody known`);
  const { params: path, body } = request;
  return { path, query: request.query as ParsedUrlQuery, body, principal, jurisdiction: jurisdiction ?? "whole" };
}

async function answerJson(
  route: Route,
  asked: RouteRequest,
  services: Services,
  request: Request,
  response: Response,
  cache: AnswerCache,
): Promise<void> {
  const { json, next } = await jsonOf(route, asked, services, request.originalUrl, cache);
  if (next !== undefined) response.links({ next: `${request.baseUrl}${request.path}${next}` });
  await keepQuestion(services, request, response, { status: 200, answer: json.digest });
  sendJson(request, response, json);
}

/** The answer to a question: the one kept since it was asked before at the same head, by who may see as much, or a new one. */
async function jsonOf(
  route: Route,
  asked: RouteRequest,
  services: Services,
  address: string,
  cache: AnswerCache,
): Promise<KeptAnswer> {
  if (route.head === undefined) {
    const { body, next } = await route.answer(asked, services);
    return { json: jsonAnswer(body), next };
  }
  const question = `${jurisdictionKey(asked.jurisdiction)} ${address}`;
  return cache.answer(stateOf(route.head(services)), question, async () => {
    const { body, next } = await route.answer(asked, services);
    const state = "head" in body ? stateOf(body.head as AnsweredHead) : "";
    return { json: jsonAnswer(body), next, state };
  });
}

function stateOf({ number, hash, lagBlocks }: AnsweredHead): string {
  return `${number} ${hash} ${lagBlocks}`;
}

async function answerListing(
  { list, item, path }: Route,
  asked: RouteRequest,
  services: Services,
  request: Request,
  response: Response,
  format: Exclude<Format, "json">,
): Promise<void> {
  if (list === undefined || item === undefined) throw new Error(`${path} has no list to send as ${format}`);
  const listing = await list(asked, services);
  try {
    const form: ListingForm = {
      format,
      item,
      name: `${nameOf(path, asked)}-${listing.mark}`,
      identity: jurisdictionKey(asked.jurisdiction),
    };
    const isWanted = listingHeaders(request, response, listing, form);
    await keepQuestion(services, request, response, { status: 200 });
    if (isWanted) await sendItems(request, response, listing, form);
    else response.end();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
    localsOf(response).log().info({ err: error }, "the client left before the end of a list");
  } finally {
    await listing.close();
  }
}

/** What a saved list is called: the words of its address, with what it was asked about. */
function nameOf(path: string, asked: RouteRequest): string {
  const parts = path.split("/").map((part) => (part.startsWith(":") ? String(asked.path[part.slice(1)]) : part));
  return parts.filter((part) => /^[\w-]{1,80}$/.test(part) && part !== "v1").join("-");
}

/** Either way an answer is asked for again before it is used; what depends on who asks is kept by no shared cache. */
function setVisibility({ access, method = "get", list }: Route, response: Response): void {
  if (list !== undefined) response.vary("Accept");
  if (method !== "get") response.set("Cache-Control", "no-store");
  else if (access === "public") response.set("Cache-Control", "public, no-cache");
  else response.vary("Authorization").set("Cache-Control", "private, no-cache");
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
