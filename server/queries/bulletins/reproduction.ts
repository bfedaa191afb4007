import type { DigestAlgorithm } from "../../ledger/codes/evidence.ts";
import type { Hex } from "../../ledger/hex.ts";
import { spanOf } from "../../ledger/periods.ts";
import type { BulletinCode } from "../../ledger/statistics-ids.ts";
import { type Ledger, ledgerAt } from "../as-of/ledger.ts";
import { bulletinDataset } from "./dataset.ts";
import { textDigest } from "./dataset-digest.ts";

/** What came of making a bulletin's dataset anew. */
export interface Reproduction {
  readonly bulletin: BulletinCode;
  readonly asOfBlock: number;
  /** The hash that the bulletin names, and the mirrored one where it is still kept. */
  readonly blockHash: { readonly stated: Hex; readonly mirrored: Hex | null; readonly matches: boolean | null };
  readonly algorithm: DigestAlgorithm | null;
  /** The digest that was anchored and signed. */
  readonly anchored: Hex | null;
  /** The digest of the dataset as made now. */
  readonly reproduced: Hex | null;
  /** NO_DATASET where none was anchored; UNSUPPORTED where the algorithm is not to be had here. */
  readonly result: "MATCH" | "MISMATCH" | "NO_DATASET" | "UNSUPPORTED";
  /** The dataset as made now, canonical JSON: compare it with the file that was published. */
  readonly dataset: string;
}

/**
 * Makes the dataset of a bulletin anew from the events up to its block and compares it with what was anchored.
 *
 * @returns undefined when there is no such bulletin.
 */
export async function reproduction(
  ledger: Ledger,
  { code }: { readonly code: BulletinCode },
): Promise<Reproduction | undefined> {
  const bulletin = await ledger.get("bulletin", code);
  if (bulletin === undefined) return undefined;
  const { period, region, asOfBlock, asOfBlockHash, files } = bulletin;
  // Only events count for a dataset; an instant past all of them leaves none out.
  const then = ledgerAt(ledger, { block: asOfBlock, time: Math.max(ledger.asOf, spanOf(period).to) });
  const dataset = await bulletinDataset(then, { period, region });
  const file = files.findLast(({ part }) => part === "DATASET");
  const reproduced = textDigest(file?.algorithm ?? "sha256", dataset) ?? null;
  const mirrored = (await ledger.block(asOfBlock))?.hash ?? null;
  return {
    bulletin: code,
    asOfBlock,
    blockHash: {
      stated: asOfBlockHash,
      mirrored,
      matches: mirrored === null ? null : mirrored === asOfBlockHash,
    },
    algorithm: file?.algorithm ?? null,
    anchored: file?.digest ?? null,
    reproduced,
    result: resultOf(file?.digest, reproduced),
    dataset,
  };
}

function resultOf(anchored: Hex | undefined, reproduced: Hex | null): Reproduction["result"] {
  if (anchored === undefined) return "NO_DATASET";
  if (reproduced === null) return "UNSUPPORTED";
  return anchored === reproduced ? "MATCH" : "MISMATCH";
}
