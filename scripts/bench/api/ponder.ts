import { packPilotId, parsePilotCode } from "../../../server/ledger/ids.ts";
import type { SimulatedBlock, SimulatedChain } from "../../../test/support/simulated-chain.ts";
import { type RpcMessage, SimulatedNode, serveNode } from "../../../test/support/simulated-node.ts";
import { type PonderServer, servePonder } from "../sync/ponder.ts";
import type { Question } from "./measure.ts";
import type { Session } from "./questions.ts";

/** Ponder over the same chain, synced and listening. Its answers are its own rows of pilots, unchecked and open to all. */
export async function ponderOver(chain: SimulatedChain): Promise<PonderServer> {
  const { identity, blocks } = chain;
  // Up to where something happened, which is final: it then reads all of it at once and follows no further.
  const head = blocks.findLast(({ logs }) => logs.length > 0)?.number ?? 0;
  const node = await serveNode(new NodeWithTransactions(chain));
  try {
    return await servePonder({ url: node.url, identity, head, events: head }, "cold");
  } finally {
    await node.close();
  }
}

/** The same questions as it takes them: nothing of what it answers is kept, so that there is one way to ask. */
export function ponderSession(codes: readonly string[]): Session {
  const ids = codes.map((code) => {
    const parts = parsePilotCode(code);
    if (parts === undefined) throw new Error(`${code} is no pilot`);
    return packPilotId(parts);
  });
  return {
    "pilot by id, first asked": again(ids.map((id) => `/v1/pilots/${id}`)),
    "page of 50, first asked": again(ids.map((id) => `/v1/pilots?cursor=${id}`)),
  };
}

function again(paths: readonly string[]): Question {
  return { paths, before: paths.slice(0, 2_000), order: "again" };
}

/** Ponder asks for blocks with their transactions. */
class NodeWithTransactions extends SimulatedNode {
  override result(message: RpcMessage): unknown {
    const header = super.result(message) as Record<string, unknown> | null;
    if (message.method !== "eth_getBlockByNumber" || header === null) return header;
    const block = this.view()[Number(header.number)];
    return { ...header, ...EMPTY, transactions: block === undefined ? [] : transactionsOf(block) };
  }
}

const ZERO = `0x${"00".repeat(32)}`;
const NOBODY = `0x${"00".repeat(20)}`;
const EMPTY = {
  miner: NOBODY,
  gasLimit: "0x1c9c380",
  gasUsed: "0x0",
  baseFeePerGas: "0x1",
  nonce: "0x0000000000000000",
  mixHash: ZERO,
  stateRoot: ZERO,
  receiptsRoot: ZERO,
  transactionsRoot: ZERO,
  sha3Uncles: ZERO,
  size: "0x1",
  difficulty: "0x0",
  totalDifficulty: "0x0",
  extraData: "0x",
};

function transactionsOf({ number, hash, logs }: SimulatedBlock): object[] {
  return logs.map(({ transactionHash, transactionIndex, contract }) => ({
    hash: transactionHash,
    transactionIndex: `0x${transactionIndex.toString(16)}`,
    blockNumber: `0x${number.toString(16)}`,
    blockHash: hash,
    from: NOBODY,
    to: contract.toLowerCase(),
    ...{ input: "0x", value: "0x0", nonce: "0x0", gas: "0x5208", gasPrice: "0x1", type: "0x0" },
    ...{ r: ZERO, s: ZERO, v: "0x1b" },
  }));
}
