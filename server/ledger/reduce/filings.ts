import { nameOf } from "../codes/code.ts";
import { FILING_FORMS, type FilingState } from "../codes/supervision.ts";
import type { EventName, LedgerEvent } from "../events.ts";
import type { Hex } from "../hex.ts";
import { unpackPilotId } from "../ids.ts";
import type { FilingRecord } from "../supervision-records.ts";
import { bilingualOr, parseText } from "../text.ts";
import { type Draft, type Handler, type Handlers, recordedBy } from "./handler.ts";
import { passage } from "./passages.ts";

type FilingEvents = Extract<EventName, `Filing${string}`>;

/** Service filings (区块链信息服务备案), one for each pilot that needs it. */
export const filingHandlers: Handlers<FilingEvents> = {
  FilingOpened: {
    reads: ({ subject }) => [{ kind: "filing", id: unpackPilotId(subject) }],
    apply: ({ args, subject }, draft) => {
      const pilot = unpackPilotId(subject);
      const former = draft.find("filing", pilot);
      draft.put("filing", pilot, {
        pilot,
        state: "PENDING",
        form: nameOf(FILING_FORMS, args.form),
        name: nameIn(args.text, pilot),
        serviceStartAt: args.serviceStartAt,
        dueAt: args.dueAt,
        number: null,
        filedAt: null,
        states: [...(former?.states ?? []), passage(draft, "PENDING")],
        ...recordedBy(draft.provenance),
        ...(former && { created: former.created }),
      });
    },
  },
  FilingSubmitted: entering("SUBMITTED"),
  FilingRecorded: entering("FILED", ({ args }) => ({ number: args.number, filedAt: args.filedAt })),
  FilingRefused: entering("REFUSED"),
  FilingChangeDeclared: entering("CHANGE_DUE", ({ args }) => ({ dueAt: args.dueAt })),
  FilingChanged: entering("FILED", ({ args, subject }) => ({
    form: nameOf(FILING_FORMS, args.form),
    name: nameIn(args.text, unpackPilotId(subject)),
  })),
  FilingCheckCalled: entering("CHECK_DUE", ({ args }) => ({ dueAt: args.dueAt })),
  FilingChecked: entering("FILED"),
  FilingCancellationDeclared: entering("CANCELLING", ({ args }) => ({ dueAt: args.stopAt })),
  FilingCancelled: entering("CANCELLED"),
  FilingRevoked: entering("REVOKED"),
};

/** The handler of an event that moves a filing into `state`; what was due is done, unless `members` says otherwise. */
function entering<Name extends FilingEvents>(
  state: FilingState,
  members: (event: LedgerEvent<Name>) => Partial<FilingRecord> = () => ({}),
): Handler<Name> {
  return {
    reads: ({ subject }) => [{ kind: "filing", id: unpackPilotId(subject) }],
    apply: (event, draft: Draft) => {
      const pilot = unpackPilotId(event.subject);
      const { states } = draft.get("filing", pilot);
      const reached = passage(draft, state, event.args as { reason?: Hex; documentDigest?: Hex });
      draft.update("filing", pilot, { dueAt: null, ...members(event), state, states: [...states, reached] });
    },
  };
}

function nameIn(text: string, fallback: string): FilingRecord["name"] {
  return bilingualOr(parseText(text)?.name, fallback);
}
