import { addressOf } from "./address.ts";
import type { Hex } from "./hex.ts";
import { writeHex } from "./keccak.ts";

/*
 * Reads ABI-encoded values straight from their hexadecimal text. Built from the ABI's own types once, when it is loaded; a test
 * compares every event of the ledger with ethers' coder. It is stricter than that one: what is not encoded as Solidity does
 * (bits outside of a value's width, places outside of the data) is refused.
 */

/** A type of the ABI, as its JSON has it. */
export interface AbiType {
  readonly name: string;
  readonly type: string;
  readonly components?: readonly AbiType[];
}

/** What is not ABI-encoded as it should be. */
export class AbiFault extends Error {}

/** Reads the value of a type. `base` is where offsets count from, `at` where its head is; both in digits of `hex`. */
type Read = (hex: string, base: number, at: number) => unknown;

interface Reader {
  readonly read: Read;
  /** Digits in the head: a dynamic type has the offset of its tail there. */
  readonly size: number;
  readonly isDynamic: boolean;
}

const WORD = 64;
/** Numbers up to this many bits are read as numbers; signed ones hold figures and never are. */
const SMALL_BITS = 48;

/** A reader of the values of some parameters, by their names. */
export function readerOf(parameters: readonly AbiType[]): (data: Hex) => Record<string, unknown> {
  const { read } = tupleReader(parameters);
  return (data) => read(data, 2, 2) as Record<string, unknown>;
}

function typeReader(type: AbiType): Reader {
  if (type.type.endsWith("[]")) return arrayReader(typeReader({ ...type, type: type.type.slice(0, -2) }));
  if (type.type === "tuple") return tupleReader(type.components ?? []);
  if (type.type === "string") return { read: readString, size: WORD, isDynamic: true };
  return { read: wordReader(type.type), size: WORD, isDynamic: false };
}

function wordReader(type: string): Read {
  if (type === "bool") return readBool;
  if (type === "address") return readAddress;
  const [, family = "", width = ""] = /^(uint|int|bytes)(\d+)$/.exec(type) ?? [];
  const digits = family === "bytes" ? Number(width) * 2 : Number(width) / 4;
  if (family === "bytes") return (hex, _, at) => `0x${paddedRight(hex, at, digits)}`;
  if (family === "int") return (hex, _, at) => readSigned(hex, at, digits);
  if (family !== "uint") throw new TypeError(`no reader of the ABI type ${type}`);
  if (Number(width) <= SMALL_BITS) return (hex, _, at) => Number.parseInt(paddedLeft(hex, at, digits), 16);
  return (hex, _, at) => BigInt(`0x${paddedLeft(hex, at, digits)}`);
}

function tupleReader(types: readonly AbiType[]): Reader {
  const members = types.map((type) => ({ name: type.name, ...typeReader(type) }));
  const isDynamic = members.some((member) => member.isDynamic);
  const headSize = members.reduce((sum, { size }) => sum + size, 0);
  const read: Read = (hex, _, start) => {
    const value: Record<string, unknown> = {};
    let at = start;
    for (const member of members) {
      value[member.name] = member.read(hex, start, member.isDynamic ? start + offsetAt(hex, at) : at);
      at += member.size;
    }
    return value;
  };
  return { read, size: isDynamic ? WORD : headSize, isDynamic };
}

function arrayReader(item: Reader): Reader {
  const read: Read = (hex, _, start) => {
    const length = lengthAt(hex, start);
    const first = start + WORD;
    if (first + length * item.size > hex.length) throw new AbiFault("an array that is longer than the data");
    return Array.from({ length }, (_unused, index) => {
      const at = first + index * item.size;
      return item.read(hex, first, item.isDynamic ? first + offsetAt(hex, at) : at);
    });
  };
  return { read, size: WORD, isDynamic: true };
}

function readString(hex: string, _: number, start: number): string {
  const length = lengthAt(hex, start) * 2;
  const first = start + WORD;
  if (first + length > hex.length) throw new AbiFault("a text that is longer than the data");
  return utf8(hex, first, first + length);
}

function readBool(hex: string, _: number, at: number): boolean {
  const digit = paddedLeft(hex, at, 1);
  if (digit === "0" || digit === "1") return digit === "1";
  throw new AbiFault("a truth value that is none");
}

function readAddress(hex: string, _: number, at: number): unknown {
  return addressOf(paddedLeft(hex, at, 40));
}

function readSigned(hex: string, at: number, digits: number): bigint {
  const whole = BigInt.asIntN(WORD * 4, BigInt(`0x${wordAt(hex, at)}`));
  if (BigInt.asIntN(digits * 4, whole) !== whole) throw new AbiFault("bits outside of a value's width");
  return whole;
}

/** The last `digits` of a word, before which there is nothing but zeros. */
function paddedLeft(hex: string, at: number, digits: number): string {
  const end = at + WORD;
  if (end > hex.length) throw new AbiFault("the data ends before its values do");
  if (!isZero(hex, at, end - digits)) throw new AbiFault("bits outside of a value's width");
  return hex.slice(end - digits, end);
}

/** The first `digits` of a word, after which there is nothing but zeros. */
function paddedRight(hex: string, at: number, digits: number): string {
  const end = at + WORD;
  if (end > hex.length) throw new AbiFault("the data ends before its values do");
  if (!isZero(hex, at + digits, end)) throw new AbiFault("bits outside of a value's width");
  return hex.slice(at, at + digits);
}

function isZero(hex: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (hex.charCodeAt(at) !== 48) return false;
  return true;
}

function wordAt(hex: string, at: number): string {
  if (at + WORD > hex.length) throw new AbiFault("the data ends before its values do");
  return hex.slice(at, at + WORD);
}

/** An offset, in digits. */
function offsetAt(hex: string, at: number): number {
  return Number.parseInt(paddedLeft(hex, at, 8), 16) * 2;
}

function lengthAt(hex: string, at: number): number {
  return Number.parseInt(paddedLeft(hex, at, 8), 16);
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Whoever calls the contracts decides what a text says: what is no UTF-8 in it becomes U+FFFD, and stops nobody. */
function utf8(hex: string, from: number, to: number): string {
  const bytes = new Uint8Array((to - from) / 2);
  writeHex(bytes, 0, hex, from, to);
  return decoder.decode(bytes);
}
