import type { Bilingual } from "../../ledger/codes/bilingual.ts";
import { Problem, type ProblemCode } from "../problems.ts";
import type { Principal } from "./principal.ts";

/** Why a credential is not accepted. */
export type Refusal = "INVALID" | "EXPIRED" | "REVOKED";

/** Tells who bears a credential. Undefined when the credential is of another kind than it knows. */
export interface Verifier {
  /** @param now Unix seconds. */
  readonly verify: (credential: string, now: number) => Promise<Principal | Refusal | undefined>;
}

const REALM = 'Bearer realm="pilot-ledger"';

const REFUSALS = {
  INVALID: { zh: "访问凭证无效。", en: "The access credential is not valid." },
  EXPIRED: {
    zh: "访问凭证已过期：请重新登录，或向运维人员申领新令牌。",
    en: "The access credential has expired: sign in again, or ask the operator for a new token.",
  },
  REVOKED: { zh: "访问凭证已被撤销。", en: "The access credential was revoked." },
} as const satisfies Record<Refusal, Bilingual>;

/**
 * Who asks, by the Authorization header: the first verifier that knows the kind of credential decides.
 *
 * @throws {Problem} TOKEN_REQUIRED, TOKEN_INVALID, TOKEN_EXPIRED or TOKEN_REVOKED.
 */
export async function principalOf(
  authorization: string | undefined,
  verifiers: readonly Verifier[],
  now: number,
): Promise<Principal> {
  if (authorization === undefined) {
    throw refusal("TOKEN_REQUIRED", REALM, {
      zh: "请在 Authorization 头中提供访问凭证：Bearer 后接访问令牌、身份平台签发的令牌或登录所得令牌。",
      en: "Send a credential in the Authorization header: Bearer and an access token, one of the identity provider, or one of a sign-in.",
    });
  }
  const verdict = await verdictOf(authorization, verifiers, now);
  if (typeof verdict !== "string") return verdict;
  throw refusal(`TOKEN_${verdict}`, `${REALM}, error="invalid_token"`, REFUSALS[verdict]);
}

async function verdictOf(
  authorization: string,
  verifiers: readonly Verifier[],
  now: number,
): Promise<Principal | Refusal> {
  const [, credential] = /^Bearer +(\S+)$/i.exec(authorization) ?? [];
  if (credential === undefined) return "INVALID";
  for (const verifier of verifiers) {
    const verdict = await verifier.verify(credential, now);
    if (verdict !== undefined) return verdict;
  }
  return "INVALID";
}

function refusal(code: ProblemCode, challenge: string, detail: Bilingual): Problem {
  return new Problem(code, detail, { headers: { "WWW-Authenticate": challenge } });
}
