import { Interface } from "ethers";
import { RpcError } from "../chain/errors.ts";
import type { ChainBlock, ChainSource } from "../chain/source.ts";
import { pilotLedgerAbi } from "../ledger/abi.generated.ts";
import type { ContractNames } from "../ledger/decode.ts";
import type { Address, Hex } from "../ledger/hex.ts";
import { EMPTY_STREAM, type JournalStream } from "../ledger/journal.ts";
import type { ChainJournals } from "./whole-journals.ts";

const abi = new Interface(pilotLedgerAbi);
const QUESTION = abi.encodeFunctionData("journal") as Hex;

/** Asks the contracts for their journals as of the end of `block`. One that is not deployed there yet has an empty one. */
export async function chainJournals(
  source: ChainSource,
  contracts: ContractNames,
  block: ChainBlock,
  signal?: AbortSignal,
): Promise<ChainJournals> {
  const addresses = [...contracts.keys()];
  const answers = await source.callEach(addresses, QUESTION, block, signal);
  const streams = addresses.map((address, index) => [address, decoded(answers[index] ?? "0x", contracts.get(address))]);
  return { block, streams: new Map(streams as [Address, JournalStream][]) };
}

/** A contract that is not deployed yet answers nothing, and has no event. */
function decoded(answer: Hex, name: string | undefined): JournalStream {
  if (answer === "0x") return EMPTY_STREAM;
  try {
    const [count, head] = abi.decodeFunctionResult("journal", answer);
    return { count: Number(count), head: String(head) as Hex };
  } catch {
    const message = `the node's answer for the journal of ${name} is not of the contract's form`;
    throw new RpcError("RPC_MALFORMED", message, { isContradiction: true });
  }
}
