import { ROLES } from "../../../server/ledger/codes/authority.ts";
import { ROLE_LABELS } from "../../../server/ledger/codes/labels.ts";
import type { Address } from "../../../server/ledger/hex.ts";
import { shanghaiTime } from "../../../server/ledger/refusals/wording.ts";
import { withLedger } from "../chain/ledger.ts";
import { bindingView, jurisdictionView } from "../chain/views.ts";
import type { Outcome, Session } from "../session.ts";
import { fieldCodes, fieldsOfBits } from "./role-list.ts";

/** An account: its organisation, whether it may act, and its roles. */
export async function accountStatus(session: Session, address: Address): Promise<Outcome> {
  return withLedger(session, async (ledger) => {
    const binding = await bindingView(ledger, address);
    const codes = await fieldCodes(ledger);
    const held = await Promise.all(
      ROLES.map(async (role) => {
        const jurisdiction = await jurisdictionView(ledger, role, address);
        return jurisdiction === undefined
          ? []
          : [{ role, region: jurisdiction.region, fields: fieldsOfBits(jurisdiction.fields, codes) }];
      }),
    );
    const roles = held.flat();
    const { language } = session;
    const zh = language === "zh";
    const organisation = binding.organisation ?? (zh ? "未绑定单位" : "bound to no organisation");
    const revoked =
      binding.revokedAt === null ? "" : ` · ${zh ? "停用于" : "revoked"} ${shanghaiTime(binding.revokedAt)}`;
    return {
      json: { address, ...binding, roles },
      lines: [
        `${address}  ${organisation}${revoked}`,
        ...roles.map(
          ({ role, region, fields }) => `  ${ROLE_LABELS[role][language]} · ${region} · ${fields.join(", ")}`,
        ),
      ],
    };
  });
}
