import { getAddress } from "ethers";
import { ROLES } from "../../../server/ledger/codes/authority.ts";
import { ROLE_LABELS } from "../../../server/ledger/codes/labels.ts";
import { type Address, asciiFromHex } from "../../../server/ledger/hex.ts";
import { type Ledger, withLedger } from "../chain/ledger.ts";
import { readEvents } from "../chain/logs.ts";
import { bindingView, jurisdictionView } from "../chain/views.ts";
import type { Outcome, Session } from "../session.ts";

const EVERY_FIELD = 2n ** 64n - 1n;

/** Who holds which role, and where: whoever was ever given one is asked about at the latest block. */
export async function roleList(session: Session): Promise<Outcome> {
  return withLedger(session, async (ledger) => {
    const given = await readEvents(ledger, { contract: "Authority", events: ["RoleAssigned"] });
    const accounts = [...new Set(given.map(({ subject }) => getAddress(`0x${subject.slice(26)}`) as Address))];
    const codes = await fieldCodes(ledger);
    const roles = (await Promise.all(accounts.map((account) => rolesOf(ledger, account, codes)))).flat();
    const { language } = session;
    const lines = roles.map(
      ({ role, account, organisation, region, fields }) =>
        `${ROLE_LABELS[role][language]}  ${account}  ${organisation ?? "—"}  ${region}  ${fields.join(", ")}`,
    );
    return { json: { roles }, lines };
  });
}

async function rolesOf(ledger: Ledger, account: Address, codes: ReadonlyMap<number, string>) {
  const { organisation } = await bindingView(ledger, account);
  const held = await Promise.all(
    ROLES.map(async (role) => {
      const jurisdiction = await jurisdictionView(ledger, role, account);
      if (jurisdiction === undefined) return [];
      return [
        { role, account, organisation, region: jurisdiction.region, fields: fieldsOfBits(jurisdiction.fields, codes) },
      ];
    }),
  );
  return held.flat();
}

/** The codes of the fields by their index. */
export async function fieldCodes(ledger: Ledger): Promise<Map<number, string>> {
  const events = await readEvents(ledger, { contract: "Authority", events: ["FieldSet"] });
  return new Map(
    events.flatMap((event) => (event.name === "FieldSet" ? [[event.args.index, asciiFromHex(event.args.field)]] : [])),
  );
}

/** The fields of a jurisdiction; `*` is every field, later ones too. */
export function fieldsOfBits(bits: bigint, codes: ReadonlyMap<number, string>): string[] {
  if (bits === EVERY_FIELD) return ["*"];
  return [...codes].flatMap(([index, code]) => ((bits >> BigInt(index)) & 1n ? [code] : []));
}
