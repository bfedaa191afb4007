import { z } from "zod";
import { PENALTY_KINDS } from "../../ledger/codes/supervision.ts";
import { BILINGUAL, DECIMAL, DIGEST_TEXT, FIELD_TEXT, INSTANT, PILOT_TEXT, REGION_TEXT, USCC_TEXT } from "./basics.ts";
import { MILESTONE_STATE } from "./milestones.ts";
import { PILOT_STATE, STAGE } from "./pilots.ts";

/** A pilot as anybody sees it in a list. */
export const PUBLIC_PILOT_ITEM = z
  .strictObject({
    code: PILOT_TEXT,
    title: BILINGUAL,
    field: FIELD_TEXT,
    region: REGION_TEXT,
    lead: USCC_TEXT,
    leadName: BILINGUAL.nullable(),
    state: PILOT_STATE,
    stage: STAGE,
  })
  .meta({ id: "PublicPilotItem" });

/** A pilot as anybody sees it. */
export const PUBLIC_PILOT = z
  .strictObject({
    ...PUBLIC_PILOT_ITEM.shape,
    milestones: z.array(
      z.strictObject({ code: z.string(), state: MILESTONE_STATE, manifestDigests: z.array(DIGEST_TEXT) }),
    ),
    applicationDigest: DIGEST_TEXT,
    filing: z.strictObject({ number: z.string(), note: BILINGUAL }).nullable(),
    penalties: z.array(
      z.strictObject({
        case: z.string(),
        kinds: z.array(z.enum(PENALTY_KINDS)),
        fineFen: DECIMAL,
        decidedAt: INSTANT,
        decisionDigest: DIGEST_TEXT,
      }),
    ),
  })
  .meta({ id: "PublicPilot" });
