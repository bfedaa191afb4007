import type { Bilingual } from "../../ledger/codes/bilingual.ts";
import type { DigestAlgorithm } from "../../ledger/codes/evidence.ts";
import type { EvidenceRecord } from "../../ledger/evidence-records.ts";
import type { Hex } from "../../ledger/hex.ts";
import { evidencePrefix } from "../../ledger/keys.ts";
import type { Ledger } from "../as-of/ledger.ts";
import { organisationNames } from "../organisation-names.ts";
import { type Page, type PageRequest, takePage } from "../page.ts";
import { type PublicProvenance, publicProvenance } from "../provenance.ts";
import { type EvidenceMeaning, evidenceMeaning } from "./evidence-meaning.ts";

/**
 * One appearance of a digest, as anybody may see it: whoever asks has the document, or its digest. What its submitter stated of its
 * life before, and its size, are metadata of evidence that are not public: they stand with the anchors.
 */
export interface EvidenceItem extends Omit<EvidenceRecord, "provenance" | "size" | "statement"> {
  readonly submitterName: Bilingual | null;
  readonly provenance: PublicProvenance;
}

/** What the ledger says of a digest. */
export interface EvidenceAnswer extends Page<EvidenceItem> {
  readonly algorithm: DigestAlgorithm;
  readonly digest: Hex;
  readonly match: "MATCH" | "NO_MATCH";
  /** How often it appears in all, not only on this page. */
  readonly count: number;
  readonly firstSeen: PublicProvenance | null;
  readonly meaning: EvidenceMeaning;
}

/** Where a digest appears on the ledger, oldest first, and what that shows (核验). */
export async function evidenceByDigest(
  ledger: Ledger,
  question: PageRequest & { readonly algorithm: DigestAlgorithm; readonly digest: Hex },
): Promise<EvidenceAnswer> {
  const { algorithm, digest, after, limit } = question;
  const prefix = evidencePrefix(algorithm, digest);
  let count = 0;
  let first: EvidenceRecord | undefined;
  for await (const [, appearance] of ledger.list("evidence", { prefix })) {
    first ??= appearance;
    count += 1;
  }
  const page = await takePage(ledger.list("evidence", after === undefined ? { prefix } : { prefix, after }), limit);
  const nameOf = await organisationNames(
    ledger,
    page.items.flatMap(({ provenance }) => provenance.actorOrganisation ?? []),
  );
  const firstSeen = first === undefined ? null : publicProvenance(ledger, first.provenance);
  return {
    algorithm,
    digest,
    match: count > 0 ? "MATCH" : "NO_MATCH",
    count,
    firstSeen,
    meaning: evidenceMeaning(firstSeen, ledger.identity.chainId),
    next: page.next,
    items: page.items.map(({ provenance, size: _, statement: __, ...members }) => ({
      ...members,
      submitterName: provenance.actorOrganisation === null ? null : nameOf(provenance.actorOrganisation),
      provenance: publicProvenance(ledger, provenance),
    })),
  };
}
