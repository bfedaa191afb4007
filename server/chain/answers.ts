import type { RawLog } from "../ledger/decode.ts";
import { type Address, type Hex, isHexOf } from "../ledger/hex.ts";
import type { Header } from "./source.ts";

/*
 * Reads what nodes answer. Every member that is used is checked; nothing passes because it looks like what it should be. Written by
 * hand because a backfill reads millions of logs.
 */

/** What is wrong with an answer. */
export class AnswerFault extends Error {}

/** The addresses whose logs are read, by their lower case. */
export type AddressBook = ReadonlyMap<string, Address>;

/** A log whose block's time is not known yet: nodes answer logs without it. */
export type UndatedLog = { -readonly [Member in keyof RawLog]: RawLog[Member] };

const BYTES = /^0x(?:[0-9a-f]{2})*$/;
const HASH = /^0x[0-9a-f]{64}$/;
const BLOOM_BYTES = 256;

/** 32 bytes. */
function readHash(value: unknown, member: string): Hex {
  if (typeof value === "string") {
    if (HASH.test(value)) return value as Hex;
    const lower = value.toLowerCase();
    if (HASH.test(lower)) return lower as Hex;
  }
  throw new AnswerFault(`${member}: not 32 bytes in hexadecimal`);
}

/** Integers a JavaScript number holds exactly; Ethereum's heights and times are. */
export function readQuantity(value: unknown, member: string): number {
  if (typeof value === "string" && /^0x[0-9a-fA-F]{1,13}$/.test(value)) return Number.parseInt(value, 16);
  throw new AnswerFault(`${member}: not a quantity`);
}

/** Bytes of any length. */
export function readBytes(value: unknown, member: string): Hex {
  if (typeof value === "string") {
    if (BYTES.test(value)) return value as Hex;
    const lower = value.toLowerCase();
    if (BYTES.test(lower)) return lower as Hex;
  }
  throw new AnswerFault(`${member}: not bytes in hexadecimal`);
}

export function readHeader(value: unknown): Header {
  if (!isObject(value)) throw new AnswerFault(value === null ? "nothing is there" : "the block: not an object");
  const bloom = readBytes(value.logsBloom, "logsBloom");
  if (!isHexOf(bloom, BLOOM_BYTES)) throw new AnswerFault(`logsBloom: not ${BLOOM_BYTES} bytes`);
  return {
    number: readQuantity(value.number, "number"),
    hash: readHash(value.hash, "hash"),
    parentHash: readHash(value.parentHash, "parentHash"),
    time: readQuantity(value.timestamp, "timestamp"),
    bloom,
  };
}

/**
 * Reads logs: of the blocks and the contracts asked for, none of them twice, in the order of the chain.
 *
 * @throws {AnswerFault} when they are not.
 */
export function readLogs(value: unknown, from: number, to: number, addresses: AddressBook): UndatedLog[] {
  if (!Array.isArray(value)) throw new AnswerFault(value === null ? "nothing is there" : "the logs: not a list");
  let previous: UndatedLog | undefined;
  return value.map((item: unknown, index) => {
    const log = readLog(item, `${index}`, addresses, previous);
    const place = `log ${log.logIndex} of block ${log.blockNumber}`;
    if (log.blockNumber < from || log.blockNumber > to)
      throw new AnswerFault(`${place} is outside the range asked for`);
    if (previous !== undefined && !follows(previous, log)) throw new AnswerFault(`${place} is out of order`);
    previous = log;
    return log;
  });
}

function readLog(value: unknown, at: string, addresses: AddressBook, previous: UndatedLog | undefined): UndatedLog {
  if (!isObject(value)) throw new AnswerFault(`${at}: not an object`);
  if (value.removed !== undefined && value.removed !== false) throw new AnswerFault(`${at}.removed: a log taken back`);
  return {
    contract: readContract(value.address, at, addresses),
    blockNumber: readQuantity(value.blockNumber, `${at}.blockNumber`),
    // Logs of one block or transaction share their hashes: one text for all of them is checked once and kept once.
    blockHash: same(value.blockHash, previous?.blockHash) ?? readHash(value.blockHash, `${at}.blockHash`),
    blockTime: 0,
    transactionHash:
      same(value.transactionHash, previous?.transactionHash) ??
      readHash(value.transactionHash, `${at}.transactionHash`),
    transactionIndex: readQuantity(value.transactionIndex, `${at}.transactionIndex`),
    logIndex: readQuantity(value.logIndex, `${at}.logIndex`),
    topics: readTopics(value.topics, at),
    data: readBytes(value.data, `${at}.data`),
  };
}

function readContract(value: unknown, at: string, addresses: AddressBook): Address {
  if (typeof value !== "string") throw new AnswerFault(`${at}.address: not an address`);
  const address = addresses.get(value) ?? addresses.get(value.toLowerCase());
  if (address === undefined) throw new AnswerFault(`${at}: a log of ${value}, which was not asked for`);
  return address;
}

function readTopics(value: unknown, at: string): Hex[] {
  if (!Array.isArray(value) || value.length > 4) throw new AnswerFault(`${at}.topics: not up to four topics`);
  return value.map((topic: unknown) => readHash(topic, `${at}.topics`));
}

function same(value: unknown, known: Hex | undefined): Hex | undefined {
  return value === known ? known : undefined;
}

function follows(previous: UndatedLog, log: UndatedLog): boolean {
  if (previous.blockNumber !== log.blockNumber) return previous.blockNumber < log.blockNumber;
  return previous.logIndex < log.logIndex && previous.transactionIndex <= log.transactionIndex;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A block number as nodes take it. */
export function quantityOf(number: number): Hex {
  return `0x${number.toString(16)}`;
}
