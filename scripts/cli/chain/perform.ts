import { setTimeout as delay } from "node:timers/promises";
import { Transaction, type TransactionReceipt, type Wallet } from "ethers";
import type { ContractName } from "../../../server/ledger/contracts.ts";
import type { Hex } from "../../../server/ledger/hex.ts";
import { CliFailure, unusable } from "../failure.ts";
import { note, type Session } from "../session.ts";
import { toFailure } from "./failures.ts";
import type { Ledger } from "./ledger.ts";

/** A call that changes the ledger. */
export interface Act {
  readonly contract: ContractName;
  readonly method: string;
  readonly args: readonly unknown[];
}

const WAIT_FOR_BLOCK_MS = 180_000;

/**
 * Carries out an act: first as a call that changes nothing, so that a refusal costs nothing; then signed, sent and waited for.
 *
 * @param onSigned Told the transaction's hash after signing and before sending: whatever happens then, it can be looked for.
 * @throws {CliFailure} when the ledger refuses, or the transaction is not in a block in time.
 */
export async function performAct(
  session: Session,
  ledger: Ledger,
  wallet: Wallet,
  act: Act,
  onSigned: (transactionHash: Hex) => Promise<void> = async () => undefined,
): Promise<TransactionReceipt> {
  const contract = ledger.contracts[act.contract];
  const to = ledger.deployment.contracts[act.contract];
  const data = contract.interface.encodeFunctionData(act.method, [...act.args]);
  const call = { from: wallet.address, to, data };
  await ledger.provider.call(call);
  // The journal's first fold of a block costs more than the one that was estimated; what is not used is not paid.
  const gasLimit = ((await ledger.provider.estimateGas(call)) * 12n) / 10n;
  const signed = await wallet.signTransaction(await wallet.populateTransaction({ ...call, gasLimit }));
  const { hash } = Transaction.from(signed);
  if (hash === null) throw new TypeError("a signed transaction has a hash");
  await onSigned(hash as Hex);
  await ledger.provider.broadcastTransaction(signed);
  note(session, { zh: `已发送，等待入块：${hash}`, en: `sent, waiting for its block: ${hash}` });
  return requireDone(ledger, call, await receiptOf(ledger, hash as Hex));
}

/**
 * Waits until a transaction is in a block. Nodes may accept a transaction long before they mine it, so the receipt is asked for until
 * it is there.
 */
export async function receiptOf({ provider }: Ledger, transactionHash: Hex): Promise<TransactionReceipt> {
  const attempts = waitingTimes(WAIT_FOR_BLOCK_MS);
  for (const pause of attempts) {
    const receipt = await provider.getTransactionReceipt(transactionHash);
    if (receipt !== null) return receipt;
    await delay(pause);
  }
  throw unusable(
    "NOT_MINED",
    `交易 ${transactionHash} 已发送，但尚未入块；请稍后用同一命令重试，不会重复提交。`,
    `transaction ${transactionHash} was sent and is in no block yet; run the same command again later, nothing is sent twice`,
  );
}

/** Pauses that grow from 20 ms to a second and add up to `total`. */
function* waitingTimes(total: number): Generator<number> {
  for (let waited = 0, pause = 20; waited < total; waited += pause, pause = Math.min(pause * 1.5, 1_000)) yield pause;
}

async function requireDone(
  ledger: Ledger,
  call: { readonly from: string; readonly to: string; readonly data: string },
  receipt: TransactionReceipt,
): Promise<TransactionReceipt> {
  if (receipt.status === 1) return receipt;
  // It was allowed when it was tried and no longer when its block was made; asked again, the ledger says why.
  let failure = new CliFailure(
    "REVERTED",
    {
      zh: `交易 ${receipt.hash} 已入块但被账本拒绝，账本未作更改；请查看状态后重试。`,
      en: `transaction ${receipt.hash} is in a block but the ledger refused it and nothing was changed; look at the status and try again`,
    },
    { exitCode: 1 },
  );
  try {
    await ledger.provider.call({ ...call, blockTag: receipt.blockNumber });
  } catch (error) {
    failure = toFailure(error);
  }
  throw failure;
}
