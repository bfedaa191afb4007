import { z } from "zod";
import { eventId } from "../ledger/keys.ts";
import type { Cut } from "../queries/as-of/cut.ts";
import type { Ledger } from "../queries/as-of/ledger.ts";
import type { BlockMark, StoreReader } from "../store/reader.ts";
import { Problem } from "./problems.ts";

const LAST_INSTANT = 253_402_300_799;
const isoInstant = z.iso.datetime({ offset: true });

/** Reads an instant: Unix seconds, or ISO 8601 with an offset. Undefined when it is neither. */
export function parseInstant(text: string): number | undefined {
  if (/^\d{1,12}$/.test(text)) return Number(text) <= LAST_INSTANT ? Number(text) : undefined;
  // An unescaped "+" of an offset arrives as a space.
  const iso = isoInstant.safeParse(text.replace(/ (?=\d{2}:\d{2}$)/, "+"));
  if (!iso.success) return undefined;
  const seconds = Math.floor(Date.parse(iso.data) / 1_000);
  return seconds >= 0 ? seconds : undefined;
}

/** What a question says of the past it is about. */
export interface AskedCut {
  readonly asOf?: number | undefined;
  readonly asOfBlock?: number | undefined;
}

/**
 * Up to where a question is asked: up to an instant, up to a block with that block's time, or else up to the head.
 *
 * @throws {Problem} AS_OF_FUTURE when the ledger does not reach it yet, BLOCK_TIME_UNKNOWN when the mirror does not have its time,
 * INVALID_PARAMETER when both are given.
 */
export async function resolveCut({ asOf, asOfBlock }: AskedCut, head: End, reader: StoreReader): Promise<Cut> {
  if (asOf !== undefined && asOfBlock !== undefined) {
    throw new Problem("INVALID_PARAMETER", {
      zh: "asOf 与 asOfBlock 只能使用其一。",
      en: "give either asOf or asOfBlock, not both.",
    });
  }
  if ((asOf ?? 0) > head.time || (asOfBlock ?? 0) > head.number) throw inTheFuture(asOf, asOfBlock, head);
  if (asOfBlock === undefined) return { block: head.number, time: asOf ?? head.time };
  const mark = asOfBlock === head.number ? head : await reader.block(asOfBlock);
  if (mark === undefined) throw await unknownTime(asOfBlock, reader);
  return { block: asOfBlock, time: mark.time };
}

/**
 * The earlier point that a ledger is compared with; before everything, when none is named.
 *
 * @throws {Problem} INVALID_PARAMETER when it is after the ledger's own; and as `resolveCut`.
 */
export async function resolveEarlierCut({ asOf, asOfBlock }: AskedCut, { cut, head }: Ledger, reader: StoreReader) {
  if (asOf === undefined && asOfBlock === undefined) return { block: 0, time: 0 };
  const end = { number: head?.number ?? cut.block, time: head?.time ?? cut.time };
  const from = await resolveCut({ asOf, asOfBlock }, end, reader);
  const block = asOfBlock ?? cut.block;
  if (from.time <= cut.time && block <= cut.block) return { block, time: from.time };
  throw new Problem("INVALID_PARAMETER", {
    zh: `较早的一点（时间 ${from.time}）晚于较晚的一点（时间 ${cut.time}）：请交换两者。`,
    en: `the earlier point (time ${from.time}) is after the later one (time ${cut.time}): exchange them.`,
  });
}

type End = Pick<BlockMark, "number" | "time">;

function inTheFuture(asOf: number | undefined, asOfBlock: number | undefined, head: End): Problem {
  const asked = asOf === undefined ? `asOfBlock ${asOfBlock}` : `asOf ${asOf}`;
  return new Problem("AS_OF_FUTURE", {
    zh: `查询的是 ${asked}，而账本镜像只到区块 ${head.number}（时间 ${head.time}）：请使用不晚于该处的时点或区块。`,
    en: `${asked} was asked for, but the ledger is mirrored up to block ${head.number} (time ${head.time}): ask for that or earlier.`,
  });
}

/** Of old blocks the mirror keeps those in which the ledger has an event: between two of them the records do not differ. */
async function unknownTime(block: number, reader: StoreReader): Promise<Problem> {
  for await (const [, { provenance }] of reader.list("event", {
    after: eventId({ blockNumber: block + 1, logIndex: 0 }),
    reverse: true,
  })) {
    const { blockNumber, blockTime } = provenance;
    return new Problem("BLOCK_TIME_UNKNOWN", {
      zh: `镜像没有保存区块 ${block} 的时间；其时的记录与区块 ${blockNumber} 相同，请使用 asOfBlock=${blockNumber}，或以 asOf 指明时点（不早于 ${blockTime}）。`,
      en: `the mirror does not keep the time of block ${block}; the records then are those of block ${blockNumber}: ask with asOfBlock=${blockNumber}, or name an instant with asOf (not before ${blockTime}).`,
    });
  }
  return new Problem("BLOCK_TIME_UNKNOWN", {
    zh: `镜像没有区块 ${block} 的时间，账本在该区块及之前没有任何记录：请使用更晚的区块，或以 asOf 指明时点。`,
    en: `the mirror does not have the time of block ${block}, and the ledger has no record up to it: ask for a later block, or name an instant with asOf.`,
  });
}
