import type { UndatedLog } from "../chain/answers.ts";
import { bloomHas } from "../chain/bloom.ts";
import { RpcError } from "../chain/errors.ts";
import type { ChainSource, Header } from "../chain/source.ts";
import type { Address } from "../ledger/hex.ts";

/*
 * What can be found out about logs without the contracts' journals.
 */

/** How many headers are read at once to be looked through. */
const HEADERS = 1_000;

/**
 * A block whose Bloom filter may have one of our contracts, and of which no log came, is asked about again by itself and by its hash:
 * a node that is on another branch has none of its logs, and says so.
 *
 * @throws {RpcError} RPC_MALFORMED when it has logs.
 */
export async function requireNoneLeftOut(
  source: ChainSource,
  headers: readonly Header[],
  logs: readonly UndatedLog[],
  addresses: readonly Address[],
  signal: AbortSignal | undefined,
): Promise<void> {
  const withLogs = new Set(logs.map((log) => log.blockNumber));
  for (const header of headers) {
    const { number, bloom } = header;
    if (withLogs.has(number) || !addresses.some((address) => bloomHas(bloom, address))) continue;
    if ((await source.logsOf(header, addresses, signal)).length === 0) continue;
    throw contradiction(`the node left out the logs of block ${number}: it may be several that disagree`);
  }
}

/**
 * Makes as sure as can be of the logs of settled blocks that no journal can prove: every block is looked at by its header, and the logs
 * are read again, of another node where there is one.
 *
 * @param known Headers of the range that were read before.
 * @throws {RpcError} RPC_MALFORMED when something was left out, or is not the same.
 */
export async function requireSettledAgain(
  source: ChainSource,
  { from, to, known }: { readonly from: number; readonly to: number; readonly known: readonly Header[] },
  logs: readonly UndatedLog[],
  addresses: readonly Address[],
  signal: AbortSignal | undefined,
): Promise<void> {
  const hashes = new Map(known.map(({ number, hash }) => [number, hash]));
  for (let first = from; first <= to; first += HEADERS) {
    const headers = await source.headers(first, Math.min(first + HEADERS - 1, to), signal);
    const other = headers.find(({ number, hash }) => hash !== (hashes.get(number) ?? hash));
    if (other !== undefined) throw contradiction(`the node's answers for block ${other.number} contradict each other`);
    await requireNoneLeftOut(source, headers, logs, addresses, signal);
  }
  await requireSameAgain(source, logs, [from, to], addresses, signal);
}

/**
 * Reads logs again that no journal can prove, of another node where there is one.
 *
 * @throws {RpcError} RPC_MALFORMED when they are not the same.
 */
export async function requireSameAgain(
  source: ChainSource,
  logs: readonly UndatedLog[],
  [from, to]: readonly [number, number],
  addresses: readonly Address[],
  signal: AbortSignal | undefined,
): Promise<void> {
  source.avoid();
  const other = await source.logs(from, to, addresses, signal);
  const isSame = (log: UndatedLog, at: number) => {
    const { blockHash, logIndex, data, topics } = other[at] ?? {};
    return (
      log.blockHash === blockHash && log.logIndex === logIndex && log.data === data && `${log.topics}` === `${topics}`
    );
  };
  if (logs.length === other.length && logs.every(isSame)) return;
  throw contradiction(`${logs.length} logs when asked first and ${other.length} when asked again, or others`);
}

function contradiction(fault: string): RpcError {
  return new RpcError("RPC_MALFORMED", `${fault}: it is asked again`, { isContradiction: true });
}
