import { randomUUID } from "node:crypto";
import type { RequestHandler, Response } from "express";
import type { Logger } from "pino";

/** What is known of a request while it is answered. */
export interface RequestLocals {
  readonly requestId: string;
  readonly log: Logger;
  /** The id of the token it was admitted with. */
  tokenId?: string;
}

/** What is known of the request that `response` answers. */
export function localsOf(response: Response): RequestLocals {
  return response.locals as RequestLocals;
}

/** Gives each request an id, and logs it when it is answered: never its headers, and no token that strayed into its address. */
export function requestLog(log: Logger): RequestHandler {
  return (request, response, next) => {
    const requestId = randomUUID();
    const started = performance.now();
    const locals: RequestLocals = Object.assign(response.locals, { requestId, log: log.child({ requestId }) });
    response.set("X-Request-Id", requestId);
    response.once("close", () => {
      locals.log.info(
        {
          method: request.method,
          url: request.originalUrl.replace(/plt_[\w-]+/g, "plt_***"),
          status: response.statusCode,
          finished: response.writableFinished,
          milliseconds: Math.round(performance.now() - started),
          remoteAddress: request.ip,
          tokenId: locals.tokenId,
        },
        "request",
      );
    });
    next();
  };
}
