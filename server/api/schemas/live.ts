import { z } from "zod";
import { BILINGUAL, DIGEST_TEXT, EVENT_NAME, INSTANT, PILOT_TEXT, PUBLIC_PROVENANCE } from "./basics.ts";

const BLOCK = z
  .strictObject({ number: z.int().nonnegative(), hash: DIGEST_TEXT, time: INSTANT })
  .meta({ id: "Block", description: "A block of the chain" });

/** That blocks were replaced. */
export const REORGANISED = z.strictObject({ from: z.int().nonnegative(), standing: BLOCK.nullable() }).meta({
  id: "Reorganised",
  description:
    "All that was told of blocks from `from` on is void; what the chain has there now follows. standing is the last block before",
});

/** That everything up to a head was told. */
export const CURRENT = z
  .strictObject({ head: BLOCK })
  .meta({ id: "Current", description: "Everything up to this block was told" });

/** That a stream ends, and why. */
export const STREAM_END = z.strictObject({ code: z.string(), detail: BILINGUAL }).meta({
  id: "StreamEnd",
  description: "SERVER_ENDS, or the code of the problem that a question would be refused with",
});

/** An event as anybody is told of it. */
export const PUBLIC_EVENT = z
  .strictObject({
    code: PILOT_TEXT,
    event: EVENT_NAME,
    label: BILINGUAL,
    at: INSTANT,
    provenance: PUBLIC_PROVENANCE.omit({ event: true, actor: true, actorOrganisation: true }),
  })
  .meta({ id: "PublicEvent", description: "That something about a pilot became another: what happened, not by whom" });
