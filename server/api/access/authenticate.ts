import type { RequestHandler } from "express";
import type { Bilingual } from "../../ledger/codes/bilingual.ts";
import { localsOf } from "../http/request-log.ts";
import { Problem, type ProblemCode } from "../problems.ts";
import type { TokenVerifier } from "./verifier.ts";

const REALM = 'Bearer realm="pilot-ledger"';

const REFUSALS = {
  INVALID: { zh: "访问令牌无效。", en: "The access token is not valid." },
  EXPIRED: {
    zh: "访问令牌已过期：请向运维人员申领新令牌。",
    en: "The access token has expired: ask the operator for a new one.",
  },
  REVOKED: { zh: "访问令牌已被撤销。", en: "The access token was revoked." },
} as const satisfies Record<string, Bilingual>;

/** Lets a request pass that bears a good token; all others are refused. */
export function authenticate(tokens: TokenVerifier, clock: () => number): RequestHandler {
  return async (request, response, next) => {
    const { authorization } = request.headers;
    if (authorization === undefined) {
      throw refusal("TOKEN_REQUIRED", REALM, {
        zh: "请在 Authorization 头中提供访问令牌：Bearer plt_…",
        en: "Send an access token in the Authorization header: Bearer plt_…",
      });
    }
    const [, token] = /^Bearer +(\S+)$/i.exec(authorization) ?? [];
    const verdict = token === undefined ? "INVALID" : await tokens.verify(token, clock());
    if (typeof verdict === "string") {
      throw refusal(`TOKEN_${verdict}`, `${REALM}, error="invalid_token"`, REFUSALS[verdict]);
    }
    localsOf(response).tokenId = verdict.id;
    next();
  };
}

function refusal(code: ProblemCode, challenge: string, detail: Bilingual): Problem {
  return new Problem(code, detail, { headers: { "WWW-Authenticate": challenge } });
}
