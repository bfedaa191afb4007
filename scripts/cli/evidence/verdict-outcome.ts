import { EVENT_LABELS } from "../../../server/ledger/codes/event-labels.ts";
import { EVIDENCE_KIND_LABELS, EVIDENCE_USE_LABELS } from "../../../server/ledger/codes/labels.ts";
import { shanghaiTime, utcTime } from "../../../server/ledger/refusals/wording.ts";
import { type EvidenceMeaning, evidenceMeaning } from "../../../server/queries/evidence/evidence-meaning.ts";
import type { Language } from "../language.ts";
import type { Outcome, Session } from "../session.ts";
import type { Appearance, SoughtDigest } from "./appearance.ts";
import type { Listing } from "./listing.ts";
import type { Verdict } from "./verify.ts";

/** What was asked of a file, and what came out. */
interface Answer {
  readonly file: string;
  readonly sought: readonly SoughtDigest[];
  readonly verdict: Verdict;
  /** The manifest through which the file is on the ledger, when it is not by its own digest. */
  readonly listing?: Listing | undefined;
}

/** Tells the verdict on a file: match or no match, where, since when, by whom, and what that shows. */
export function verdictOutcome(session: Session, answer: Answer): Outcome {
  const { file, sought, verdict, listing = null } = answer;
  const first = verdict.appearances[0]?.provenance ?? null;
  const meaning = evidenceMeaning(first, verdict.chainId ?? 0);
  const digests = Object.fromEntries(sought.map(({ algorithm, digest }) => [algorithm, digest]));
  return {
    json: {
      match: verdict.match,
      file,
      digests,
      listing,
      firstSeen: first,
      submitter: verdict.submitter,
      appearances: verdict.appearances,
      checkedBy: verdict.checkedBy,
      upToBlock: verdict.upTo,
      meaning,
    },
    lines: lines(session.language, { ...answer, meaning }),
    exitCode: verdict.match === "MATCH" ? 0 : 1,
  };
}

function lines(language: Language, answer: Answer & { readonly meaning: EvidenceMeaning }): string[] {
  const { file, sought, verdict, listing, meaning } = answer;
  const zh = language === "zh";
  const matched = verdict.match === "MATCH";
  const heading = matched
    ? zh
      ? "一致"
      : "the ledger has this file"
    : zh
      ? "账本无记录"
      : "the ledger does not have this file";
  return [
    `${verdict.match}  ${heading}: ${file}`,
    ...sought.map(({ algorithm, digest }) => `  ${algorithm}  ${digest}`),
    ...(listing ? [`  ${listingLine(listing, language)}`] : []),
    ...firstSeen(verdict, language),
    ...verdict.appearances.map((appearance) => `  ${appearanceLine(appearance, language)}`),
    `  ${howChecked(verdict, language)}`,
    ...meaning.proves.map((statement) => `  ${zh ? "证明" : "shows"}: ${statement[language]}`),
    ...meaning.doesNotProve.map((statement) => `  ${zh ? "不证明" : "does not show"}: ${statement[language]}`),
    `  ${zh ? "依据" : "basis"}: ${meaning.basis[language]}`,
  ];
}

function listingLine({ manifest, path, digest }: Listing, language: Language): string {
  return language === "zh"
    ? `清单 ${manifest} 列有此文件（${path}）；以下为该清单在账本上的记录，清单摘要 ${digest}`
    : `listed as ${path} in ${manifest}; what follows is the ledger's record of that manifest, sha256 ${digest}`;
}

function firstSeen({ appearances, submitter }: Verdict, language: Language): string[] {
  const [first] = appearances;
  if (first === undefined) return [];
  const zh = language === "zh";
  const { blockNumber, blockTime, actorOrganisation, actor } = first.provenance;
  const time = zh
    ? `${shanghaiTime(blockTime)}（北京时间）= ${utcTime(blockTime)}`
    : `${shanghaiTime(blockTime)} (Asia/Shanghai) = ${utcTime(blockTime)}`;
  const who = actorOrganisation === null ? actor : `${submitter?.[language] ?? ""} ${actorOrganisation}`.trim();
  return [
    `  ${zh ? "首次出现" : "first seen"}: ${zh ? `区块 ${blockNumber}` : `block ${blockNumber}`}, ${time}`,
    `  ${zh ? "提交单位" : "submitted by"}: ${who}`,
  ];
}

function appearanceLine({ use, kind, pilot, milestone, revision, provenance }: Appearance, language: Language): string {
  const what = kind === "NONE" ? EVIDENCE_USE_LABELS[use][language] : EVIDENCE_KIND_LABELS[kind][language];
  const round = revision === null ? "" : language === "zh" ? ` 第 ${revision} 次提交` : ` revision ${revision}`;
  const event = EVENT_LABELS[provenance.event]?.[language] ?? provenance.event;
  const place = `${milestone ?? pilot ?? ""}${round}`;
  const parts = [what, place, event, `${provenance.transactionHash}#${provenance.logIndex}`];
  return parts.filter((part) => part !== "").join(" · ");
}

function howChecked({ checkedBy, upTo, match }: Verdict, language: Language): string {
  const zh = language === "zh";
  const block = upTo === null ? "" : zh ? `（至区块 ${upTo}）` : ` (up to block ${upTo})`;
  if (checkedBy === "CHAIN") {
    return match === "MATCH"
      ? zh
        ? `已在链上逐条核对${block}`
        : `confirmed in the chain's own events${block}`
      : zh
        ? `已检索链上全部记录${block}`
        : `every event of the chain was searched${block}`;
  }
  return zh
    ? `仅据审计接口的应答${block}，未能连接区块链节点核对`
    : `by the audit API's word only${block}: no node of the chain could be asked`;
}
