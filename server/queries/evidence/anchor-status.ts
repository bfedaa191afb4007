import type { Bilingual } from "../../ledger/codes/bilingual.ts";
import type { AnchorRecord } from "../../ledger/evidence-records.ts";

/** Where an anchor stands: what weighs most for its reader comes first. */
export const ANCHOR_STATUSES = ["SUPERSEDED", "DISPUTED", "ATTESTED", "ANCHORED"] as const;
export type AnchorStatus = (typeof ANCHOR_STATUSES)[number];

export const ANCHOR_STATUS_LABELS: Readonly<Record<AnchorStatus, Bilingual>> = {
  SUPERSEDED: { zh: "已被替换", en: "Superseded" },
  DISPUTED: { zh: "有异议", en: "Disputed" },
  ATTESTED: { zh: "已见证", en: "Attested" },
  ANCHORED: { zh: "已存证", en: "Anchored" },
};

/** Where an anchor stands: disputed while a dispute is open, and for good when one was upheld. */
export function anchorStatus({ superseded, disputes, attestations }: AnchorRecord): AnchorStatus {
  if (superseded !== null) return "SUPERSEDED";
  if (disputes.some(({ result }) => result === "OPEN" || result === "UPHELD")) return "DISPUTED";
  return attestations.length > 0 ? "ATTESTED" : "ANCHORED";
}
