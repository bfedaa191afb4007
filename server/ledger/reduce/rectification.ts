import { nameOf } from "../codes/code.ts";
import { VERDICTS } from "../codes/supervision.ts";
import type { EventName } from "../events.ts";
import { changingCase, moving, withInspector, withLast } from "./case-steps.ts";
import { type Handlers, reasonOf } from "./handler.ts";

/** Rectification (责令整改): orders, responses and verdicts. They move the case until a penalty is announced. */
export const rectificationHandlers: Handlers<Extract<EventName, `Rectification${string}`>> = {
  RectificationOrdered: changingCase(({ args, actor, origin }, former) => ({
    ...moving(former, "FINDINGS_ISSUED", "RECTIFYING"),
    ...withInspector(former, actor),
    order: "OPEN",
    round: args.round,
    orders: [
      ...former.orders,
      {
        round: args.round,
        orderedAt: origin.blockTime,
        dueAt: args.dueAt,
        suspendService: args.suspendService,
        orderDigest: args.orderDigest,
        response: null,
        verdict: null,
        lifted: null,
      },
    ],
  })),
  RectificationResponded: changingCase(({ args, origin }, former) => ({
    ...moving(former, "RECTIFYING", "RESPONDED"),
    order: "RESPONDED",
    orders: withLast(former.orders, (order) => ({
      ...order,
      response: { at: origin.blockTime, manifestDigest: args.manifestDigest },
    })),
  })),
  RectificationJudged: changingCase(({ args, actor, origin }, former) => {
    const verdict = nameOf(VERDICTS, args.verdict);
    const judged = { verdict, at: origin.blockTime, by: actor, documentDigest: args.documentDigest };
    return {
      ...(verdict !== "PASS" && moving(former, "RESPONDED", "RECTIFYING")),
      ...withInspector(former, actor),
      order: verdict === "PASS" ? "FULFILLED" : "UNFULFILLED",
      orders: withLast(former.orders, (order) => ({ ...order, verdict: judged })),
    };
  }),
  RectificationLifted: changingCase(({ args, origin }, former) => ({
    order: "LIFTED",
    orders: withLast(former.orders, (order) => ({
      ...order,
      lifted: { at: origin.blockTime, reason: reasonOf(args.reason, args.documentDigest) },
    })),
  })),
};
