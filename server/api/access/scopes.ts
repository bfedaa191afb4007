/*
 * What a route asks of who uses it. Scopes say what may be read, a jurisdiction says where; a route names its scope, and whether its
 * answer can be cut down to the asker's jurisdiction.
 */

/** What may be read: pilots and their milestones, supervision, statistics, who acted and who asked. */
export const READING_SCOPES = ["pilots", "supervision", "statistics", "audit"] as const;

/**
 * What may be done: read, and have this server send webhooks. The latter is given to access tokens alone, since it lasts for as long as what
 * it was given to can be looked up.
 */
export const SCOPES = [...READING_SCOPES, "webhooks"] as const;
export type Scope = (typeof SCOPES)[number];

/** What a regulator needs in order to use a route. */
export interface Need {
  /** One of these is enough; of an answer that holds what needs several of them, each is shown what theirs take in. */
  readonly scopes: readonly [Scope, ...Scope[]];
  /**
   * `limited`: the answer holds what lies in the asker's jurisdiction. `whole`: it says something of the whole ledger, and is
   * given only to who may see all of it.
   */
  readonly territory: "limited" | "whole";
}

/** Who may use a route: anybody, or who has what it needs. */
export type Access = "public" | Need;

/** For who may read any of `scopes`; the answer is limited to the asker's jurisdiction. */
export function within(...scopes: Need["scopes"]): Need {
  return { scopes, territory: "limited" };
}

/** For who may read `scope` of the whole ledger. */
export function wholeLedger(scope: Scope): Need {
  return { scopes: [scope], territory: "whole" };
}
