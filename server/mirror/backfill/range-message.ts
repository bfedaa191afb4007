import type { RawLog } from "../../ledger/decode.ts";
import type { Address, Hex } from "../../ledger/hex.ts";
import type { BlockChanges } from "../../store/block-changes.ts";
import type { FetchedRange } from "../fetch-range.ts";
import type { RangeOfLogs } from "../reduce-range.ts";
import type { ChainJournals } from "../whole-journals.ts";

/** Blocks with their logs and what proves them. */
export interface ProvableRange extends RangeOfLogs {
  readonly journals: ChainJournals | undefined;
}

/**
 * A range as it is handed to another thread: in columns, every text that recurs once. What passes between threads is copied, and a
 * list of objects takes as long to copy as to decode.
 */
export interface RangeMessage {
  readonly headers: readonly BlockChanges["block"][];
  readonly journals: ChainJournals | undefined;
  /** Addresses, hashes and topics. */
  readonly texts: readonly string[];
  /** Of each log: see `COLUMNS`. */
  readonly columns: Int32Array;
  readonly data: readonly string[];
}

/** Block, contract, transaction, its index, log index, and up to four topics; -1 for no topic. */
const COLUMNS = 9;
const FIRST_TOPIC = 5;

/** Puts a range into a message. */
export function rangeMessage({ headers, logs, journals }: FetchedRange): RangeMessage {
  const texts = new Map<string, number>();
  const placeOf = (text: string): number => {
    const known = texts.get(text);
    if (known !== undefined) return known;
    texts.set(text, texts.size);
    return texts.size - 1;
  };
  const blocks = new Map(headers.map(({ number }, place) => [number, place]));
  const columns = new Int32Array(logs.length * COLUMNS).fill(-1);
  for (const [place, log] of logs.entries()) {
    const at = place * COLUMNS;
    columns[at] = blocks.get(log.blockNumber) ?? -1;
    columns[at + 1] = placeOf(log.contract);
    columns[at + 2] = placeOf(log.transactionHash);
    columns[at + 3] = log.transactionIndex;
    columns[at + 4] = log.logIndex;
    for (const [topic, text] of log.topics.entries()) columns[at + FIRST_TOPIC + topic] = placeOf(text);
  }
  return {
    headers: headers.map(({ number, hash, parentHash, time }) => ({ number, hash, parentHash, time })),
    journals,
    texts: [...texts.keys()],
    columns,
    data: logs.map((log) => log.data),
  };
}

/** The range that was put into a message. */
export function rangeOf({ headers, journals, texts, columns, data }: RangeMessage): ProvableRange {
  const logs = data.map((hex, place): RawLog => {
    const [block = -1, contract = -1, transaction = -1, transactionIndex = -1, logIndex = -1, ...topics] =
      columns.subarray(place * COLUMNS, (place + 1) * COLUMNS);
    const header = headers[block];
    if (header === undefined) throw new TypeError("a log of a block that is not in its range");
    return {
      contract: texts[contract] as Address,
      blockNumber: header.number,
      blockHash: header.hash,
      blockTime: header.time,
      transactionHash: texts[transaction] as Hex,
      transactionIndex,
      logIndex,
      topics: topics.filter((topic) => topic >= 0).map((topic) => texts[topic] as Hex),
      data: hex as Hex,
    };
  });
  return { headers, journals, logs };
}
