import { stat } from "node:fs/promises";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import {
  DIGEST_ALGORITHMS,
  EVIDENCE_CERTIFICATIONS,
  EVIDENCE_GENERATIONS,
  EVIDENCE_KINDS,
  EVIDENCE_SOURCES,
  EVIDENCE_STORAGES,
} from "../../../server/ledger/codes/evidence.ts";
import type { Hex } from "../../../server/ledger/hex.ts";
import { shanghaiTime } from "../../../server/ledger/refusals/wording.ts";
import { openAccount } from "../chain/account.ts";
import { type Ledger, withLedger } from "../chain/ledger.ts";
import { performAct } from "../chain/perform.ts";
import { digestFile, FILE_ALGORITHMS } from "../files/digest.ts";
import { byteProgress } from "../files/progress.ts";
import { receiptName } from "../receipts/act.ts";
import { keepReceipt } from "../receipts/keep.ts";
import { type Receipt, receiptOfTransaction } from "../receipts/receipt.ts";
import { note, type Outcome, pathOf, type Session } from "../session.ts";
import { milestoneArgument, nameArgument, type PilotArgument } from "../values/codes.ts";

export interface AnchorOptions {
  readonly kind: string;
  readonly milestone?: string;
  readonly algorithm?: string;
  readonly source?: string;
  readonly generation?: string;
  readonly storage?: string;
  readonly certification?: string;
}

/** A file with its digest. */
interface Digested {
  readonly file: string;
  readonly digest: Hex;
  readonly size: number;
}

const PER_ACT = 100;

/**
 * Anchors files to a pilot, up to a hundred in a transaction. What this account anchored to the same pilot and milestone before is
 * skipped, so an interrupted run is simply repeated.
 */
export async function anchorEvidence(
  session: Session,
  { pilot, files }: { readonly pilot: PilotArgument; readonly files: readonly string[] },
  options: AnchorOptions,
): Promise<Outcome> {
  const form = anchorForm(options);
  const digested = await digestAll(session, files, form.algorithm);
  return withLedger(session, async (ledger) => {
    const wallet = await openAccount(session, ledger);
    const subject = { pilot, milestone: form.milestone, submitter: wallet.address, algorithm: form.algorithm };
    const { fresh, skipped } = await apart(ledger, subject, digested);
    for (const { file, anchoredAt } of skipped) {
      const time = shanghaiTime(anchoredAt);
      note(session, { zh: `已于 ${time} 存证，跳过：${file}`, en: `anchored at ${time} already, skipped: ${file}` });
    }
    const receipts: (Receipt & { readonly file: string })[] = [];
    for (let start = 0; start < fresh.length; start += PER_ACT) {
      const batch = fresh.slice(start, start + PER_ACT);
      const anchors = batch.map((item) => form.anchor(item));
      const act = { contract: "EvidenceLedger", method: "anchorEvidence", args: [pilot.id, anchors] } as const;
      const receipt = await receiptOfTransaction(ledger, await performAct(session, ledger, wallet, act));
      receipts.push({ ...receipt, file: await keepReceipt(session, receiptName(receipt), receipt) });
      const done = start + batch.length;
      note(session, { zh: `已存证 ${done}/${fresh.length}`, en: `anchored ${done} of ${fresh.length}` });
    }
    return anchorOutcome(session, { receipts, fresh, skipped });
  });
}

function anchorOutcome(
  session: Session,
  result: {
    readonly receipts: readonly (Receipt & { readonly file: string })[];
    readonly fresh: readonly Digested[];
    readonly skipped: readonly Digested[];
  },
): Outcome {
  const { receipts, fresh, skipped } = result;
  const zh = session.language === "zh";
  const count = `${zh ? "存证" : "anchored"} ${fresh.length}, ${zh ? "跳过" : "skipped"} ${skipped.length}`;
  return {
    json: { anchored: fresh, skipped, receipts },
    lines: [
      count,
      ...receipts.map(({ blockNumber, transactionHash, file }) =>
        zh
          ? `  区块 ${blockNumber}  ${transactionHash}  ${file}`
          : `  block ${blockNumber}  ${transactionHash}  ${file}`,
      ),
    ],
  };
}

/** The options as the contract takes them. */
function anchorForm(options: AnchorOptions) {
  const algorithm = nameArgument(FILE_ALGORITHMS, options.algorithm ?? "sha256", "--algorithm");
  const kind = numberOf(EVIDENCE_KINDS, nameArgument(EVIDENCE_KINDS, options.kind, "--kind"));
  const milestone = options.milestone === undefined ? 0 : milestoneArgument(options.milestone);
  const certification = options.certification ?? "NONE";
  const provenance = {
    source: numberOf(EVIDENCE_SOURCES, nameArgument(EVIDENCE_SOURCES, options.source ?? "UNSTATED", "--source")),
    generation: numberOf(
      EVIDENCE_GENERATIONS,
      nameArgument(EVIDENCE_GENERATIONS, options.generation ?? "UNSTATED", "--generation"),
    ),
    storedIn: numberOf(EVIDENCE_STORAGES, nameArgument(EVIDENCE_STORAGES, options.storage ?? "UNSTATED", "--storage")),
    certification: /^none$/i.test(certification)
      ? 0
      : numberOf(EVIDENCE_CERTIFICATIONS, nameArgument(EVIDENCE_CERTIFICATIONS, certification, "--certification")),
  };
  const number = numberOf(DIGEST_ALGORITHMS, algorithm);
  return {
    algorithm,
    milestone,
    anchor: ({ digest, size }: Digested) => ({
      milestone,
      item: { kind, algorithm: number, digest },
      size,
      provenance,
    }),
  };
}

async function digestAll(
  session: Session,
  files: readonly string[],
  algorithm: (typeof FILE_ALGORITHMS)[number],
): Promise<Digested[]> {
  const paths = files.map((file) => ({ file, path: pathOf(session, file) }));
  const sizes = await Promise.all(paths.map(async ({ path }) => (await stat(path)).size));
  const progress = byteProgress(
    session,
    sizes.reduce((sum, size) => sum + size, 0),
  );
  const found = new Map<Hex, Digested>();
  try {
    for (const { file, path } of paths) {
      const { size, digests } = await digestFile(path, [algorithm], progress.add);
      // The same content twice is one digest: the ledger takes it once.
      found.set(digests[algorithm], { file, digest: digests[algorithm], size });
    }
  } finally {
    progress.end();
  }
  return [...found.values()];
}

/** What is to be anchored, and what was before. */
async function apart(
  ledger: Ledger,
  subject: {
    readonly pilot: PilotArgument;
    readonly milestone: number;
    readonly submitter: string;
    readonly algorithm: (typeof FILE_ALGORITHMS)[number];
  },
  digested: readonly Digested[],
) {
  const anchoredAt = ledger.contracts.EvidenceLedger.getFunction("anchoredAt");
  const algorithm = numberOf(DIGEST_ALGORITHMS, subject.algorithm);
  const fresh: Digested[] = [];
  const skipped: (Digested & { readonly anchoredAt: number })[] = [];
  for (const item of digested) {
    const { pilot, milestone, submitter } = subject;
    const time = Number(await anchoredAt.staticCall(pilot.id, milestone, submitter, algorithm, item.digest));
    if (time === 0) fresh.push(item);
    else skipped.push({ ...item, anchoredAt: time });
  }
  return { fresh, skipped };
}
