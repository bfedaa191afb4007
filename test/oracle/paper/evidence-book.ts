import { anchorId, batchId } from "../../../server/ledger/anchor-id.ts";
import type { Read } from "./paper.ts";
import type { Raw } from "./raw.ts";

export interface PaperAnchor {
  readonly id: string;
  readonly pilot: string;
  readonly kind: number;
  readonly digest: string;
  readonly items: number;
  readonly at: number;
  attestations: { witness: string; at: number }[];
  disputes: { number: number; capacity: number; raisedAt: number; result: string }[];
  superseded: boolean;
}

/** Evidence that was anchored on its own, and every digest that an event names as evidence or as a manifest. */
export class EvidenceBook {
  readonly anchors: PaperAnchor[] = [];
  readonly named: {
    algorithm: number;
    digest: string;
    use: string;
    pilot: string | null;
    event: string;
    at: number;
  }[] = [];
  readonly disputes: { anchor: PaperAnchor; dispute: PaperAnchor["disputes"][number] }[] = [];

  read({ name, subject, actor, args: said, time, pilot }: Read): void {
    const args = said as Raw;
    this.#name(name, args, pilot, time);
    if (pilot === null) return;
    const own = { pilot: subject, milestone: args.milestone, submitter: actor };
    const fresh = { attestations: [], disputes: [], superseded: false, at: time, pilot };
    if (name === "EvidenceAnchored") {
      const { kind, algorithm, digest } = args.item;
      this.anchors.push({ id: anchorId({ ...own, algorithm, digest }), kind, digest, items: 1, ...fresh });
    }
    if (name === "EvidenceBatchAnchored") {
      const { kind, algorithm, root: digest, itemCount: items } = args;
      this.anchors.push({ id: batchId({ ...own, algorithm, digest }), kind, digest, items, ...fresh });
    }
    const anchor = this.anchors.find(({ id }) => id === args.evidence);
    if (anchor === undefined) return;
    if (name === "EvidenceAttested") anchor.attestations.push({ witness: actor, at: time });
    if (name === "EvidenceDisputed") {
      const dispute = { number: args.number, capacity: args.capacity, raisedAt: time, result: "OPEN" };
      anchor.disputes.push(dispute);
      this.disputes.push({ anchor, dispute });
    }
    const disputed = anchor.disputes.find(({ number }) => number === args.number);
    if (name === "EvidenceDisputeResolved" && disputed !== undefined) {
      disputed.result = ["OPEN", "UPHELD", "DISMISSED", "WITHDRAWN"][args.result] ?? "?";
    }
    if (name === "EvidenceSuperseded") anchor.superseded = true;
  }

  #name(event: string, args: Raw, pilot: string | null, at: number): void {
    const add = (algorithm: number, digest: string, use = "EVIDENCE") =>
      this.named.push({ algorithm, digest, use, pilot, event, at });
    if (event === "EvidenceAnchored") add(args.item.algorithm, args.item.digest);
    if (event === "BulletinFileAnchored") add(args.file.algorithm, args.file.digest);
    if (event !== "MilestoneSubmitted") return;
    add(1, args.manifestDigest, "MANIFEST");
    for (const { algorithm, digest } of args.evidence) add(algorithm, digest);
  }
}
