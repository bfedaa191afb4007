import { AnswerFault } from "../chain/answers.ts";
import { bloomHas } from "../chain/bloom.ts";
import { datedLogs } from "../chain/dated-logs.ts";
import { RpcError } from "../chain/errors.ts";
import type { ChainBlock, ChainSource, Header } from "../chain/source.ts";
import type { ContractNames, RawLog } from "../ledger/decode.ts";
import { chainJournals } from "./journals.ts";
import { requireNoneLeftOut, requireSameAgain, requireSettledAgain } from "./left-out.ts";
import type { ChainJournals } from "./whole-journals.ts";

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

/**
 * What is to prove a settled range: the journals at its own end, those at the end of a later one, or those at its end of it and of all
 * ranges before that wait for them.
 */
export type ProofPlan = "OWN" | "LATER" | "SPAN";

/** What ranges are fetched with. */
export interface RangeFetcher {
  readonly source: ChainSource;
  readonly contracts: ContractNames;
}

/**
 * Fetches a range in which no block can be replaced any more. Only the headers of its ends and of the blocks with logs are read:
 * the ends link it to its neighbours, and the journals at its end prove that no log is missing. Where no node keeps the state
 * that they are in, every header is read, and the logs twice, of two nodes where there are two. A range of a span is not looked at
 * that way: without journals at the end of the span each of its ranges has to be fetched again, to be proven by itself.
 */
export async function fetchSettled(
  { source, contracts }: RangeFetcher,
  [from, to]: readonly [number, number],
  chainHead: ChainBlock,
  proof: ProofPlan = "OWN",
  signal?: AbortSignal,
): Promise<FetchedRange> {
  const addresses = [...contracts.keys()];
  const logs = await source.logs(from, to, addresses, signal);
  // The block after the last one names its hash, so that one wrong answer cannot take its place.
  const after = Math.min(to + 1, chainHead.number);
  const numbers = new Set([from, ...logs.map((log) => log.blockNumber), to, after]);
  const read = await source.headersOf(
    [...numbers].sort((one, other) => one - other),
    signal,
  );
  requireLinks(read);
  const headers = read.filter(({ number }) => number <= to);
  const dated = consistent(() => datedLogs(logs, headers));
  const last = headers.at(-1);
  if (proof === "LATER") return { from, to, headers, logs: dated, journals: undefined };
  const isAlone = proof === "OWN" && headers.length === to - from + 1;
  const counted = isAlone ? emitting(contracts, headers) : contracts;
  const journals = last && (await oldJournals(source, counted, last, signal));
  if (journals === undefined && proof === "OWN") {
    await requireSettledAgain(source, { from, to, known: headers }, logs, addresses, signal);
  }
  return { from, to, headers, logs: dated, journals };
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
  if (journals === undefined) await requireSameAgain(source, logs, [from, to], addresses, signal);
  return { from, to, headers, logs: dated, journals };
}

/** The contracts that may have a log in one of some blocks; by its Bloom filter a block says for certain of whom it has none. */
function emitting(contracts: ContractNames, headers: readonly Header[]): ContractNames {
  return new Map([...contracts].filter(([address]) => headers.some(({ bloom }) => bloomHas(bloom, address))));
}

/** The journals at an old block; undefined when no node keeps the state of it. */
async function oldJournals(
  source: ChainSource,
  contracts: ContractNames,
  block: Header,
  signal: AbortSignal | undefined,
): Promise<ChainJournals | undefined> {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      return await chainJournals(source, contracts, block, signal);
    } catch (error) {
      if (!(error instanceof RpcError) || error.code !== "RPC_ERROR") throw error;
    }
  }
  return undefined;
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
  const message = `the node's answers contradict each other (${fault}): it is asked again`;
  return new RpcError("RPC_MALFORMED", message, { isContradiction: true });
}
