import { z } from "zod";
import type { BlockMark } from "../store/reader.ts";
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

/**
 * The instant a question is answered for: the one asked for, else the head block's.
 *
 * @throws {Problem} AS_OF_FUTURE when the ledger does not reach it yet.
 */
export function resolveAsOf(asked: number | undefined, head: BlockMark): number {
  if (asked === undefined || asked <= head.time) return asked ?? head.time;
  throw new Problem("AS_OF_FUTURE", {
    zh: `asOf 为 ${asked}，而账本镜像只到区块 ${head.number}（时间 ${head.time}）：请使用不晚于该时间的时点。`,
    en: `asOf is ${asked}, but the ledger is mirrored up to block ${head.number} (time ${head.time}): ask for that time or earlier.`,
  });
}
