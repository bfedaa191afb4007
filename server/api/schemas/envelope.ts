import { z } from "zod";
import { COUNT, DIGEST_TEXT, FIELD_TEXT, INSTANT, REGION_TEXT } from "./basics.ts";

/** The mirrored head an answer was given from, and how many blocks it is behind the chain. */
export const HEAD = z
  .strictObject({ number: z.int(), hash: DIGEST_TEXT, time: INSTANT, lagBlocks: COUNT.nullable() })
  .meta({ id: "Head", description: "The mirrored block that the answer was given from" });

/** The part of the ledger that an answer is limited to: the asker's jurisdiction. */
const JURISDICTION = z
  .array(z.strictObject({ region: REGION_TEXT, fields: z.array(FIELD_TEXT).nullable() }))
  .meta({ id: "Jurisdiction", description: "Regions with all they cover; fields null for every field" });

/** What every answer says of the state it was given from. */
export const STANDING = {
  asOf: INSTANT,
  /** The block asked for; null when an instant was, or the present. */
  asOfBlock: z.int().nonnegative().nullable(),
  head: HEAD,
  /** What the answer, its counts and figures as well, is limited to; null when it is not. */
  jurisdiction: JURISDICTION.nullable(),
};

/** Which part of a list an answer holds. */
export const PAGE = z
  .strictObject({ limit: z.int(), next: z.string().nullable() })
  .meta({ id: "Page", description: "next is the cursor of the following page, null on the last one" });
