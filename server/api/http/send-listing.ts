import { createHash, randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Request, Response } from "express";
import { z } from "zod";
import { type Cell, cellOf, columnsOf, type SheetColumn } from "../formats/columns.ts";
import { BYTE_ORDER_MARK, csvLine } from "../formats/csv.ts";
import { FORMATS, type Format } from "../formats/format.ts";
import { headingOf } from "../formats/headings.ts";
import { writeWorkbook } from "../formats/xlsx.ts";
import type { Listing } from "../route.ts";
import { type Language, languageOf } from "./language.ts";

/** How a whole list is sent. */
export interface ListingForm {
  readonly format: Exclude<Format, "json">;
  readonly item: z.ZodType;
  /** What a saved file is called, without its ending. */
  readonly name: string;
  /** What else the bytes follow from, such as a jurisdiction. */
  readonly identity: string;
}

/** Text is handed on in pieces of about this size. */
const PIECE = 16_384;

/** The bytes follow from the program as well: another run may be another version. */
const THIS_RUN = randomUUID();

/**
 * Sets the headers of a whole list. Its ETag is of what the list follows from, so that it is known before the first item.
 *
 * @returns whether the items are to follow: not when the client has them, or asked for the headers alone.
 */
export function listingHeaders(request: Request, response: Response, listing: Listing, form: ListingForm): boolean {
  const { format, name } = form;
  const language = languageOf(request);
  const identity = [listing.identity, form.identity, format, language, THIS_RUN].join("\n");
  response.vary("Accept").vary("Accept-Language");
  response.set({
    ETag: `"${createHash("sha256").update(identity).digest("base64url")}"`,
    "Content-Type": format === "xlsx" ? FORMATS.xlsx : `${FORMATS[format]}; charset=utf-8`,
    "Content-Language": language,
  });
  if (listing.state !== null) {
    const { asOf, head } = listing.state;
    response.set({ "Ledger-As-Of": String(asOf), "Ledger-Block": `${head.number} ${head.hash}` });
  }
  if (format !== "ndjson") response.set("Content-Disposition", `attachment; filename="${name}.${format}"`);
  if (request.fresh) response.status(304);
  return response.statusCode !== 304 && request.method !== "HEAD";
}

/** Sends the items of a list as they are read, in constant memory: reading waits for the client. */
export async function sendItems(
  request: Request,
  response: Response,
  { items, columns }: Listing,
  { format, item }: ListingForm,
): Promise<void> {
  if (format === "ndjson") {
    await pipeline(Readable.from(inPieces(ndjsonLines(items))), response);
    return;
  }
  const language = languageOf(request);
  const shown = columns ?? columnsUnder(item);
  const headings = shown.map(({ heading }) => heading[language]);
  const rows = rowsOf(shown, items, language);
  if (format === "csv") await pipeline(Readable.from(inPieces(csvLines(headings, rows))), response);
  else await writeWorkbook(response, headings, rows);
}

async function* ndjsonLines(items: AsyncIterable<object>): AsyncGenerator<string> {
  for await (const item of items) yield `${JSON.stringify(item)}\n`;
}

/** The columns of a list that names none: what the schema of its items has. */
function columnsUnder(item: z.ZodType): SheetColumn<object>[] {
  if (!(item instanceof z.ZodObject)) throw new Error("a list whose items are of several forms names its columns");
  return columnsOf(item).map((column) => ({ heading: headingOf(column), cell: (one) => cellOf(column, one) }));
}

async function* rowsOf(
  columns: readonly SheetColumn<object>[],
  items: AsyncIterable<object>,
  language: Language,
): AsyncGenerator<Cell[]> {
  for await (const item of items) yield columns.map(({ cell }) => cell(item, language));
}

async function* csvLines(headings: readonly string[], rows: AsyncIterable<readonly Cell[]>): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(headings);
  for await (const cells of rows) yield csvLine(cells);
}

/** Lines put together into pieces that are worth a write. */
async function* inPieces(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let piece = "";
  for await (const line of lines) {
    piece += line;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}
