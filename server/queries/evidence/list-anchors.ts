import { anchorId, batchId } from "../../ledger/anchor-id.ts";
import type { Bilingual } from "../../ledger/codes/bilingual.ts";
import type { EvidenceKind } from "../../ledger/codes/evidence.ts";
import { EVIDENCE_KIND_LABELS } from "../../ledger/codes/labels.ts";
import type { EventArguments } from "../../ledger/events.ts";
import type { AnchorRecord, EvidenceRecord } from "../../ledger/evidence-records.ts";
import type { Hex } from "../../ledger/hex.ts";
import { eventId } from "../../ledger/keys.ts";
import type { EventRecord } from "../../ledger/records.ts";
import { statementOf } from "../../ledger/reduce/evidence.ts";
import type { Ledger } from "../as-of/ledger.ts";
import { eventsByName } from "../events-by-name.ts";
import { type LabelsOf, labelsOf } from "../labels.ts";
import { organisationNames } from "../organisation-names.ts";
import { type Page, type PageRequest, takePage } from "../page.ts";
import { liesIn, type PilotBrief, type PlaceFilter, pilotBriefs } from "../pilot-brief.ts";
import { type PublicProvenance, publicProvenance } from "../provenance.ts";
import { ANCHOR_STATUS_LABELS, type AnchorStatus, anchorStatus } from "./anchor-status.ts";

/** Evidence that was anchored on its own (存证), with who attested it and who disputes it. */
export interface AnchorItem extends Omit<AnchorRecord, "created" | "updated" | "pilot">, PilotBrief {
  readonly submitterName: Bilingual | null;
  /** Bytes of the document, in decimal text; null of a batch. */
  readonly size: string | null;
  /** What its submitter stated of its life before it was anchored. */
  readonly statement: NonNullable<EvidenceRecord["statement"]>;
  readonly status: AnchorStatus;
  readonly anchoredAt: number;
  readonly labels: LabelsOf<"kind" | "status">;
  /** The event that anchored it. */
  readonly provenance: PublicProvenance;
}

/** Which anchors are asked for. */
export interface AnchorFilter extends PlaceFilter {
  readonly kind?: readonly EvidenceKind[] | undefined;
  readonly status?: readonly AnchorStatus[] | undefined;
  /** Only those that somebody attested, or only those that nobody did. */
  readonly attested?: boolean | undefined;
  /** Anchored at this instant or later, Unix seconds. */
  readonly from?: number | undefined;
  /** Anchored before this instant, Unix seconds. */
  readonly to?: number | undefined;
}

/** What the events that anchor say: of a document, `item` and `size`; of a batch, `root` and `algorithm`. */
interface Anchoring {
  readonly milestone: number;
  readonly item?: { readonly algorithm: number; readonly digest: Hex };
  readonly size?: string | number;
  readonly root?: Hex;
  readonly algorithm?: number;
  readonly provenance: EventArguments["EvidenceAnchored"]["provenance"];
}

interface Found {
  readonly anchor: AnchorRecord;
  readonly said: Anchoring;
}

/** The anchors that satisfy a filter, in the order of the chain. */
export async function listAnchors(
  ledger: Ledger,
  { filter, after, limit }: PageRequest & { readonly filter: AnchorFilter },
): Promise<Page<AnchorItem>> {
  const { items, next } = await takePage(anchorsThatSatisfy(ledger, filter, after), limit);
  const briefOf = await pilotBriefs(
    ledger,
    items.map(({ anchor }) => anchor.pilot),
  );
  const nameOf = await organisationNames(
    ledger,
    items.flatMap(({ anchor }) => anchor.created.actorOrganisation ?? []),
  );
  return {
    next,
    items: items.map(({ anchor, said }) => {
      const { created, updated: _, ...members } = anchor;
      const { kind } = members;
      const status = anchorStatus(anchor);
      const submitter = created.actorOrganisation;
      return {
        ...members,
        ...briefOf(anchor.pilot),
        submitterName: submitter === null ? null : nameOf(submitter),
        size: said.size === undefined ? null : String(said.size),
        statement: statementOf(said.provenance),
        status,
        anchoredAt: created.blockTime,
        labels: labelsOf({ kind: EVIDENCE_KIND_LABELS, status: ANCHOR_STATUS_LABELS }, { kind, status }),
        provenance: publicProvenance(ledger, created),
      };
    }),
  };
}

async function* anchorsThatSatisfy(
  ledger: Ledger,
  filter: AnchorFilter,
  after: string | undefined,
): AsyncGenerator<readonly [id: string, found: Found]> {
  const names = ["EvidenceAnchored", "EvidenceBatchAnchored"] as const;
  for await (const [id, event] of eventsByName(ledger, { names, pilot: filter.pilot, after })) {
    const said = event.args as unknown as Anchoring;
    const anchor = await ledger.get("anchor", idOfAnchored(event, said));
    if (anchor !== undefined && eventId(anchor.created) === id && satisfies(anchor, filter))
      yield [id, { anchor, said }];
  }
}

function satisfies(anchor: AnchorRecord, filter: AnchorFilter): boolean {
  const { kind, status, attested, from, to } = filter;
  const { pilot, created, attestations } = anchor;
  if (!liesIn(pilot, filter)) return false;
  if (kind !== undefined && !kind.includes(anchor.kind)) return false;
  if (status !== undefined && !status.includes(anchorStatus(anchor))) return false;
  if (attested !== undefined && attested !== attestations.length > 0) return false;
  if (from !== undefined && created.blockTime < from) return false;
  return to === undefined || created.blockTime < to;
}

/** What the contracts call the evidence that an event anchored. */
function idOfAnchored({ subject, provenance }: EventRecord, { milestone, item, root, algorithm }: Anchoring): Hex {
  const of = { pilot: subject, milestone, submitter: provenance.actor };
  if (item !== undefined) return anchorId({ ...of, algorithm: item.algorithm, digest: item.digest });
  return batchId({ ...of, algorithm: algorithm ?? 0, digest: root ?? "0x" });
}
