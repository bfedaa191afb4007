import { getAddress } from "ethers";
import { z } from "zod";

/*
 * What a node's answers must be, written a second time and in another way than `server/chain/answers.ts`, to compare the two: schemas for the
 * form of the members, and plain rules over the whole list.
 */

const hash = z
  .string()
  .regex(/^0[xX][0-9a-fA-F]{64}$/)
  .transform((text) => text.toLowerCase());
const bytes = z
  .string()
  .refine((text) => text.length % 2 === 0 && /^0[xX][0-9a-fA-F]*$/.test(text))
  .transform((text) => text.toLowerCase());
const quantity = z
  .string()
  .refine((text) => text.length >= 3 && text.length <= 15 && /^0x[0-9a-fA-F]+$/.test(text))
  .transform((text) => Number(BigInt(text)));

const header = z.object({
  number: quantity,
  hash,
  parentHash: hash,
  timestamp: quantity,
  logsBloom: bytes.refine((text) => text.length === 2 + 2 * 256),
});

const log = z.object({
  address: z.string(),
  blockNumber: quantity,
  blockHash: hash,
  transactionHash: hash,
  transactionIndex: quantity,
  logIndex: quantity,
  topics: z.array(hash).max(4),
  data: bytes,
  removed: z.literal(false).optional(),
});

/** The header that an answer is; undefined when it is none. */
export function modelHeader(value: unknown): object | undefined {
  const { success, data } = header.safeParse(value);
  if (!success) return undefined;
  const { number, parentHash, timestamp, logsBloom } = data;
  return { number, hash: data.hash, parentHash, time: timestamp, bloom: logsBloom };
}

/** The logs that an answer is, of some blocks and contracts; undefined when it is none. */
export function modelLogs(
  value: unknown,
  from: number,
  to: number,
  contracts: readonly string[],
): object[] | undefined {
  const { success, data } = z.array(log).safeParse(value);
  if (!success) return undefined;
  const addresses = new Set(contracts.map((address) => address.toLowerCase()));
  if (data.some(({ address }) => !addresses.has(address.toLowerCase()))) return undefined;
  if (data.some(({ blockNumber }) => blockNumber < from || blockNumber > to)) return undefined;
  const isOrdered = data.every((one, at) => {
    const before = data[at - 1];
    if (before === undefined || before.blockNumber < one.blockNumber) return true;
    if (before.blockNumber > one.blockNumber) return false;
    return before.logIndex < one.logIndex && before.transactionIndex <= one.transactionIndex;
  });
  if (!isOrdered) return undefined;
  return data.map(({ address, removed: _, ...rest }) => ({ ...rest, contract: getAddress(address), blockTime: 0 }));
}
