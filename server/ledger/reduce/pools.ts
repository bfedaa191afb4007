import type { LedgerEvent } from "../events.ts";
import { asciiFromHex, type Hex } from "../hex.ts";
import { membershipId } from "../keys.ts";
import type { Reason } from "../provenance.ts";
import type { RecordKey } from "../records.ts";
import type { MembershipRecord } from "../statistics-records.ts";
import { bilingualOr, parseText } from "../text.ts";
import { unpackUscc } from "../uscc.ts";
import { type Draft, type Handlers, reasonOf, recordedBy } from "./handler.ts";

type Movements = "EnterpriseNominated" | "EnterpriseAdmitted" | "EnterpriseGraduated" | "EnterpriseRemoved";

/** Enterprise pools and who is in them. */
export const poolHandlers: Handlers<"PoolOpened" | Movements> = {
  PoolOpened: {
    reads: () => [],
    apply: ({ args, subject }, draft) => {
      const code = asciiFromHex(subject);
      draft.put("pool", code, {
        code,
        region: String(args.region),
        name: bilingualOr(parseText(args.text)?.name, code),
        ...recordedBy(draft.provenance),
      });
    },
  },
  EnterpriseNominated: {
    reads: membershipKey,
    apply: (event, draft) => move(event, draft, "NOMINATED", null, event.args.documentDigest),
  },
  EnterpriseAdmitted: {
    reads: membershipKey,
    apply: (event, draft) => move(event, draft, "IN_POOL", null, event.args.decisionDigest),
  },
  EnterpriseGraduated: {
    reads: membershipKey,
    apply: (event, draft) =>
      move(event, draft, "GRADUATED", reasonOf(event.args.reason, event.args.documentDigest), null),
  },
  EnterpriseRemoved: {
    reads: membershipKey,
    apply: (event, draft) =>
      move(event, draft, "REMOVED", reasonOf(event.args.reason, event.args.documentDigest), null),
  },
};

function move(
  event: LedgerEvent<Movements>,
  draft: Draft,
  state: MembershipRecord["state"],
  reason: Reason | null,
  documentDigest: Hex | null,
): void {
  const pool = asciiFromHex(event.subject);
  const enterprise = unpackUscc(event.args.enterprise);
  const id = membershipId(pool, enterprise);
  const known = draft.find("membership", id);
  draft.put("membership", id, {
    pool,
    enterprise,
    state,
    moves: [...(known?.moves ?? []), { state, at: event.origin.blockTime, by: event.actor, reason, documentDigest }],
    created: known?.created ?? draft.provenance,
    updated: draft.provenance,
  });
}

function membershipKey({ subject, args }: LedgerEvent<Movements>): RecordKey[] {
  return [{ kind: "membership", id: membershipId(asciiFromHex(subject), unpackUscc(args.enterprise)) }];
}
