import type { AccountRecord, RoleGrant } from "../../ledger/authority-records.ts";

/** The roles an account held at an instant. In the second in which a role begins or ends, it counts as held. */
export function rolesAt(account: AccountRecord | undefined, instant: number): RoleGrant["role"][] {
  const held = (account?.roles ?? []).filter(
    ({ from, until }) => from <= instant && (until === null || until >= instant),
  );
  return [...new Set(held.map(({ role }) => role))];
}
