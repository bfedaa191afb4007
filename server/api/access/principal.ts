import { Problem } from "../problems.ts";
import type { Jurisdiction } from "./jurisdiction.ts";
import type { Need, Scope } from "./scopes.ts";

/** What somebody may read, and where. */
export interface Grant {
  readonly scopes: readonly Scope[];
  /** A region with what it covers; null for the whole ledger. */
  readonly region: string | null;
  /** Null for every field. */
  readonly fields: readonly string[] | null;
}

/** Who asks, once it is known. */
export interface Principal {
  /** An access token, a person known to the identity provider, or an account of the ledger. */
  readonly kind: "token" | "oidc" | "account";
  /** The token's id, `issuer|subject`, or the address: what the access log knows them by. */
  readonly id: string;
  readonly name: string;
  readonly grants: readonly Grant[];
}

/**
 * Where a principal may look with a route that needs `need`.
 *
 * @throws {Problem} INSUFFICIENT_SCOPE, or REGION_OUT_OF_SCOPE when the route speaks of the whole ledger and they may not see all of it.
 */
export function jurisdictionFor(principal: Principal, { scopes: needed, territory }: Need): Jurisdiction {
  const grants = principal.grants.filter(({ scopes }) => needed.some((scope) => scopes.includes(scope)));
  if (grants.length === 0) throw insufficientScope(needed);
  if (grants.some(({ region, fields }) => region === null && fields === null)) return "whole";
  if (territory === "whole") throw wholeOnly();
  return grants.map(({ region, fields }) => ({ region: region ?? EVERY_REGION, fields }));
}

/** Covers every region there is: all digits are its own. */
const EVERY_REGION = "000000";

function insufficientScope(scopes: Need["scopes"]): Problem {
  return new Problem(
    "INSUFFICIENT_SCOPE",
    {
      zh: `此查询需要权限 ${scopes.join("、")}${scopes.length > 1 ? "之一" : ""}，您的凭证没有：请向运维人员申请。`,
      en: `This question needs the scope ${scopes.join(" or ")}, which your credential does not have: ask the operator for it.`,
    },
    {
      headers: { "WWW-Authenticate": `Bearer realm="pilot-ledger", error="insufficient_scope", scope="${scopes[0]}"` },
    },
  );
}

function wholeOnly(): Problem {
  return new Problem("REGION_OUT_OF_SCOPE", {
    zh: "此查询涉及整个账本，只答复管辖全部区域和领域的查询者。",
    en: "This question is about the whole ledger and answered only to who may see every region and field.",
  });
}
