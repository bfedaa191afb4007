import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Hex } from "../../../server/ledger/hex.ts";
import { isHexOf } from "../../../server/ledger/hex.ts";
import { type Manifest, manifestText } from "../../../server/ledger/manifest.ts";
import { pathOf, type Session } from "../session.ts";
import type { Receipt } from "./receipt.ts";

/** The folder in which manifests and receipts are kept: `--out`, else `receipts` where the caller stands. */
export function receiptFolder(session: Session): string {
  return pathOf(session, session.options.out ?? "receipts");
}

/** Writes a receipt; `name` is the file's without its ending. */
export async function keepReceipt(session: Session, name: string, receipt: Receipt): Promise<string> {
  return writeWhole(join(receiptFolder(session), `${name}.receipt.json`), `${JSON.stringify(receipt, null, 2)}\n`);
}

/** Writes a manifest in its canonical form, so that the file's own SHA-256 is the digest on the ledger. */
export async function keepManifest(session: Session, name: string, manifest: Manifest): Promise<string> {
  return writeWhole(join(receiptFolder(session), `${name}.manifest.json`), manifestText(manifest));
}

/** Notes a transaction that is about to be sent, so that a call after an interruption finds it. */
export async function keepPending(session: Session, name: string, transactionHash: Hex): Promise<void> {
  await writeWhole(pendingFile(session, name), `${JSON.stringify({ transactionHash })}\n`);
}

/** The transaction an interrupted call noted; undefined when there is none. */
export async function pendingTransaction(session: Session, name: string): Promise<Hex | undefined> {
  try {
    const noted: unknown = JSON.parse(await readFile(pendingFile(session, name), "utf8"));
    const hash = typeof noted === "object" && noted !== null && "transactionHash" in noted ? noted.transactionHash : "";
    return typeof hash === "string" && isHexOf(hash, 32) ? hash : undefined;
  } catch {
    return undefined;
  }
}

/** Forgets a noted transaction. */
export async function forgetPending(session: Session, name: string): Promise<void> {
  await rm(pendingFile(session, name), { force: true });
}

function pendingFile(session: Session, name: string): string {
  return join(receiptFolder(session), `${name}.pending.json`);
}

async function writeWhole(file: string, text: string): Promise<string> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
  return file;
}
