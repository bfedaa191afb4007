import { z } from "zod";
import { PROGRAMME_KINDS } from "../../ledger/codes/programmes.ts";
import { BILINGUAL, DIGEST_TEXT, INSTANT, labelled, PUBLIC_PROVENANCE } from "./basics.ts";

/** A programme. */
export const PROGRAMME_ITEM = z
  .strictObject({
    code: z.string(),
    kind: z.enum(PROGRAMME_KINDS),
    year: z.int(),
    batch: z.int(),
    title: BILINGUAL,
    opensAt: INSTANT,
    closesAt: INSTANT,
    open: z.boolean(),
    closedReason: z.string().nullable(),
    ruleSetDigest: DIGEST_TEXT,
    templateDigest: DIGEST_TEXT,
    labels: labelled("kind"),
    provenance: PUBLIC_PROVENANCE,
  })
  .meta({ id: "ProgrammeItem" });
