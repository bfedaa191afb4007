import { AnswerFault } from "../chain/answers.ts";
import { bloomHas } from "../chain/bloom.ts";
import { datedLogs } from "../chain/dated-logs.ts";
import { RpcError } from "../chain/errors.ts";
import type { ChainSource, Header } from "../chain/source.ts";
import type { ContractNames, RawLog } from "../ledger/decode.ts";
import type { Address } from "../ledger/hex.ts";
import { type ChainJournals, chainJournals } from "./journals.ts";

/** Blocks of the chain, as far as the ledger needs them. */
export interface FetchedRange {
  readonly from: number;
  readonly to: number;
  /** In their order: all of the range, or where it is settled its first, its last and those with logs. */
  readonly headers: readonly Header[];
  readonly logs: readonly RawLog[];
  /** What the contracts count at the end of the last block; undefined when the node no longer knows. */
  readonly journals: ChainJournals | undefined;
}

/** What ranges are fetched with. */
export interface RangeFetcher {
  readonly source: ChainSource;
  readonly contracts: ContractNames;
}

/**
 * Fetches a range in which no block can be replaced any more. Only the headers of its ends and of the blocks with logs are read:
 * the ends link it to its neighbours, and the journals at its end prove that no log is missing.
 *
 * @param journals Whether to ask for the journals, which takes a node that keeps old states.
 */
export async function fetchSettled(
  { source, contracts }: RangeFetcher,
  [from, to]: readonly [number, number],
  journals: "ask" | "spare",
  signal?: AbortSignal,
): Promise<FetchedRange> {
  const logs = await source.logs(from, to, [...contracts.keys()], signal);
  const numbers = [...new Set([from, ...logs.map((log) => log.blockNumber), to])].sort((one, other) => one - other);
  const headers = await source.headersOf(numbers, signal);
  requireLinks(headers);
  const dated = consistent(() => datedLogs(logs, headers));
  const last = headers.at(-1);
  if (journals === "spare" || last === undefined) return { from, to, headers, logs: dated, journals: undefined };
  return { from, to, headers, logs: dated, journals: await oldJournals(source, contracts, last, signal) };
}

/**
 * Fetches a range of blocks that may yet be replaced: every header, each linked to the one before, and the journals at its end.
 *
 * @param chainHead The node's head, at which the journals are a must.
 */
export async function fetchRecent(
  { source, contracts }: RangeFetcher,
  [from, to]: readonly [number, number],
  chainHead: Header,
  signal?: AbortSignal,
): Promise<FetchedRange> {
  const addresses = [...contracts.keys()];
  const reachesHead = to === chainHead.number;
  const [read, logs, atHead] = await Promise.all([
    source.headers(from, reachesHead ? to - 1 : to, signal),
    source.logs(from, to, addresses, signal),
    reachesHead ? chainJournals(source, contracts, chainHead, signal) : undefined,
  ]);
  const headers = reachesHead ? [...read, chainHead] : read;
  requireLinks(headers);
  const dated = consistent(() => datedLogs(logs, headers));
  await requireNoneLeftOut(source, headers, dated, addresses, signal);
  const last = headers.at(-1) ?? chainHead;
  const journals = atHead ?? (await oldJournals(source, contracts, last, signal));
  return { from, to, headers, logs: dated, journals };
}

/** A block whose Bloom filter may have one of our contracts, and of which no log came, is asked about again by itself. */
async function requireNoneLeftOut(
  source: ChainSource,
  headers: readonly Header[],
  logs: readonly RawLog[],
  addresses: readonly Address[],
  signal: AbortSignal | undefined,
): Promise<void> {
  const withLogs = new Set(logs.map((log) => log.blockNumber));
  for (const { number, bloom } of headers) {
    if (withLogs.has(number) || !addresses.some((address) => bloomHas(bloom, address))) continue;
    if ((await source.logs(number, number, addresses, signal)).length === 0) continue;
    throw new RpcError(
      "RPC_MALFORMED",
      `the node left out the logs of block ${number}: it may be several that disagree`,
    );
  }
}

/** The journals at an old block; undefined when no node keeps the state of it. */
async function oldJournals(
  source: ChainSource,
  contracts: ContractNames,
  block: Header,
  signal: AbortSignal | undefined,
): Promise<ChainJournals | undefined> {
  try {
    return await chainJournals(source, contracts, block, signal);
  } catch (error) {
    if (error instanceof RpcError && error.code === "RPC_ERROR") return undefined;
    throw error;
  }
}

function requireLinks(headers: readonly Header[]): void {
  headers.forEach((header, index) => {
    const previous = headers[index - 1];
    if (previous === undefined || header.number !== previous.number + 1 || header.parentHash === previous.hash) return;
    throw inconsistent(`block ${header.number} does not follow block ${previous.number}`);
  });
}

function consistent<T>(check: () => T): T {
  try {
    return check();
  } catch (error) {
    if (error instanceof AnswerFault) throw inconsistent(error.message);
    throw error;
  }
}

function inconsistent(fault: string): RpcError {
  return new RpcError("RPC_MALFORMED", `the node's answers contradict each other (${fault}): it is asked again`);
}
