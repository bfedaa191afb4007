import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from "jose";
import { z } from "zod";
import { Problem } from "../problems.ts";
import type { Refusal, Verifier } from "./credentials.ts";
import type { Grant, Principal } from "./principal.ts";
import { READING_SCOPES } from "./scopes.ts";

/** How tokens of an identity provider (OpenID Connect) are read. */
export interface OidcOptions {
  /** The issuer exactly as its tokens name it. */
  readonly issuer: string;
  /** What its tokens for this API are made out to. */
  readonly audience: string;
  /** The claim with a region code of six digits; a token without it sees nothing. "whole" stands for the whole ledger. */
  readonly regionClaim: string;
  /** The claim with a list of field codes; every field where a token has none. */
  readonly fieldsClaim: string;
}

/** Signatures that are made with a private key; whoever checks one cannot make one. `none` and HMAC are not among them. */
const ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"];

const CLOCK_TOLERANCE_SECONDS = 30;
const ANSWER_WITHIN_MS = 5_000;

const discoverySchema = z.object({ issuer: z.string(), jwks_uri: z.url() });

/**
 * Accepts access tokens (JWT) that an identity provider signed for this API. Its keys are found by discovery and kept; they are
 * fetched again when a token names one that is not known.
 *
 * What a token may read are those of its `scope` that this API has; where, its region and fields claims say.
 */
export function oidcVerifier(options: OidcOptions): Verifier {
  const keys = keySet(options.issuer);
  return {
    verify: async (credential, now) => {
      if (credential.split(".").length !== 3) return undefined;
      try {
        const { payload } = await jwtVerify(credential, await keys(), {
          issuer: options.issuer,
          audience: options.audience,
          algorithms: ALGORITHMS,
          clockTolerance: CLOCK_TOLERANCE_SECONDS,
          currentDate: new Date(now * 1_000),
          requiredClaims: ["exp", "sub"],
        });
        return principalOf(payload, options);
      } catch (error) {
        return refusalOf(error);
      }
    },
  };
}

type KeySet = ReturnType<typeof createRemoteJWKSet>;

/** The provider's keys; discovery is tried again with the next token when it failed. */
function keySet(issuer: string): () => Promise<KeySet> {
  let found: Promise<KeySet> | undefined;
  return () => {
    found ??= discover(issuer).catch((error: unknown) => {
      found = undefined;
      throw error;
    });
    return found;
  };
}

async function discover(issuer: string): Promise<KeySet> {
  const url = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const response = await fetch(url, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS), redirect: "error" });
  if (!response.ok) throw new Error(`the identity provider answers ${response.status} at ${url}`);
  const { issuer: named, jwks_uri } = discoverySchema.parse(await response.json());
  if (named !== issuer)
    throw new Error(`the identity provider at ${url} calls itself ${named}: configure that as the issuer`);
  return createRemoteJWKSet(new URL(jwks_uri), { timeoutDuration: ANSWER_WITHIN_MS });
}

function principalOf(payload: JWTPayload, { issuer, regionClaim, fieldsClaim }: OidcOptions): Principal | Refusal {
  const grant = grantOf(payload, regionClaim, fieldsClaim);
  if (grant === undefined) return "INVALID";
  const name = [payload.name, payload.preferred_username, payload.sub].find((text) => typeof text === "string");
  return {
    kind: "oidc",
    id: `${issuer}|${payload.sub}`,
    name: String(name),
    grants: grant.scopes.length === 0 ? [] : [grant],
  };
}

/** Undefined where a claim is not of its form: what cannot be read grants nothing. */
function grantOf(payload: JWTPayload, regionClaim: string, fieldsClaim: string): Grant | undefined {
  const words = String(payload.scope ?? "").split(" ");
  const scopes = READING_SCOPES.filter((scope) => words.includes(scope));
  const region = z.union([z.literal("whole"), z.string().regex(/^\d{6}$/)]).safeParse(payload[regionClaim]);
  const fields = z
    .array(z.string().regex(/^[A-Z]{3}$/))
    .min(1)
    .nullish()
    .safeParse(payload[fieldsClaim]);
  if (!region.success || !fields.success) return undefined;
  return { scopes, region: region.data === "whole" ? null : region.data, fields: fields.data ?? null };
}

/** What jose throws when it is the provider that fails, not the token. */
const PROVIDERS_FAULTS = ["ERR_JWKS_TIMEOUT", "ERR_JWKS_INVALID", "ERR_JOSE_GENERIC"];

/** @throws {Problem} ISSUER_UNREACHABLE when the token cannot be judged for want of the provider's keys. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof errors.JWTExpired) return "EXPIRED";
  if (error instanceof errors.JOSEError && !PROVIDERS_FAULTS.includes(error.code)) return "INVALID";
  throw new Problem(
    "ISSUER_UNREACHABLE",
    {
      zh: "身份平台没有给出签名公钥，暂时无法核验该令牌；请稍后再试。",
      en: "The identity provider does not give its keys, so that the token cannot be checked now; try again shortly.",
    },
    { headers: { "Retry-After": "5" }, cause: error },
  );
}
