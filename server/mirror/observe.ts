import type { ChainBlock, ChainSource } from "../chain/source.ts";
import type { ContractName } from "../ledger/contracts.ts";
import type { Address } from "../ledger/hex.ts";
import type { Store } from "../store/store.ts";
import { commonBlock } from "./common-block.ts";
import type { ObservedChain } from "./compare.ts";

/** How many blocks are compared at once. */
const STEP = 50;

/** Asks a node what `compareWithChain` needs to know. */
export async function observe(
  source: ChainSource,
  store: Store,
  head: ChainBlock,
  signal?: AbortSignal,
): Promise<ObservedChain> {
  const chainId = await source.chainId(signal);
  const genesisHash = await source.genesisHash(signal);
  const missingContracts: ContractName[] = [];
  for (const [name, address] of Object.entries(store.identity.contracts) as [ContractName, Address][]) {
    if ((await source.code(address, signal)) === "0x") missingContracts.push(name);
  }
  const newest = await store.newestMark(head.number);
  const commonMark = newest && (await newestCommon(source, store, newest.number, signal));
  return { chainId, genesisHash, head, newestMark: newest?.number, commonMark, missingContracts };
}

/** Walks back over the blocks that can be taken back, and then looks whether the chain has the oldest block kept at all. */
async function newestCommon(
  source: ChainSource,
  store: Store,
  from: number,
  signal: AbortSignal | undefined,
): Promise<number | undefined> {
  const floor = Math.max(store.undoFloor, store.identity.deploymentBlock);
  for (let last = from; last >= floor; last -= STEP) {
    const first = Math.max(last - STEP + 1, floor);
    const common = commonBlock(await store.marks(first, last), await source.headers(first, last, signal));
    if (common !== undefined) return common;
  }
  const below = from < floor ? await store.newestMark(from) : undefined;
  for (const mark of [below, await store.oldestMark()]) {
    if (mark === undefined || mark.number > from) continue;
    const common = commonBlock([mark], await source.headers(mark.number, mark.number, signal));
    if (common !== undefined) return common;
  }
  return undefined;
}
