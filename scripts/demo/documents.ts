import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { finished } from "node:stream/promises";
import PDFDocument from "pdfkit";

/*
 * The papers of the demo: real PDF, CSV and JSON files, the same bytes at every load, made where the demo is loaded.
 */

/** A file of the demo: a report as PDF, measurements as CSV, or a description as JSON, by its name's ending. */
export interface DemoDocument {
  /** Path below the folder it is made in; `trial-run-report.pdf`. */
  readonly path: string;
  readonly heading: string;
  /** Date the paper bears, Unix seconds. */
  readonly date: number;
}

/** Makes a file below `folder`, and says where. */
export async function makeDocument(folder: string, document: DemoDocument): Promise<string> {
  const file = join(folder, document.path);
  await mkdir(dirname(file), { recursive: true });
  if (file.endsWith(".pdf")) await writePdf(file, document);
  else await writeFile(file, file.endsWith(".csv") ? measurements(document) : description(document));
  return file;
}

async function writePdf(file: string, { heading, path, date }: DemoDocument): Promise<void> {
  const created = new Date(date * 1_000);
  const pdf = new PDFDocument({ size: "A4", info: { Title: heading, Author: "Demonstration", CreationDate: created } });
  const stream = pdf.pipe(createWriteStream(file));
  pdf.fontSize(18).text(heading).moveDown();
  pdf
    .fontSize(11)
    .text(`${path}, ${created.toISOString().slice(0, 10)}`)
    .moveDown();
  pdf.text(
    "This paper belongs to the demonstration of the pilot ledger. Its organisations, figures and findings are invented.",
  );
  for (const [index, value] of figures(heading + path, 6).entries()) {
    pdf.moveDown(0.5).text(`${index + 1}. Figure ${index + 1} of the report: ${value}`);
  }
  pdf.end();
  await finished(stream);
}

function measurements({ heading, path, date }: DemoDocument): string {
  const rows = figures(heading + path, 48).map((value, hour) => {
    const time = new Date((date + hour * 3_600) * 1_000).toISOString();
    return `${time},node-${(hour % 4) + 1},${value},${(value % 7) + 1}`;
  });
  return `${["time,node,transactions,latency_ms", ...rows].join("\n")}\n`;
}

function description({ heading, path, date }: DemoDocument): string {
  const nodes = figures(heading + path, 4).map((value, index) => ({ name: `node-${index + 1}`, blocks: value }));
  return `${JSON.stringify({ heading, date: new Date(date * 1_000).toISOString(), nodes }, null, 2)}\n`;
}

/** Numbers that look measured and are the same every time. */
function figures(seed: string, count: number): number[] {
  return Array.from({ length: count }, (_, index) =>
    createHash("sha256").update(`${seed}/${index}`).digest().readUInt16BE(0),
  );
}
