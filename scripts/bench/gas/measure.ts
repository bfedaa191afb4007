import type { ContractTransactionResponse } from "ethers";
import type { World } from "../../../test/contracts/fixture.ts";

/** What an act is called in the table: the contract's function, and after a comma what makes this call of it special. */
export type ActName = string;

/** Sends an act and notes the gas its receipt names. */
export type Measure = (name: ActName, sent: Promise<ContractTransactionResponse>) => Promise<void>;

/** Acts that are measured one after the other on the same ledger. */
export type ActGroup = (world: World, measure: Measure) => Promise<void>;

/** The gas that a transaction used, as its receipt says. */
export async function gasOf(sent: Promise<ContractTransactionResponse>): Promise<number> {
  const receipt = await (await sent).wait();
  if (receipt === null) throw new Error("the transaction has no receipt, though its block is mined");
  return Number(receipt.gasUsed);
}
