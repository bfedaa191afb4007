import { z } from "zod";
import {
  DIGEST_ALGORITHMS,
  EVIDENCE_CERTIFICATIONS,
  EVIDENCE_GENERATIONS,
  EVIDENCE_KINDS,
  EVIDENCE_SOURCES,
  EVIDENCE_STORAGES,
} from "../../ledger/codes/evidence.ts";
import { BILINGUAL, COUNT, DECIMAL, DIGEST_TEXT, PILOT_TEXT, PUBLIC_PROVENANCE } from "./basics.ts";

const ALGORITHM = z.enum(DIGEST_ALGORITHMS).exclude(["none"]);

/** An appearance of a digest on the ledger. */
export const EVIDENCE_ITEM = z
  .strictObject({
    algorithm: ALGORITHM,
    digest: DIGEST_TEXT,
    use: z.enum(["EVIDENCE", "MANIFEST", "DOCUMENT"]),
    kind: z.enum(EVIDENCE_KINDS),
    pilot: PILOT_TEXT.nullable(),
    milestone: z.string().nullable(),
    revision: z.int().nullable(),
    size: DECIMAL.nullable(),
    statement: z
      .strictObject({
        source: z.enum(EVIDENCE_SOURCES),
        generation: z.enum(EVIDENCE_GENERATIONS),
        storage: z.enum(EVIDENCE_STORAGES),
        certification: z.enum(EVIDENCE_CERTIFICATIONS),
      })
      .nullable(),
    submitterName: BILINGUAL.nullable(),
    provenance: PUBLIC_PROVENANCE,
  })
  .meta({ id: "EvidenceItem" });

/** What an answer about a digest says beside its appearances. */
export const EVIDENCE_ANSWER = {
  algorithm: ALGORITHM,
  digest: DIGEST_TEXT,
  match: z.enum(["MATCH", "NO_MATCH"]),
  count: COUNT,
  firstSeen: PUBLIC_PROVENANCE.nullable(),
  meaning: z
    .strictObject({ proves: z.array(BILINGUAL), doesNotProve: z.array(BILINGUAL), basis: BILINGUAL })
    .meta({ id: "EvidenceMeaning" }),
};
