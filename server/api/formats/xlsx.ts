import { once } from "node:events";
import type { Writable } from "node:stream";
import exceljs from "exceljs";
import type { Cell } from "./columns.ts";

/** As Node's own streams say it. */
const READER_GONE = "ERR_STREAM_PREMATURE_CLOSE";

/** Rows of a sheet, its heading included, that Excel can open. */
const ROWS_OF_SHEET = 1_048_576;

/** After so many rows the socket is looked at, and the compressor let work. */
const ROWS_AT_ONCE = 200;

/**
 * Writes a table as a workbook, row by row, in constant memory: it waits whenever `output` is behind. Text is stored as text, so that
 * no cell is a formula. A table longer than a sheet goes on on the next.
 */
export async function writeWorkbook(
  output: Writable,
  headings: readonly string[],
  rows: AsyncIterable<readonly Cell[]>,
  rowsOfSheet = ROWS_OF_SHEET,
): Promise<void> {
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({
    stream: output,
    useStyles: false,
    useSharedStrings: false,
  });
  let sheet = addSheet(workbook, 1, headings);
  let written = 1;
  let sheets = 1;
  for await (const cells of rows) {
    if (written === rowsOfSheet) {
      sheet.commit();
      sheets += 1;
      sheet = addSheet(workbook, sheets, headings);
      written = 1;
    }
    sheet.addRow([...cells]).commit();
    written += 1;
    if (written % ROWS_AT_ONCE === 0) await drained(output);
  }
  sheet.commit();
  await workbook.commit();
}

function addSheet(workbook: exceljs.stream.xlsx.WorkbookWriter, number: number, headings: readonly string[]) {
  const sheet = workbook.addWorksheet(String(number), { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.addRow([...headings]).commit();
  return sheet;
}

/** The writer takes rows without end; only here it is held to the pace of who reads. */
async function drained(output: Writable): Promise<void> {
  await new Promise(setImmediate);
  if (output.destroyed) throw Object.assign(new Error("the reader of the workbook has gone"), { code: READER_GONE });
  if (!output.writableNeedDrain) return;
  const gone = new AbortController();
  try {
    await Promise.race([
      once(output, "drain", { signal: gone.signal }),
      once(output, "close", { signal: gone.signal }),
    ]);
  } finally {
    gone.abort();
  }
}
