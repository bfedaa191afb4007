import type { RequestHandler } from "express";
import { localsOf } from "../http/request-log.ts";
import type { Services } from "../services.ts";
import { principalOf } from "./credentials.ts";
import { jurisdictionKey } from "./jurisdiction.ts";
import { jurisdictionFor } from "./principal.ts";
import type { Access } from "./scopes.ts";

/**
 * Lets a request in to a route, or refuses it; what it may see is then known of it. A route that is open to anybody shows the same to
 * all, whatever credential comes with the request. An address that no route has is told of to who has a credential alone.
 *
 * Refuses with TOKEN_REQUIRED, TOKEN_INVALID, TOKEN_EXPIRED, TOKEN_REVOKED, INSUFFICIENT_SCOPE or REGION_OUT_OF_SCOPE.
 */
export function identify(
  access: Access | "unknown",
  { verifiers, clock }: Pick<Services, "verifiers" | "clock">,
): RequestHandler {
  return async (request, response, next) => {
    if (access !== "public") {
      const locals = localsOf(response);
      const principal = await principalOf(request.headers.authorization, verifiers, clock());
      locals.principal = principal;
      if (access !== "unknown") {
        locals.jurisdiction = jurisdictionFor(principal, access);
        locals.where = jurisdictionKey(locals.jurisdiction);
      }
    }
    next();
  };
}
