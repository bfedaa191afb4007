import type { Log } from "ethers";
import type { ContractName } from "../../../server/ledger/contracts.ts";
import { decodeLog, type RawLog } from "../../../server/ledger/decode.ts";
import type { EventName, LedgerEvent } from "../../../server/ledger/events.ts";
import type { Address, Hex } from "../../../server/ledger/hex.ts";
import { contractNames, type Ledger } from "./ledger.ts";

/** Which events to read; without a member, all. */
export interface EventFilter {
  readonly contract: ContractName;
  readonly events?: readonly EventName[];
  readonly subject?: Hex;
  readonly actor?: Address;
  /** Words of 32 bytes of which an event's data must hold one: digests, for example. Found before anything is decoded. */
  readonly holding?: readonly Hex[];
}

/** The events of a contract in the order of the chain, read from the node's logs. */
export async function readEvents(ledger: Ledger, filter: EventFilter): Promise<LedgerEvent[]> {
  const contract = ledger.contracts[filter.contract];
  const signatures = filter.events?.map((name) => contract.interface.getEvent(name)?.topicHash ?? null) ?? null;
  const actor = filter.actor === undefined ? null : `0x${filter.actor.slice(2).toLowerCase().padStart(64, "0")}`;
  const topics = [signatures as string[] | null, filter.subject ?? null, actor];
  const head = await ledger.provider.getBlockNumber();
  const logs = await logsBetween(ledger, filter.contract, topics, ledger.deployment.deploymentBlock, head);
  const { holding } = filter;
  return eventsOf(ledger, holding === undefined ? logs : logs.filter(({ data }) => holdsOne(data, holding)));
}

/** Whether ABI-encoded data has one of the words at a word's place. */
function holdsOne(data: string, words: readonly Hex[]): boolean {
  return words.some((word) => {
    const digits = word.slice(2).toLowerCase();
    for (let at = data.indexOf(digits, 2); at >= 0; at = data.indexOf(digits, at + 1))
      if ((at - 2) % 64 === 0) return true;
    return false;
  });
}

/** Decodes logs of the ledger's contracts, each with its block's time; others are left out. */
export async function eventsOf(ledger: Ledger, logs: readonly Log[]): Promise<LedgerEvent[]> {
  const times = await blockTimes(ledger, logs);
  const names = contractNames(ledger);
  return logs.flatMap((log) => decodeLog(rawLog(log, times.get(log.blockHash) ?? 0), names) ?? []);
}

type Topics = readonly (string | string[] | null)[];

/** Nodes limit what one question may cover, each in its own words; a range that is refused is asked in halves. */
async function logsBetween(
  ledger: Ledger,
  contract: ContractName,
  topics: Topics,
  fromBlock: number,
  toBlock: number,
): Promise<Log[]> {
  const address = ledger.deployment.contracts[contract];
  try {
    return await ledger.provider.getLogs({ address, topics: [...topics], fromBlock, toBlock });
  } catch (error) {
    if (toBlock - fromBlock < 1 || isNetworkTrouble(error)) throw error;
    const middle = Math.floor((fromBlock + toBlock) / 2);
    const first = await logsBetween(ledger, contract, topics, fromBlock, middle);
    return [...first, ...(await logsBetween(ledger, contract, topics, middle + 1, toBlock))];
  }
}

function isNetworkTrouble(error: unknown): boolean {
  return error instanceof Error && "code" in error && /^E[A-Z]+$/.test(String(error.code));
}

const AT_ONCE = 16;

async function blockTimes(ledger: Ledger, logs: readonly Log[]): Promise<Map<string, number>> {
  const times = new Map<string, number>();
  const hashes = [...new Set(logs.map((log) => log.blockHash))];
  for (let start = 0; start < hashes.length; start += AT_ONCE) {
    const blocks = await Promise.all(
      hashes.slice(start, start + AT_ONCE).map((hash) => ledger.provider.getBlock(hash)),
    );
    for (const block of blocks) if (block?.hash) times.set(block.hash, block.timestamp);
  }
  return times;
}

function rawLog(log: Log, blockTime: number): RawLog {
  return {
    contract: log.address as Address,
    blockNumber: log.blockNumber,
    blockHash: log.blockHash as Hex,
    blockTime,
    transactionHash: log.transactionHash as Hex,
    transactionIndex: log.transactionIndex,
    logIndex: log.index,
    topics: log.topics as Hex[],
    data: log.data as Hex,
  };
}
