import { randomUUID } from "node:crypto";
import type { RequestHandler, Response } from "express";
import type { Logger } from "pino";
import type { Jurisdiction } from "../access/jurisdiction.ts";
import type { Principal } from "../access/principal.ts";

/** What is known of a request while it is answered. */
export interface RequestLocals {
  readonly requestId: string;
  /** A log whose lines name the request. */
  readonly log: () => Logger;
  /** Who asks, once it is known. */
  principal?: Principal;
  /** Where they may look, once it is known; everywhere, with a route that is open to anybody. */
  jurisdiction?: Jurisdiction;
  /** The same, as the access log has it. */
  where?: string;
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
    const locals: RequestLocals = Object.assign(response.locals, {
      requestId,
      log: () => log.child({ requestId }),
    });
    response.setHeader("X-Request-Id", requestId);
    response.once("close", () => {
      log.info(
        {
          requestId,
          method: request.method,
          url: withoutSecrets(request.originalUrl),
          status: response.statusCode,
          finished: response.writableFinished,
          milliseconds: Math.round(performance.now() - started),
          remoteAddress: request.ip,
          ...(locals.principal && { principal: { kind: locals.principal.kind, id: locals.principal.id } }),
        },
        "request",
      );
    });
    next();
  };
}

/** A credential that strayed into an address: ours, or a signed token of an identity provider. */
const SECRET = /pl[ts]_[\w-]+|eyJ[\w-]+\.[\w-]+\.[\w-]*/g;

/** An address without the credentials that do not belong there. */
export function withoutSecrets(address: string): string {
  return address.replace(SECRET, "***");
}
