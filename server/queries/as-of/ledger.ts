import type { StoreReader } from "../../store/reader.ts";
import { type Cut, isPresent } from "./cut.ts";
import { PastLedger } from "./past-ledger.ts";
import { PresentLedger } from "./present-ledger.ts";

/**
 * The ledger as of a cut. Every question is asked of one of these: the records it gives are those of the cut, so that a question
 * about the past is the same question.
 */
export interface Ledger extends StoreReader {
  readonly cut: Cut;
  /** The instant to derive for, Unix seconds. */
  readonly asOf: number;
  /** Whether nothing was left out. Otherwise an index may lead to records that are other than they were. */
  readonly isPresent: boolean;
}

/** The ledger as of a cut; closing it closes the reader. */
export function ledgerAt(reader: StoreReader, cut: Cut): Ledger {
  return isPresent(cut, reader.head) ? new PresentLedger(reader, cut) : new PastLedger(reader, cut);
}

/** The ledger as of an instant. */
export function ledgerAtTime(reader: StoreReader, time: number): Ledger {
  return ledgerAt(reader, { block: reader.head?.number ?? 0, time });
}
