import { openAccount } from "../chain/account.ts";
import { type Ledger, withLedger } from "../chain/ledger.ts";
import { type Act, performAct } from "../chain/perform.ts";
import type { Outcome, Session } from "../session.ts";
import { keepReceipt } from "./keep.ts";
import { actOutcome } from "./outcome.ts";
import { type Receipt, receiptOfTransaction } from "./receipt.ts";

/** Carries out one act of the signing account and keeps its receipt. */
export async function carryOut(session: Session, act: Act | ((ledger: Ledger) => Promise<Act>)): Promise<Outcome> {
  return withLedger(session, async (ledger) => {
    const wallet = await openAccount(session, ledger);
    const call = typeof act === "function" ? await act(ledger) : act;
    const receipt = await receiptOfTransaction(ledger, await performAct(session, ledger, wallet, call));
    return actOutcome(session, receipt, { receipt: await keepReceipt(session, receiptName(receipt), receipt) });
  });
}

/** The name of a receipt's file: what it is about, which act, and where in the chain, so that none overwrites another. */
export function receiptName(receipt: Receipt): string {
  const milestone = receipt.milestone === null ? "" : `-M${receipt.milestone}`;
  return `${receipt.subject}${milestone}-${receipt.act}-${receipt.blockNumber}.${receipt.logIndex}`;
}
