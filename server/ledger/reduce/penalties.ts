import { namesOfBits } from "../codes/code.ts";
import { PENALTY_KINDS } from "../codes/supervision.ts";
import type { EventName } from "../events.ts";
import { asciiFromHex } from "../hex.ts";
import type { CaseRecord, PenaltyRecord } from "../supervision-records.ts";
import { changingCase, withInspector, withLast } from "./case-steps.ts";
import { type Handlers, reasonOf } from "./handler.ts";

type PenaltyEvents =
  | Extract<EventName, `Penalty${string}` | `Statement${string}` | `Hearing${string}`>
  | "CaseReferred";

/** Penalties (行政处罚), from the notice to their execution or withdrawal. */
export const penaltyHandlers: Handlers<PenaltyEvents> = {
  PenaltyNoticed: changingCase(({ args: { notice }, actor, origin }, former) => ({
    state: "PENALTY_NOTICED",
    ...withInspector(former, actor),
    penalties: [
      ...former.penalties,
      {
        noticedAt: origin.blockTime,
        kinds: namesOfBits(PENALTY_KINDS, BigInt(notice.kinds)),
        fineFen: notice.fine.toString(),
        fineMinimumFen: notice.fineMinimum.toString(),
        fineMaximumFen: notice.fineMaximum.toString(),
        clause: asciiFromHex(notice.clause),
        statementUntil: notice.statementUntil,
        noticeDigest: notice.noticeDigest,
        statements: [],
        waivedAt: null,
        hearing: "NONE",
        decision: null,
        service: null,
        execution: null,
        withdrawn: null,
      },
    ],
  })),
  StatementReceived: changingCase(({ args, origin }, former) =>
    latest(former, ({ statements }) => ({
      statements: [...statements, { at: origin.blockTime, statementDigest: args.statementDigest }],
    })),
  ),
  StatementWaived: changingCase(({ origin }, former) =>
    latest(former, () => ({ waivedAt: origin.blockTime, hearing: "NONE" })),
  ),
  HearingRequested: changingCase((_, former) => latest(former, () => ({ hearing: "REQUESTED" }))),
  HearingHeld: changingCase((_, former) => latest(former, () => ({ hearing: "HELD" }))),
  PenaltyDecided: changingCase(({ args, actor, origin }, former) => ({
    state: "PENALTY_DECIDED",
    ...latest(former, () => ({
      decision: {
        kinds: namesOfBits(PENALTY_KINDS, BigInt(args.kinds)),
        fineFen: args.fine.toString(),
        at: origin.blockTime,
        by: actor,
        decisionDigest: args.decisionDigest,
      },
    })),
  })),
  PenaltyWaived: changingCase(() => ({ state: "NO_PENALTY" })),
  CaseReferred: changingCase(() => ({ state: "REFERRED" })),
  PenaltyServed: changingCase(({ args, actor }, former) => ({
    state: "PENALTY_SERVED",
    ...withInspector(former, actor),
    ...latest(former, () => ({ service: { servedAt: args.servedAt, payDueAt: args.payDueAt } })),
  })),
  PenaltyExecuted: changingCase(({ args, actor, origin }, former) => ({
    state: "PENALTY_EXECUTED",
    ...withInspector(former, actor),
    ...latest(former, () => ({
      execution: { at: origin.blockTime, paidFen: args.paid.toString(), lateFeeFen: args.lateFee.toString() },
    })),
  })),
  PenaltyWithdrawn: changingCase(({ args, origin }, former) => ({
    state: "PENALTY_WITHDRAWN",
    ...latest(former, () => ({
      withdrawn: { at: origin.blockTime, reason: reasonOf(args.reason, args.decisionDigest) },
    })),
  })),
};

/** The penalties of a case with the latest one changed. */
function latest(
  former: CaseRecord,
  change: (penalty: PenaltyRecord) => Partial<PenaltyRecord>,
): Pick<CaseRecord, "penalties"> {
  return { penalties: withLast(former.penalties, (penalty) => ({ ...penalty, ...change(penalty) })) };
}
