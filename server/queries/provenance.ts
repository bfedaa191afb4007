import type { Provenance } from "../ledger/provenance.ts";
import type { StoreReader } from "../store/reader.ts";

/** Where an item of an answer comes from: enough to find its event on any node of the chain. */
export interface PublicProvenance extends Provenance {
  readonly chainId: number;
}

/** A record's provenance with its chain. */
export function publicProvenance(reader: StoreReader, provenance: Provenance): PublicProvenance {
  return { chainId: reader.identity.chainId, ...provenance };
}
