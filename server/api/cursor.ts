import { createHash } from "node:crypto";
import { z } from "zod";
import type { Hex } from "../ledger/hex.ts";
import type { StoreReader } from "../store/reader.ts";
import type { AskedCut } from "./as-of.ts";
import { Problem } from "./problems.ts";

/*
 * A cursor says where a page ended, of which question, and on which chain; it is opaque to clients. It is no secret and grants
 * nothing, so its checksum is against accidents, not forgery.
 */

const mark = z.tuple([z.number().int().nonnegative(), z.string().regex(/^0x[0-9a-f]{64}$/)]);

const contentSchema = z.strictObject({
  /** Version of this form. */
  v: z.literal(2),
  /** Hash of the route and its filters. */
  f: z.string(),
  /** Up to where the first page was answered: its instant and its last block. */
  t: z.number().int().nonnegative(),
  b: z.number().int().nonnegative(),
  /** Id of the last item given. */
  a: z.string().min(1).max(256),
  /** The head of the first page: number and hash. */
  h: mark,
  /** The block of the ledger's latest event by then. */
  e: mark.nullable(),
});

/** What a cursor holds. */
export type Cursor = z.infer<typeof contentSchema>;

/** Which question a cursor belongs to: the hash of its route and filters. */
export function questionHash(route: string, filters: object): string {
  return digest(JSON.stringify([route, canonical(filters)]));
}

export function writeCursor(cursor: Cursor): string {
  const content = JSON.stringify(cursor);
  return Buffer.from(digest(content).slice(0, 8) + content).toString("base64url");
}

/** @throws {Problem} CURSOR_INVALID when the text is no cursor that this API wrote. */
export function readCursor(text: string): Cursor {
  try {
    const decoded = Buffer.from(text, "base64url");
    const content = decoded.toString().slice(8);
    const intact =
      decoded.toString("base64url") === text && decoded.toString().slice(0, 8) === digest(content).slice(0, 8);
    if (intact) return contentSchema.parse(JSON.parse(content));
  } catch {
    // Told below: what was wrong with it is of no use to the client.
  }
  throw new Problem("CURSOR_INVALID", {
    zh: "cursor 不是本接口给出的分页标记：请原样使用 page.next，或从第一页开始。",
    en: "cursor is none that this API gave out: use page.next as it is, or start with the first page.",
  });
}

/**
 * Checks that a cursor goes on with this question and that the blocks it was answered from are still of the chain.
 *
 * @throws {Problem} CURSOR_MISMATCH or REORG_DURING_PAGE.
 */
export async function requireContinuing(
  cursor: Cursor,
  question: string,
  { asOf, asOfBlock }: AskedCut,
  reader: StoreReader,
) {
  const isOfOtherCut = (asOf ?? cursor.t) !== cursor.t || (asOfBlock ?? cursor.b) !== cursor.b;
  if (cursor.f !== question || isOfOtherCut) {
    throw new Problem("CURSOR_MISMATCH", {
      zh: "cursor 属于另一个查询：翻页时请保持筛选条件、asOf 与 asOfBlock 不变，或从第一页开始。",
      en: "cursor belongs to another question: keep the filters, asOf and asOfBlock while paging, or start with the first page.",
    });
  }
  if (await isStillOfTheChain(cursor, reader)) return;
  throw new Problem("REORG_DURING_PAGE", {
    zh: `第一页所依据的区块 ${cursor.h[0]} 已不在链上：请从第一页重新开始。`,
    en: `block ${cursor.h[0]}, which the first page was answered from, is no longer of the chain: start again with the first page.`,
  });
}

/** The chain as a first page finds it, for the cursor to the next. */
export async function chainMarks(reader: StoreReader): Promise<Pick<Cursor, "h" | "e">> {
  const { head } = reader;
  if (head === undefined) throw new Error("a page was answered before any block was mirrored");
  for await (const [, { provenance }] of reader.list("event", { reverse: true, mostly: 1 })) {
    return { h: [head.number, head.hash], e: [provenance.blockNumber, provenance.blockHash] };
  }
  return { h: [head.number, head.hash], e: null };
}

/** A block that is no longer kept is final, unless the ledger's latest event then is gone. */
async function isStillOfTheChain({ h, e }: Cursor, reader: StoreReader): Promise<boolean> {
  const [number, hash] = h;
  if (number > (reader.head?.number ?? -1)) return false;
  const block = await reader.block(number);
  if (block !== undefined) return block.hash === (hash as Hex);
  return e === null || (await reader.block(e[0]))?.hash === e[1];
}

function canonical(filters: object): [string, unknown][] {
  return Object.entries(filters)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]): [string, unknown] => [name, Array.isArray(value) ? value.toSorted() : value])
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
