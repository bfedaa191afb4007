import type { TransactionReceipt, Wallet } from "ethers";
import type { Hex } from "../../../server/ledger/hex.ts";
import type { Ledger } from "../chain/ledger.ts";
import { type Act, performAct, receiptOf } from "../chain/perform.ts";
import { note, type Session } from "../session.ts";
import { forgetPending, keepPending, pendingTransaction } from "./keep.ts";

/** A transaction, and whether an earlier call had sent it. */
export interface SentOnce {
  readonly transaction: TransactionReceipt;
  readonly resumed: boolean;
}

/**
 * Carries out an act that must not happen twice. The transaction is noted before it is sent, so that a call after an interruption
 * waits for it instead of sending another.
 *
 * @param name Names the act and its content; the same name is the same act.
 */
export async function performOnce(
  session: Session,
  ledger: Ledger,
  wallet: Wallet,
  { act, name }: { readonly act: Act; readonly name: string },
): Promise<SentOnce> {
  const earlier = await resume(session, ledger, name);
  if (earlier !== undefined) return { transaction: earlier, resumed: true };
  const transaction = await performAct(session, ledger, wallet, act, (hash) => keepPending(session, name, hash));
  return { transaction, resumed: false };
}

/** The transaction that an interrupted call had sent; undefined when it never reached the chain, or was refused there. */
async function resume(session: Session, ledger: Ledger, name: string): Promise<TransactionReceipt | undefined> {
  const noted = await pendingTransaction(session, name);
  if (noted === undefined) return undefined;
  const known = await knownTransaction(session, ledger, noted);
  if (known?.status === 1) return known;
  await forgetPending(session, name);
  return undefined;
}

async function knownTransaction(session: Session, ledger: Ledger, hash: Hex): Promise<TransactionReceipt | undefined> {
  if ((await ledger.provider.getTransaction(hash)) === null) return undefined;
  note(session, {
    zh: `上次运行已发送交易 ${hash}，等待入块`,
    en: `an earlier run sent transaction ${hash}; waiting for its block`,
  });
  return receiptOf(ledger, hash);
}
