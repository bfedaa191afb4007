import { ENDED_STATES } from "../../../server/ledger/codes/pilots.ts";
import type { LedgerEvent } from "../../../server/ledger/events.ts";
import type { Address } from "../../../server/ledger/hex.ts";
import { unpackPilotId } from "../../../server/ledger/ids.ts";
import { unpackUscc } from "../../../server/ledger/uscc.ts";
import { openAccount } from "../chain/account.ts";
import { type Ledger, withLedger } from "../chain/ledger.ts";
import { readEvents } from "../chain/logs.ts";
import { bindingView, pilotView } from "../chain/views.ts";
import { forgetPending, keepManifest, keepReceipt } from "../receipts/keep.ts";
import { performOnce } from "../receipts/once.ts";
import { actOutcome } from "../receipts/outcome.ts";
import { type Receipt, receiptOfEvent, receiptOfTransaction } from "../receipts/receipt.ts";
import { note, type Outcome, pathOf, type Session } from "../session.ts";
import type { PilotArgument } from "../values/codes.ts";
import { packedApplication, packedPlan } from "./packed.ts";
import { type Application, openApplication } from "./read.ts";

/** Applies with a file. The same application a second time is found on the chain and not sent again. */
export async function applyPilot(session: Session, file: string): Promise<Outcome> {
  const application = await openApplication(pathOf(session, file), file);
  return withLedger(session, async (ledger) => {
    const wallet = await openAccount(session, ledger);
    const name = `application-${application.digest.slice(2, 14)}`;
    const earlier = await sameApplication(ledger, wallet.address as Address, application);
    if (earlier !== undefined) {
      const receipt = await receiptOfEvent(ledger, earlier);
      note(session, {
        zh: `该申报已于区块 ${receipt.blockNumber} 提交，编号 ${receipt.subject}；本次未发送任何内容。`,
        en: `this application was sent already as ${receipt.subject}, in block ${receipt.blockNumber}; nothing was sent`,
      });
      return keepApplication(session, application, receipt, { name, sent: false });
    }
    const packed = packedApplication(application.content, application.digest);
    const act = {
      contract: "PilotLedger",
      method: "applyPilot",
      args: [packed, packedPlan(application.content)],
    } as const;
    const { transaction, resumed } = await performOnce(session, ledger, wallet, { act, name });
    const receipt = await receiptOfTransaction(ledger, transaction);
    return keepApplication(session, application, receipt, { name, sent: !resumed });
  });
}

/** Sends a returned application again. */
export async function resubmitPilot(session: Session, pilot: PilotArgument, file: string): Promise<Outcome> {
  const application = await openApplication(pathOf(session, file), file);
  return withLedger(session, async (ledger) => {
    const wallet = await openAccount(session, ledger);
    const { version } = await pilotView(ledger, pilot);
    const { budget, text } = packedApplication(application.content, application.digest);
    const name = `${pilot.code}-application-v${version + 1}`;
    const args = [pilot.id, budget, application.digest, text, packedPlan(application.content)];
    const act = { contract: "PilotLedger", method: "resubmitPilot", args } as const;
    const { transaction, resumed } = await performOnce(session, ledger, wallet, { act, name });
    const receipt = await receiptOfTransaction(ledger, transaction);
    const manifest = await keepManifest(session, name, application.manifest);
    const kept = await keepReceipt(session, name, receipt);
    await forgetPending(session, name);
    return actOutcome(session, receipt, { receipt: kept, manifest }, { sent: !resumed });
  });
}

async function keepApplication(
  session: Session,
  application: Application,
  receipt: Receipt,
  { name, sent }: { readonly name: string; readonly sent: boolean },
): Promise<Outcome> {
  const kept = `${receipt.subject}-application`;
  const manifest = await keepManifest(session, kept, application.manifest);
  const files = { manifest, receipt: await keepReceipt(session, kept, receipt) };
  await forgetPending(session, name);
  return actOutcome(session, receipt, files, { sent });
}

/** An application of the same organisation with the same content, whose pilot has not ended. */
async function sameApplication(
  ledger: Ledger,
  account: Address,
  application: Application,
): Promise<LedgerEvent<"PilotApplied"> | undefined> {
  const { organisation } = await bindingView(ledger, account);
  const packed = packedApplication(application.content, application.digest);
  const scope = `-${application.content.region}-${application.content.field}-`;
  const filter = { contract: "PilotLedger", events: ["PilotApplied"], holding: [application.digest] } as const;
  const events = await readEvents(ledger, filter);
  for (const event of events) {
    if (event.name !== "PilotApplied") continue;
    const { lead, programme, predecessor, budget, applicationDigest, text } = event.args;
    const code = unpackPilotId(event.subject);
    const same =
      unpackUscc(lead) === organisation &&
      code.includes(scope) &&
      programme === packed.programme &&
      predecessor === packed.predecessor &&
      budget === packed.budget &&
      applicationDigest === packed.applicationDigest &&
      text === packed.text;
    if (same && !ENDED_STATES.includes((await pilotView(ledger, { code, id: event.subject })).state)) return event;
  }
  return undefined;
}
