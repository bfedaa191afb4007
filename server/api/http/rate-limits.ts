import type { Request, RequestHandler, Response } from "express";
import { ipKeyGenerator, type Options, rateLimit } from "express-rate-limit";
import { Problem } from "../problems.ts";
import { localsOf } from "./request-log.ts";

/** How many requests are answered in a minute. */
export interface RateLimits {
  /** Of one address, whoever asks from there. */
  readonly perAddress: number;
  /** Of one token, person or account, wherever they ask from. */
  readonly perPrincipal: number;
}

export const USUAL_LIMITS: RateLimits = { perAddress: 3_000, perPrincipal: 1_200 };

const MINUTE_MS = 60_000;

/** Of IPv6, a subscriber has a whole network of so many bits. */
export const IPV6_SUBNET = 56;

/** Limits the requests of an address; told in the headers RateLimit and RateLimit-Policy. */
export function limitAddresses({ perAddress }: RateLimits): RequestHandler {
  return rateLimit({
    ...COMMON,
    limit: perAddress,
    keyGenerator: ({ ip }) => (ip === undefined ? "unknown" : ipKeyGenerator(ip, IPV6_SUBNET)),
  });
}

/** Limits the requests of who is known to ask. */
export function limitPrincipals({ perPrincipal }: RateLimits): RequestHandler {
  return rateLimit({
    ...COMMON,
    limit: perPrincipal,
    skip: (_, response) => localsOf(response).principal === undefined,
    keyGenerator: (_, response) => {
      const { principal } = localsOf(response);
      return `${principal?.kind}|${principal?.id}`;
    },
  });
}

const COMMON: Partial<Options> = {
  windowMs: MINUTE_MS,
  // The later drafts hash the key into a header of each answer, which costs more than the limit itself.
  standardHeaders: "draft-7",
  legacyHeaders: false,
  handler: (_request: Request, response: Response, next) => {
    next(tooMany(String(response.getHeader("Retry-After") ?? "60")));
  },
};

function tooMany(seconds: string): Problem {
  return new Problem(
    "RATE_LIMITED",
    {
      zh: `请求过于频繁：请在 ${seconds} 秒后再试；整份列表请用 format=ndjson 或 csv 一次取回。`,
      en: `Too many requests: try again in ${seconds} seconds; a whole list can be had at once with format=ndjson or csv.`,
    },
    { headers: { "Retry-After": seconds } },
  );
}
