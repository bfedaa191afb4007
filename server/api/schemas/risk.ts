import { z } from "zod";
import { SIGNAL_CODES, type SignalCode } from "../../ledger/codes/signals.ts";
import { RISK_LEVELS } from "../../ledger/codes/supervision.ts";
import { BILINGUAL, COUNT, INSTANT, labelled, PILOT_BRIEF, PUBLIC_PROVENANCE } from "./basics.ts";

const RISK_LEVEL = z.enum(RISK_LEVELS).meta({ id: "RiskLevel", description: "NONE where no rating is in force" });

const SIGNAL = z
  .strictObject({
    code: z.enum(SIGNAL_CODES as [SignalCode, ...SignalCode[]]),
    label: BILINGUAL,
    score: COUNT,
    events: z.array(PUBLIC_PROVENANCE),
  })
  .meta({ id: "Signal", description: "Something that speaks for a risk, and the events that it follows from" });

/** How a running pilot is rated, and what speaks for which level. */
export const RISK_ITEM = z
  .strictObject({
    ...PILOT_BRIEF,
    rated: RISK_LEVEL,
    ratedAt: INSTANT.nullable(),
    validUntil: INSTANT.nullable(),
    expired: z.boolean(),
    previous: RISK_LEVEL,
    score: COUNT,
    suggested: RISK_LEVEL,
    disagreement: COUNT.nullable(),
    signals: z.array(SIGNAL),
    labels: labelled("rated", "suggested", "previous"),
  })
  .meta({ id: "RiskItem" });
