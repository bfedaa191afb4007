import type { RawLog } from "../ledger/decode.ts";
import { AnswerFault, type UndatedLog } from "./answers.ts";
import { bloomHas } from "./bloom.ts";
import type { Header } from "./source.ts";

/**
 * Gives each log the time of its block, and makes sure that it is a log of that very block: by the block's hash, and by the Bloom
 * filter in its header, which has every address and topic of the block's logs.
 *
 * @param headers The headers of all blocks that have one of the logs.
 * @throws {AnswerFault} when a log is of another block.
 */
export function datedLogs(logs: readonly UndatedLog[], headers: readonly Header[]): RawLog[] {
  const blocks = new Map(headers.map((header) => [header.number, header]));
  for (const log of logs) {
    const header = blocks.get(log.blockNumber);
    const place = `log ${log.logIndex} of block ${log.blockNumber}`;
    if (header === undefined) throw new AnswerFault(`${place} is of a block whose header is not known`);
    if (header.hash !== log.blockHash)
      throw new AnswerFault(`${place} is of block ${log.blockHash}, not ${header.hash}`);
    const [signature] = log.topics;
    if (!bloomHas(header.bloom, log.contract) || (signature !== undefined && !bloomHas(header.bloom, signature))) {
      throw new AnswerFault(`${place} is not in the block's Bloom filter`);
    }
    log.blockTime = header.time;
  }
  return logs as RawLog[];
}
