import { createHmac } from "node:crypto";
import type { Grant } from "../../server/api/access/principal.ts";
import { SCOPES, type Scope } from "../../server/api/access/scopes.ts";
import { createToken, revokeToken } from "../../server/api/access/token-file.ts";
import { AUDIENCE, type IdentityProvider } from "./identity-provider.ts";

/** The region and field of the small ledger's pilot that has everything, and a region that has none of it. */
export const HOME = "330100";
export const ELSEWHERE = "330200";

const DAY = 86_400;

/** Credentials of every kind that must not pass, and with each the code it is refused with. */
export async function badCredentials(
  file: string,
  providers: { readonly own: IdentityProvider; readonly foreign: IdentityProvider },
  now: number,
): Promise<readonly (readonly [kind: string, authorization: string | null, code: string])[]> {
  const grant: Grant = { scopes: SCOPES, region: null, fields: null };
  const { token: expired } = await createToken(file, { name: "expired", grant, expiresAt: now - 1, now: now - DAY });
  const { token: good } = await createToken(file, { name: "good", grant, expiresAt: null, now });
  const { token: revoked, entry } = await createToken(file, { name: "revoked", grant, expiresAt: null, now });
  await revokeToken(file, { id: entry.id, now });
  const own = await providers.own.token();
  const [head = "", payload = "", signature = ""] = own.split(".");
  const wider = encoded({
    ...JSON.parse(Buffer.from(payload, "base64url").toString()),
    scope: SCOPES.join(" "),
    sub: "x",
  });
  return [
    ["no credential", null, "TOKEN_REQUIRED"],
    ["an empty credential", "Bearer ", "TOKEN_INVALID"],
    ["a malformed credential", "Bearer nonsense", "TOKEN_INVALID"],
    ["a good token in another scheme", `Basic ${good}`, "TOKEN_INVALID"],
    ["a token with another secret", `Bearer ${good.slice(0, 13)}${"A".repeat(43)}`, "TOKEN_INVALID"],
    ["an expired token", `Bearer ${expired}`, "TOKEN_EXPIRED"],
    ["a revoked token", `Bearer ${revoked}`, "TOKEN_REVOKED"],
    ["a session that never began", `Bearer pls_${"A".repeat(43)}`, "TOKEN_INVALID"],
    [
      "a JWT for another audience",
      `Bearer ${await providers.own.token({ audience: "urn:other:api" })}`,
      "TOKEN_INVALID",
    ],
    ["a JWT of another issuer", `Bearer ${await providers.foreign.token()}`, "TOKEN_INVALID"],
    ["a JWT with alg none", `Bearer ${encoded({ alg: "none", typ: "at+jwt" })}.${payload}.`, "TOKEN_INVALID"],
    ["a JWT signed with the public key as a secret", `Bearer ${confused(payload)}`, "TOKEN_INVALID"],
    ["a JWT whose claims were altered", `Bearer ${head}.${wider}.${signature}`, "TOKEN_INVALID"],
    ["a JWT without a region", `Bearer ${await providers.own.token({ claims: {} })}`, "TOKEN_INVALID"],
    [
      "a JWT with a region that is none",
      `Bearer ${await providers.own.token({ claims: { pilot_ledger_region: ["330100"] } })}`,
      "TOKEN_INVALID",
    ],
  ];
}

/** What makes a grant of each kind, as a token of ours and as one of the identity provider. */
export async function tokensFor(
  file: string,
  provider: IdentityProvider,
  grant: { readonly scopes: readonly Scope[]; readonly region: string | null; readonly fields?: readonly string[] },
  now: number,
): Promise<readonly string[]> {
  const { scopes, region, fields = null } = grant;
  const { token } = await createToken(file, { name: "grant", grant: { scopes, region, fields }, expiresAt: null, now });
  const claims = { pilot_ledger_region: region ?? "whole", ...(fields && { pilot_ledger_fields: fields }) };
  return [token, await provider.token({ audience: AUDIENCE, scope: scopes.join(" "), claims })];
}

function confused(payload: string): string {
  const signed = `${encoded({ alg: "HS256", typ: "at+jwt", kid: "test" })}.${payload}`;
  return `${signed}.${createHmac("sha256", "the public key").update(signed).digest("base64url")}`;
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
