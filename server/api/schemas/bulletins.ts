import { z } from "zod";
import { DIGEST_ALGORITHMS } from "../../ledger/codes/evidence.ts";
import { BULLETIN_PARTS, BULLETIN_STATES } from "../../ledger/codes/statistics.ts";
import {
  ADDRESS,
  BILINGUAL,
  COUNT,
  DECIMAL,
  DIGEST_TEXT,
  INSTANT,
  labelled,
  PUBLIC_PROVENANCE,
  REGION_TEXT,
  USCC_TEXT,
} from "./basics.ts";

const ALGORITHM = z.enum(DIGEST_ALGORITHMS).exclude(["none"]);

/** A statistics bulletin. */
export const BULLETIN_ITEM = z
  .strictObject({
    code: z.string(),
    period: z.string(),
    region: REGION_TEXT,
    number: z.int(),
    title: BILINGUAL,
    scope: BILINGUAL.nullable(),
    state: z.enum(BULLETIN_STATES),
    issuers: z.array(
      z.strictObject({
        organisation: USCC_TEXT,
        name: BILINGUAL.nullable(),
        signedAt: INSTANT.nullable(),
        signedBy: ADDRESS.nullable(),
      }),
    ),
    threshold: COUNT,
    signatures: COUNT,
    asOfBlock: z.int(),
    asOfBlockHash: DIGEST_TEXT,
    hashChecked: z.boolean(),
    files: z.array(
      z.strictObject({ part: z.enum(BULLETIN_PARTS), algorithm: ALGORITHM, digest: DIGEST_TEXT, size: DECIMAL }),
    ),
    publishedAt: INSTANT.nullable(),
    supersededBy: z.string().nullable(),
    supersededReason: z.string().nullable(),
    labels: labelled("state"),
    provenance: PUBLIC_PROVENANCE,
  })
  .meta({ id: "BulletinItem" });

/** What came of making a bulletin's dataset anew. */
export const REPRODUCTION = z
  .strictObject({
    bulletin: z.string(),
    asOfBlock: z.int(),
    blockHash: z.strictObject({
      stated: DIGEST_TEXT,
      mirrored: DIGEST_TEXT.nullable(),
      matches: z.boolean().nullable(),
    }),
    algorithm: ALGORITHM.nullable(),
    anchored: DIGEST_TEXT.nullable(),
    reproduced: DIGEST_TEXT.nullable(),
    result: z.enum(["MATCH", "MISMATCH", "NO_DATASET", "UNSUPPORTED"]),
    dataset: z.string(),
  })
  .meta({ id: "Reproduction" });
