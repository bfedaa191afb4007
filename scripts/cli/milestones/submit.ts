import type { Wallet } from "ethers";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import { DIGEST_ALGORITHMS, EVIDENCE_KINDS } from "../../../server/ledger/codes/evidence.ts";
import { EVIDENCE_KIND_LABELS } from "../../../server/ledger/codes/labels.ts";
import type { LedgerEvent } from "../../../server/ledger/events.ts";
import { manifestBytes } from "../../../server/ledger/manifest.ts";
import { openAccount } from "../chain/account.ts";
import { chainTime, type Ledger, withLedger } from "../chain/ledger.ts";
import { readEvents } from "../chain/logs.ts";
import type { Act } from "../chain/perform.ts";
import { type MilestoneView, milestoneView } from "../chain/views.ts";
import { refused } from "../failure.ts";
import { type HashedFolder, hashFolder } from "../files/document.ts";
import { forgetPending, keepManifest, keepReceipt } from "../receipts/keep.ts";
import { performOnce } from "../receipts/once.ts";
import { actOutcome } from "../receipts/outcome.ts";
import { type Receipt, receiptOfEvent, receiptOfTransaction } from "../receipts/receipt.ts";
import { note, type Outcome, type Session } from "../session.ts";
import type { PilotArgument } from "../values/codes.ts";
import { momentArgument } from "../values/instants.ts";
import { type EvidenceFile, evidenceOf } from "./evidence-kinds.ts";
import { requireReady } from "./ready.ts";

export interface SubmitOptions {
  readonly dir: string;
  readonly evidence?: readonly string[];
  readonly finishedAt?: string;
  readonly again?: boolean;
}

/** A milestone of a pilot. */
export interface MilestoneArgument {
  readonly pilot: PilotArgument;
  readonly number: number;
}

/**
 * Submits a milestone with a folder of files. The same folder a second time is found on the chain and not sent again; its receipt is
 * written anew.
 */
export async function submitMilestone(
  session: Session,
  milestone: MilestoneArgument,
  options: SubmitOptions,
): Promise<Outcome> {
  const folder = await hashFolder(session, options.dir);
  const evidence = evidenceOf(folder.manifest, options.evidence ?? []);
  for (const item of evidence) note(session, evidenceLine(item));
  return withLedger(session, async (ledger) => {
    const view = await milestoneView(ledger, milestone.pilot, milestone.number);
    const earlier = await sameSubmission(ledger, milestone, folder);
    if (earlier !== undefined && isDelivered(view, earlier)) {
      const receipt = await receiptOfEvent(ledger, earlier);
      note(session, {
        zh: `这些文件已作为第 ${earlier.args.revision} 次提交记入区块 ${receipt.blockNumber}；本次未发送任何内容。`,
        en: `already submitted as revision ${earlier.args.revision} in block ${receipt.blockNumber}; nothing was sent`,
      });
      await forgetPending(session, fileName(milestone, earlier.args.revision, folder));
      return keep(session, folder, receipt, false);
    }
    if (earlier !== undefined && options.again !== true) throw returnedBefore(earlier);
    const wallet = await openAccount(session, ledger);
    const name = fileName(milestone, view.revision + 1, folder);
    await requireReady(ledger, milestone, { view, evidence });
    const act = await submission(ledger, milestone, { folder, evidence, options, revision: view.revision + 1 });
    return sendSubmission(session, ledger, wallet, { act, name, folder });
  });
}

async function sendSubmission(
  session: Session,
  ledger: Ledger,
  wallet: Wallet,
  { act, name, folder }: { readonly act: Act; readonly name: string; readonly folder: HashedFolder },
): Promise<Outcome> {
  const { transaction, resumed } = await performOnce(session, ledger, wallet, { act, name });
  const outcome = await keep(session, folder, await receiptOfTransaction(ledger, transaction), !resumed);
  await forgetPending(session, name);
  return outcome;
}

/** The call, with the time of the latest block as the claimed one unless another is given. */
async function submission(
  ledger: Ledger,
  { pilot, number }: MilestoneArgument,
  given: {
    readonly folder: HashedFolder;
    readonly evidence: readonly EvidenceFile[];
    readonly options: SubmitOptions;
    readonly revision: number;
  },
): Promise<Act> {
  const { folder, evidence, options, revision } = given;
  const { finishedAt } = options;
  const claimedAt = finishedAt === undefined ? await chainTime(ledger) : momentArgument(finishedAt, "--finished-at");
  const submitted = {
    milestone: number,
    revision,
    fileCount: folder.manifest.files.length,
    totalBytes: manifestBytes(folder.manifest),
    claimedAt,
    manifestDigest: folder.digest,
    evidence: evidence.map(({ kind, sha256 }) => ({
      kind: numberOf(EVIDENCE_KINDS, kind),
      algorithm: numberOf(DIGEST_ALGORITHMS, "sha256"),
      digest: sha256,
    })),
  };
  return { contract: "PilotLedger", method: "submitMilestone", args: [pilot.id, submitted] };
}

/** The latest submission of this milestone with the same files. */
async function sameSubmission(
  ledger: Ledger,
  { pilot, number }: MilestoneArgument,
  { digest }: HashedFolder,
): Promise<LedgerEvent<"MilestoneSubmitted"> | undefined> {
  const filter = {
    contract: "PilotLedger",
    events: ["MilestoneSubmitted"],
    subject: pilot.id,
    holding: [digest],
  } as const;
  return (await readEvents(ledger, filter))
    .filter((event) => event.name === "MilestoneSubmitted")
    .filter(({ args }) => args.milestone === number && args.manifestDigest === digest)
    .at(-1);
}

function isDelivered(view: MilestoneView, { args }: LedgerEvent<"MilestoneSubmitted">): boolean {
  return view.state === "ACCEPTED" || (view.state === "SUBMITTED" && view.revision === args.revision);
}

function returnedBefore({ args }: LedgerEvent<"MilestoneSubmitted">) {
  return refused(
    "SAME_FILES_RETURNED",
    `这些文件曾作为第 ${args.revision} 次提交被退回，未作更改，因此未发送；请修改后提交，或加 --again 原样再次提交。`,
    `these very files were submitted as revision ${args.revision} and returned, so nothing was sent; change them, or add --again to submit them as they are`,
  );
}

async function keep(session: Session, folder: HashedFolder, receipt: Receipt, sent: boolean): Promise<Outcome> {
  const name = `${receipt.subject}-M${receipt.milestone}-r${receipt.revision}`;
  const files = {
    manifest: await keepManifest(session, name, folder.manifest),
    receipt: await keepReceipt(session, name, receipt),
  };
  return actOutcome(session, receipt, files, { sent });
}

/** Names a submission and its content, for the note of a transaction on its way. */
function fileName({ pilot, number }: MilestoneArgument, revision: number, { digest }: HashedFolder): string {
  return `${pilot.code}-M${number}-r${revision}-${digest.slice(2, 10)}`;
}

function evidenceLine({ kind, path, byName }: EvidenceFile) {
  const { zh, en } = EVIDENCE_KIND_LABELS[kind as Exclude<typeof kind, "NONE">];
  return {
    zh: `  佐证材料 ${zh}（${kind}）：${path}${byName ? "（按文件名识别）" : ""}`,
    en: `  evidence ${en} (${kind}): ${path}${byName ? " (by its name)" : ""}`,
  };
}
