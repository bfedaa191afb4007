import type { Request, RequestHandler, Response } from "express";
import { ipKeyGenerator } from "express-rate-limit";
import { SharedReaders } from "../../live/shared-readers.ts";
import { EVENT_STREAM } from "../formats/format.ts";
import { follow } from "../live/follow.ts";
import { openStream } from "../live/open-stream.ts";
import { writePaced } from "../live/pace.ts";
import { Problem } from "../problems.ts";
import type { Services } from "../services.ts";
import type { StreamRoute } from "../stream-route.ts";
import { routeRequest } from "./answer.ts";
import { keepQuestion } from "./keep-question.ts";
import { problemOf } from "./problem-response.ts";
import { IPV6_SUBNET } from "./rate-limits.ts";
import { localsOf } from "./request-log.ts";

const RETRY_AFTER = "30";

/** Answers the requests of a stream that were let in: keeps the question, then sends until the client leaves or has to. */
export function sendStream(route: StreamRoute, services: Services): RequestHandler {
  const readers = new SharedReaders(services.openReader, services.live.heads);
  return async (request, response) => {
    requireAccepted(request);
    const followed = route.follow(routeRequest(route.access, request, response));
    const { authorization } = request.headers;
    const lastEventId = request.get("Last-Event-ID");
    const opened = await openStream(route, followed, { authorization, lastEventId }, services, readers);
    const giveBack = takePlace(request, response, services);
    try {
      await keepQuestion(services, request, response, { status: 200 });
      response.vary("Authorization").set({
        "Content-Type": `${EVENT_STREAM}; charset=utf-8`,
        "Cache-Control": "no-store",
        // Proxies of the nginx kind would hold back what is sent.
        "X-Accel-Buffering": "no",
      });
      if (request.method !== "HEAD") await sendAll(opened, response, services);
      response.end();
    } finally {
      giveBack();
    }
  };
}

async function sendAll(
  { position, next, write }: Awaited<ReturnType<typeof openStream>>,
  response: Response,
  { live: { heads, clock, ending } }: Services,
): Promise<void> {
  const leaving = new AbortController();
  response.once("close", () => leaving.abort());
  const told: typeof next = async (from) =>
    next(from).catch((error: unknown) => {
      throw problemFor(error, response);
    });
  const signal = AbortSignal.any([ending, leaving.signal]);
  const pieces = follow({ position, next: told, write, heads, clock, ending, signal });
  if ((await writePaced(pieces, response, clock, leaving.signal)) === "taken") return;
  localsOf(response).log().info("the client of a stream read nothing and is cut off");
  response.destroy();
}

function problemFor(error: unknown, response: Response): Problem {
  const problem = problemOf(error);
  if (problem.code === "INTERNAL") localsOf(response).log().error({ err: error }, "a stream failed");
  return problem;
}

function takePlace(request: Request, response: Response, { live: { places } }: Services): () => void {
  const { principal } = localsOf(response);
  const giveBack = places.take({
    principal: principal && `${principal.kind}|${principal.id}`,
    address: request.ip === undefined ? "unknown" : ipKeyGenerator(request.ip, IPV6_SUBNET),
  });
  if (giveBack !== undefined) return giveBack;
  throw new Problem(
    "TOO_MANY_STREAMS",
    {
      zh: "打开的事件流过多：请关闭不用的，或稍后再试。",
      en: "Too many streams of events are open: close those that are not needed, or try again later.",
    },
    { headers: { "Retry-After": RETRY_AFTER } },
  );
}

function requireAccepted(request: Request): void {
  if (request.accepts(EVENT_STREAM) !== false) return;
  throw new Problem("NOT_ACCEPTABLE", {
    zh: `此地址只以 ${EVENT_STREAM} 答复：请相应设置 Accept 头。`,
    en: `This address answers with ${EVENT_STREAM} alone: say so in Accept.`,
  });
}
