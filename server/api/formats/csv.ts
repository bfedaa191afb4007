import type { Cell } from "./columns.ts";

/** Tells spreadsheet programs that the text is UTF-8; without it Excel garbles Chinese. */
export const BYTE_ORDER_MARK = "\ufeff";

/**
 * What makes a spreadsheet take a cell for a formula or a command: the signs at its beginning, in their full-width forms as well, also
 * behind white space and control characters, which some programs trim first.
 */
const FORMULA = /^[\s\p{Cc}\p{Cf}'"]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]/u;

/** Control characters at the beginning do harm of their own: they move what follows to another cell. */
const CONTROL = /^\p{Cc}/u;

const NUMBER = /^-?\d+(\.\d+)?$/;

/** A line of CSV (RFC 4180): every cell quoted, and none that a spreadsheet would run. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(quoted).join(",")}\r\n`;
}

function quoted(cell: Cell): string {
  if (cell === null) return '""';
  return `"${harmless(String(cell)).replaceAll('"', '""')}"`;
}

/** A text that begins like a formula gets an apostrophe in front, which spreadsheets take for "this is text". Numbers stay. */
export function harmless(text: string): string {
  const isDangerous = (FORMULA.test(text) || CONTROL.test(text)) && !NUMBER.test(text);
  return isDangerous ? `'${text}` : text;
}
