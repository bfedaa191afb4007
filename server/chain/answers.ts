import { getAddress } from "ethers";
import { z } from "zod";
import { type Address, type Hex, isHexOf } from "../ledger/hex.ts";

/*
 * The forms of what nodes answer.
 */

const hash = z.string().transform((text, context) => {
  const lower = text.toLowerCase();
  if (isHexOf(lower, 32)) return lower;
  context.addIssue("not 32 bytes in hexadecimal");
  return z.NEVER;
});

/** Integers a JavaScript number holds exactly; Ethereum's heights and times are. */
const quantity = z
  .string()
  .regex(/^0x[0-9a-fA-F]{1,13}$/)
  .transform((text) => Number.parseInt(text, 16));

const address = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/)
  .transform((text) => getAddress(text.toLowerCase()) as Address);

/** Bytes of any length. */
export const bytesSchema = z
  .string()
  .regex(/^0x(?:[0-9a-fA-F]{2})*$/)
  .transform((text) => text.toLowerCase() as Hex);

export const chainIdSchema = quantity;

export const headerSchema = z
  .object({ number: quantity, hash, parentHash: hash, timestamp: quantity })
  .transform(({ timestamp, ...header }) => ({ ...header, time: timestamp }));

export const logSchema = z.object({
  address,
  topics: z.array(hash).max(4),
  data: bytesSchema,
  blockNumber: quantity,
  blockHash: hash,
  transactionHash: hash,
  transactionIndex: quantity,
  logIndex: quantity,
  removed: z.literal(false).optional(),
});

/** A log as a node answers it. */
export type AnsweredLog = z.infer<typeof logSchema>;

/** A block number as nodes take it. */
export function quantityOf(number: number): Hex {
  return `0x${number.toString(16)}`;
}
