import type { RawLog } from "../ledger/decode.ts";
import type { Address } from "../ledger/hex.ts";
import type { AnsweredLog } from "./answers.ts";
import type { Header } from "./source.ts";

/** What is wrong with an answer of logs. */
export class LogFault extends Error {}

/**
 * Checks that logs are of the blocks and contracts asked for, and in the order of the chain, and gives each its block's time.
 *
 * @throws {LogFault} when they are not.
 */
export function checkedLogs(
  answered: readonly AnsweredLog[],
  headers: readonly Header[],
  addresses: readonly Address[],
): RawLog[] {
  const blocks = new Map(headers.map((header) => [header.number, header]));
  let previous: AnsweredLog | undefined;
  return answered.map((log) => {
    const place = `log ${log.logIndex} of block ${log.blockNumber}`;
    const header = blocks.get(log.blockNumber);
    if (header === undefined) throw new LogFault(`${place} is outside the range asked for`);
    if (header.hash !== log.blockHash) throw new LogFault(`${place} is of block ${log.blockHash}, not ${header.hash}`);
    if (!addresses.includes(log.address)) throw new LogFault(`${place} is of ${log.address}, which was not asked for`);
    if (previous !== undefined && !follows(previous, log)) throw new LogFault(`${place} is out of order`);
    previous = log;
    const { address: contract, ...rest } = log;
    return {
      contract,
      blockNumber: rest.blockNumber,
      blockHash: rest.blockHash,
      blockTime: header.time,
      transactionHash: rest.transactionHash,
      transactionIndex: rest.transactionIndex,
      logIndex: rest.logIndex,
      topics: rest.topics,
      data: rest.data,
    };
  });
}

function follows(previous: AnsweredLog, log: AnsweredLog): boolean {
  if (previous.blockNumber !== log.blockNumber) return previous.blockNumber < log.blockNumber;
  return previous.logIndex < log.logIndex && previous.transactionIndex <= log.transactionIndex;
}
