import { z } from "zod";
import { COUNT, DIGEST_TEXT, INSTANT } from "./basics.ts";

/** The mirrored head an answer was given from, and how many blocks it is behind the chain. */
export const HEAD = z
  .strictObject({ number: z.int(), hash: DIGEST_TEXT, time: INSTANT, lagBlocks: COUNT.nullable() })
  .meta({ id: "Head", description: "The mirrored block that the answer was given from" });

/** What every answer says of the state it was given from. */
export const STANDING = {
  asOf: INSTANT,
  /** The block asked for; null when an instant was, or the present. */
  asOfBlock: z.int().nonnegative().nullable(),
  head: HEAD,
};

/** Which part of a list an answer holds. */
export const PAGE = z
  .strictObject({ limit: z.int(), next: z.string().nullable() })
  .meta({ id: "Page", description: "next is the cursor of the following page, null on the last one" });
