import { nameOf, numberOf } from "../codes/code.ts";
import {
  DIGEST_ALGORITHMS,
  type DigestAlgorithm,
  EVIDENCE_CERTIFICATIONS,
  EVIDENCE_GENERATIONS,
  EVIDENCE_KINDS,
  EVIDENCE_SOURCES,
  EVIDENCE_STORAGES,
} from "../codes/evidence.ts";
import type { ContractName } from "../contracts.ts";
import type { EventArguments, EventName, LedgerEvent } from "../events.ts";
import type { EvidenceRecord } from "../evidence-records.ts";
import { type Hex, ZERO_BYTES32 } from "../hex.ts";
import { formatMilestoneCode, type PilotCode, unpackPilotId } from "../ids.ts";
import { eventId, evidenceId } from "../keys.ts";
import type { Draft } from "./handler.ts";

type Appearance = Omit<EvidenceRecord, "provenance">;

/** Members of events that hold the SHA-256 digest of a list of files. */
const MANIFEST_MEMBERS = ["manifestDigest", "applicationDigest", "archiveDigest", "listDigest"] as const;

/** Members of events that hold the SHA-256 digest of a paper the act refers to. */
const DOCUMENT_MEMBERS = [
  "documentDigest",
  "decisionDigest",
  "certificateDigest",
  "opinionDigest",
  "consentDigest",
  "statementDigest",
  "evidenceDigest",
  "ruleSetDigest",
  "templateDigest",
  "orderDigest",
  "recordDigest",
  "reportDigest",
  "noticeDigest",
  "evidenceDigest",
] as const;

/** Enters every digest that an event names, whatever the event is about, so that any file can be looked up. */
export function putDigests(event: LedgerEvent, draft: Draft): void {
  const found = appearances(event);
  if (found.length === 0) return;
  const place = eventId(draft.provenance);
  found.forEach((appearance, index) => {
    const id = evidenceId(appearance.algorithm, appearance.digest, place, index);
    draft.put("evidence", id, { ...appearance, provenance: draft.provenance });
  });
}

function appearances(event: LedgerEvent): Appearance[] {
  const args = event.args as Readonly<Record<string, unknown>>;
  const pilot = isAboutPilot(event) ? unpackPilotId(event.subject) : null;
  const place = placeOf(pilot, args);
  const found: Appearance[] = [];
  const add = (
    members: readonly string[],
    use: EvidenceRecord["use"],
    said: Readonly<Record<string, unknown>> = args,
  ) => {
    for (let at = 0; at < members.length; at++) {
      const digest = said[members[at] ?? ""];
      if (typeof digest !== "string" || digest === ZERO_BYTES32) continue;
      found.push({
        ...place,
        algorithm: "sha256",
        digest: digest as Hex,
        use,
        kind: "NONE",
        size: null,
        statement: null,
      });
    }
  };
  add(MANIFEST_MEMBERS, "MANIFEST");
  add(DOCUMENT_MEMBERS, "DOCUMENT");
  if (event.name === "DrawCommitted") add(MANIFEST_MEMBERS, "MANIFEST", { ...event.args.commitment });
  if (event.name === "CaseOpened") add(DOCUMENT_MEMBERS, "DOCUMENT", { ...event.args.opening });
  if (event.name === "PenaltyNoticed") add(DOCUMENT_MEMBERS, "DOCUMENT", { ...event.args.notice });
  if (event.name === "FindingsIssued") {
    for (const finding of event.args.findings) add(DOCUMENT_MEMBERS, "DOCUMENT", { ...finding });
  }
  if (event.name === "MilestoneSubmitted") {
    for (const item of event.args.evidence) found.push({ ...place, ...document(item), size: null, statement: null });
  }
  if (event.name === "EvidenceAnchored") {
    const { item, size, provenance } = event.args;
    found.push({ ...place, ...document(item), size: size.toString(), statement: statementOf(provenance) });
  }
  if (event.name === "BulletinFileAnchored") {
    const { file } = event.args;
    const kind = numberOf(EVIDENCE_KINDS, "BULLETIN");
    found.push({ ...place, ...document({ ...file, kind }), size: file.size.toString(), statement: null });
  }
  return found;
}

/** The contracts whose records are about pilots, and their events that are not. */
const ABOUT_PILOTS: ReadonlySet<ContractName> = new Set([
  "PilotLedger",
  "EvidenceLedger",
  "ServiceLedger",
  "SupervisionLedger",
]);
const ABOUT_OTHERS: ReadonlySet<EventName> = new Set([
  "ProgrammeOpened",
  "ProgrammeClosed",
  "SupervisionSet",
  "DrawCommitted",
  "DrawMade",
]);

function isAboutPilot(event: LedgerEvent): boolean {
  return ABOUT_PILOTS.has(event.contractName) && !ABOUT_OTHERS.has(event.name);
}

function placeOf(
  pilot: PilotCode | null,
  args: Readonly<Record<string, unknown>>,
): Pick<EvidenceRecord, "pilot" | "milestone" | "revision"> {
  const number = typeof args.milestone === "number" && args.milestone > 0 ? args.milestone : null;
  return {
    pilot,
    milestone: pilot === null || number === null ? null : formatMilestoneCode(pilot, number),
    revision: typeof args.revision === "number" ? args.revision : null,
  };
}

function document(
  item: EventArguments["EvidenceAnchored"]["item"],
): Pick<EvidenceRecord, "algorithm" | "digest" | "use" | "kind"> {
  return {
    algorithm: nameOf(DIGEST_ALGORITHMS, item.algorithm) as DigestAlgorithm,
    digest: item.digest,
    use: "EVIDENCE",
    kind: nameOf(EVIDENCE_KINDS, item.kind),
  };
}

/** The submitter's statement on a record's life before it was anchored, in the words of the codes. */
export function statementOf(
  provenance: EventArguments["EvidenceAnchored"]["provenance"],
): NonNullable<EvidenceRecord["statement"]> {
  return {
    source: nameOf(EVIDENCE_SOURCES, provenance.source),
    generation: nameOf(EVIDENCE_GENERATIONS, provenance.generation),
    storage: nameOf(EVIDENCE_STORAGES, provenance.storedIn),
    certification: nameOf(EVIDENCE_CERTIFICATIONS, provenance.certification),
  };
}
