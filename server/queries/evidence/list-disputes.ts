import type { DigestAlgorithm, DisputeCapacity, DisputeResult } from "../../ledger/codes/evidence.ts";
import { DISPUTE_CAPACITY_LABELS, DISPUTE_RESULT_LABELS } from "../../ledger/codes/labels.ts";
import type { AnchorRecord, DisputeRecord } from "../../ledger/evidence-records.ts";
import type { Hex } from "../../ledger/hex.ts";
import type { Provenance } from "../../ledger/provenance.ts";
import type { Ledger } from "../as-of/ledger.ts";
import { eventsByName } from "../events-by-name.ts";
import { type LabelsOf, labelsOf } from "../labels.ts";
import { type Page, type PageRequest, takePage } from "../page.ts";
import { liesIn, type PilotBrief, type PlaceFilter, withBriefs } from "../pilot-brief.ts";
import { type PublicProvenance, publicProvenance } from "../provenance.ts";

/** A dispute of evidence (存证异议), and what became of it. */
export interface DisputeItem extends DisputeRecord, PilotBrief {
  /** The anchor's id. */
  readonly evidence: Hex;
  readonly algorithm: DigestAlgorithm;
  readonly digest: Hex;
  /** Whole days until it was resolved, or until now while it is open. */
  readonly ageDays: number;
  readonly labels: LabelsOf<"capacity" | "result">;
  /** The event that raised it. */
  readonly provenance: PublicProvenance;
}

/** Which disputes are asked for. */
export interface DisputeFilter extends PlaceFilter {
  readonly result?: readonly DisputeResult[] | undefined;
  readonly capacity?: readonly DisputeCapacity[] | undefined;
  /** Raised at this instant or later, Unix seconds. */
  readonly from?: number | undefined;
  /** Raised before this instant, Unix seconds. */
  readonly to?: number | undefined;
}

/** A dispute with its evidence and the event that raised it. */
interface RaisedDispute {
  readonly anchor: AnchorRecord;
  readonly dispute: DisputeRecord;
  readonly raised: Provenance;
}

const DAY = 86_400;

/** The disputes of evidence that satisfy a filter, in the order they were raised. */
export async function listDisputes(
  ledger: Ledger,
  { filter, after, limit }: PageRequest & { readonly filter: DisputeFilter },
): Promise<Page<DisputeItem>> {
  const page = await takePage(disputesThatSatisfy(ledger, filter, after), limit);
  const pilotOf = ({ anchor }: RaisedDispute) => anchor.pilot;
  return withBriefs(ledger, page, pilotOf, ({ anchor, dispute, raised }, brief) => {
    const { capacity, result } = dispute;
    const until = dispute.resolved?.at ?? ledger.asOf;
    return {
      ...dispute,
      ...brief,
      evidence: anchor.id,
      algorithm: anchor.algorithm,
      digest: anchor.digest,
      ageDays: Math.floor((until - dispute.raisedAt) / DAY),
      labels: labelsOf({ capacity: DISPUTE_CAPACITY_LABELS, result: DISPUTE_RESULT_LABELS }, { capacity, result }),
      provenance: publicProvenance(ledger, raised),
    };
  });
}

/** The disputes that satisfy a filter, each under the id of the event that raised it. */
export async function* disputesThatSatisfy(
  ledger: Ledger,
  filter: DisputeFilter,
  after?: string,
): AsyncGenerator<readonly [id: string, raised: RaisedDispute]> {
  const { pilot, result, capacity, from = 0, to = Number.MAX_SAFE_INTEGER } = filter;
  for await (const [id, event] of eventsByName(ledger, { names: ["EvidenceDisputed"], pilot, after })) {
    const { evidence, number } = event.args as { readonly evidence: Hex; readonly number: number };
    const anchor = await ledger.get("anchor", evidence);
    const dispute = anchor?.disputes.find((one) => one.number === number);
    if (anchor === undefined || dispute === undefined || !liesIn(anchor.pilot, filter)) continue;
    if (result !== undefined && !result.includes(dispute.result)) continue;
    if (capacity !== undefined && !capacity.includes(dispute.capacity)) continue;
    if (dispute.raisedAt >= from && dispute.raisedAt < to) yield [id, { anchor, dispute, raised: event.provenance }];
  }
}
