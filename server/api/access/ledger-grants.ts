import type { RoleGrant } from "../../ledger/authority-records.ts";
import type { Role } from "../../ledger/codes/authority.ts";
import type { Address, Hex } from "../../ledger/hex.ts";
import type { StoreReader } from "../../store/reader.ts";
import { coversRegion } from "./jurisdiction.ts";
import type { Grant } from "./principal.ts";
import { READING_SCOPES, type Scope } from "./scopes.ts";

/** What each role of the ledger may read. A witness reads what is public; the administrator writes and reads no business record. */
const SCOPES_OF_ROLE: Readonly<Record<Role | "ADMINISTRATOR", readonly Scope[]>> = {
  REGISTRAR: ["pilots", "statistics"],
  APPROVER: ["pilots", "supervision", "statistics"],
  EXPERT: ["pilots"],
  INSPECTOR: ["pilots", "supervision", "statistics"],
  DECIDER: ["pilots", "supervision", "statistics"],
  STATISTICIAN: ["pilots", "statistics"],
  AUDITOR: READING_SCOPES,
  WITNESS: [],
  ADMINISTRATOR: [],
};

/**
 * What an account may read by the roles it holds on the ledger now.
 *
 * @returns nothing when it holds no role that reads, its key was revoked or lost, or its organisation may not act.
 */
export async function grantsOfAccount(reader: StoreReader, address: Address): Promise<Grant[]> {
  const account = await reader.get("account", address);
  if (account === undefined || account.revokedAt !== null || account.lostAt !== null) return [];
  const organisation =
    account.organisation === null ? undefined : await reader.get("organisation", account.organisation);
  if (account.organisation !== null && organisation?.status !== "ACTIVE") return [];
  const held = account.roles.filter(({ role, until }) => until === null && SCOPES_OF_ROLE[role].length > 0);
  return Promise.all(held.map((role) => grantOf(reader, role)));
}

async function grantOf(reader: StoreReader, { role, region, fields }: RoleGrant): Promise<Grant> {
  const isEverywhere = region === null || (await coversAll(reader, region));
  return { scopes: SCOPES_OF_ROLE[role], region: isEverywhere ? null : region, fields: await fieldsOf(reader, fields) };
}

async function coversAll(reader: StoreReader, region: string): Promise<boolean> {
  for await (const [code] of reader.list("region")) if (!coversRegion(region, code)) return false;
  return true;
}

/** The codes of the fields in a bit set; null when it has every field, those to come as well. */
async function fieldsOf(reader: StoreReader, bits: Hex): Promise<string[] | null> {
  if (/^0xf+$/i.test(bits)) return null;
  const codes: string[] = [];
  for await (const [code, { index }] of reader.list("field"))
    if ((BigInt(bits) >> BigInt(index)) & 1n) codes.push(code);
  return codes;
}
