import type { Bilingual } from "../../../server/ledger/codes/bilingual.ts";
import type { Hex } from "../../../server/ledger/hex.ts";
import { bilingualOr, parseText } from "../../../server/ledger/text.ts";
import { packUscc, type Uscc } from "../../../server/ledger/uscc.ts";
import type { Ledger } from "./ledger.ts";
import { readEvents } from "./logs.ts";

/** The journal stream of an organisation: its code at the left of 32 bytes. */
export function organisationSubject(organisation: Uscc): Hex {
  return `0x${packUscc(organisation).slice(2).padEnd(64, "0")}`;
}

/** An organisation's name by its latest particulars on the chain; its code when it has none. */
export async function organisationName(ledger: Ledger, organisation: Uscc): Promise<Bilingual> {
  const subject = organisationSubject(organisation);
  const events = await readEvents(ledger, {
    contract: "Authority",
    events: ["OrganisationRegistered", "OrganisationUpdated"],
    subject,
  });
  const latest = events.at(-1);
  const text = latest !== undefined && "text" in latest.args ? latest.args.text : "";
  return bilingualOr(parseText(text)?.name, organisation);
}
