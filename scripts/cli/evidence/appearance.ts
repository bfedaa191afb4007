import type { LedgerEvent } from "../../../server/ledger/events.ts";
import type { EvidenceRecord } from "../../../server/ledger/evidence-records.ts";
import type { Hex } from "../../../server/ledger/hex.ts";
import type { Provenance } from "../../../server/ledger/provenance.ts";
import { putDigests } from "../../../server/ledger/reduce/evidence.ts";
import { Draft } from "../../../server/ledger/reduce/handler.ts";
import type { Ledger } from "../chain/ledger.ts";
import { bindingView } from "../chain/views.ts";
import type { FileAlgorithm } from "../files/digest.ts";

/** A digest that is looked for. */
export interface SoughtDigest {
  readonly algorithm: FileAlgorithm;
  readonly digest: Hex;
}

/** One appearance of a digest on the ledger. */
export type Appearance = Pick<
  EvidenceRecord,
  "algorithm" | "digest" | "use" | "kind" | "pilot" | "milestone" | "revision" | "provenance"
>;

/** Where one of the digests appears in an event, as the mirror would record it. */
export async function appearancesIn(
  ledger: Ledger,
  event: LedgerEvent,
  sought: readonly SoughtDigest[],
): Promise<Appearance[]> {
  const found = digestsOf(event).filter(({ algorithm, digest }) =>
    sought.some((one) => one.algorithm === algorithm && one.digest === digest.toLowerCase()),
  );
  if (found.length === 0) return [];
  const { organisation, boundAt } = await bindingView(ledger, event.actor);
  // An account is bound once and for all, so it acted for this organisation if it was bound by then.
  const actorOrganisation = boundAt <= event.origin.blockTime ? organisation : null;
  return found.map((appearance) => ({ ...appearance, provenance: { ...appearance.provenance, actorOrganisation } }));
}

function digestsOf(event: LedgerEvent): EvidenceRecord[] {
  const { transactionIndex: _, ...origin } = event.origin;
  const provenance: Provenance = { ...origin, event: event.name, actor: event.actor, actorOrganisation: null };
  const draft = new Draft({ get: () => undefined }, provenance);
  putDigests(event, draft);
  return draft.changes().flatMap((change) => (change.kind === "evidence" && change.value ? [change.value] : []));
}
