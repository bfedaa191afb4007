import { nameOf } from "../codes/code.ts";
import { COMPLAINT_CHANNELS, type ComplaintState } from "../codes/supervision.ts";
import { unpackDossierId } from "../dossiers.ts";
import type { EventName } from "../events.ts";
import type { Hex } from "../hex.ts";
import { unpackPilotId } from "../ids.ts";
import type { ComplaintRecord } from "../supervision-records.ts";
import { type Draft, type Handler, type Handlers, recordedBy } from "./handler.ts";
import { dossierKey, passage } from "./passages.ts";

type ComplaintEvents = Extract<EventName, `Complaint${string}`>;

/** Complaints (投诉举报). */
export const complaintHandlers: Handlers<ComplaintEvents> = {
  ComplaintReceived: {
    reads: () => [],
    apply: ({ args, subject }, draft) => {
      const code = unpackDossierId(args.complaint);
      draft.put("complaint", code, {
        code,
        pilot: unpackPilotId(subject),
        channel: nameOf(COMPLAINT_CHANNELS, args.channel),
        documentDigest: args.documentDigest,
        state: "RECEIVED",
        case: null,
        states: [passage(draft, "RECEIVED")],
        ...recordedBy(draft.provenance),
      });
    },
  },
  ComplaintAccepted: entering("ACCEPTED"),
  ComplaintRejected: entering("REJECTED"),
  ComplaintAnswered: entering("ANSWERED"),
};

/** Moves a complaint into a state. */
export function enterComplaint(
  draft: Draft,
  code: string,
  state: ComplaintState,
  args: { reason?: Hex; documentDigest?: Hex } = {},
  members: Partial<ComplaintRecord> = {},
): void {
  const { states } = draft.get("complaint", code);
  draft.update("complaint", code, { ...members, state, states: [...states, passage(draft, state, args)] });
}

function entering<Name extends Exclude<ComplaintEvents, "ComplaintReceived">>(state: ComplaintState): Handler<Name> {
  return {
    reads: ({ args }) => [dossierKey("complaint", (args as { complaint: Hex }).complaint)],
    apply: ({ args }, draft) => {
      const { complaint, ...reasons } = args as { complaint: Hex; reason?: Hex; documentDigest?: Hex };
      enterComplaint(draft, unpackDossierId(complaint), state, reasons);
    },
  };
}
