import { openAccount } from "../chain/account.ts";
import { withLedger } from "../chain/ledger.ts";
import { pilotView } from "../chain/views.ts";
import { forgetPending, keepManifest, keepReceipt } from "../receipts/keep.ts";
import { performOnce } from "../receipts/once.ts";
import { actOutcome } from "../receipts/outcome.ts";
import { receiptOfTransaction } from "../receipts/receipt.ts";
import type { Outcome, Session } from "../session.ts";
import type { PilotArgument } from "../values/codes.ts";
import { hashFolder } from "./document.ts";

/** An act of a pilot that hands in a folder by the digest of its manifest. */
export interface HandIn {
  readonly folder: string;
  readonly method: "requestAcceptance" | "archivePilot";
  /** What the folder is, in the names of the files that are kept. */
  readonly name: string;
}

/** Hands a folder in, and keeps its manifest and the receipt. */
export async function handInFolder(session: Session, pilot: PilotArgument, handIn: HandIn): Promise<Outcome> {
  const { manifest, digest } = await hashFolder(session, handIn.folder);
  return withLedger(session, async (ledger) => {
    const wallet = await openAccount(session, ledger);
    const { acceptanceRound } = await pilotView(ledger, pilot);
    const round = handIn.method === "requestAcceptance" ? `-${acceptanceRound + 1}` : "";
    const name = `${pilot.code}-${handIn.name}${round}`;
    const act = { contract: "PilotLedger", method: handIn.method, args: [pilot.id, digest] } as const;
    const { transaction, resumed } = await performOnce(session, ledger, wallet, { act, name });
    const receipt = await receiptOfTransaction(ledger, transaction);
    const files = {
      manifest: await keepManifest(session, name, manifest),
      receipt: await keepReceipt(session, name, receipt),
    };
    await forgetPending(session, name);
    return actOutcome(session, receipt, files, { sent: !resumed });
  });
}
