import { stat } from "node:fs/promises";
import type { Bilingual } from "../../../server/ledger/codes/bilingual.ts";
import { toFailure } from "../chain/failures.ts";
import { type Ledger, withLedger } from "../chain/ledger.ts";
import { apiUrl } from "../chain/local-files.ts";
import { organisationName } from "../chain/organisation-name.ts";
import { CliFailure } from "../failure.ts";
import { digestFile, FILE_ALGORITHMS } from "../files/digest.ts";
import { byteProgress } from "../files/progress.ts";
import { type Outcome, pathOf, type Session } from "../session.ts";
import { nameArgument } from "../values/codes.ts";
import type { Appearance, SoughtDigest } from "./appearance.ts";
import { type ApiAnswer, askApi } from "./ask-api.ts";
import { confirmOnChain, searchChain } from "./ask-chain.ts";
import { findListing, type Listing } from "./listing.ts";
import { verdictOutcome } from "./verdict-outcome.ts";

/** How a file is to be checked. */
export interface VerifyOptions {
  /** Only this algorithm instead of all. */
  readonly algorithm?: string;
  /** The manifest that lists the file. */
  readonly manifest?: string;
}

/** What was found out about a file. */
export interface Verdict {
  readonly match: "MATCH" | "NO_MATCH";
  /** Oldest first. */
  readonly appearances: readonly Appearance[];
  /** Whether this program looked at the chain itself, or has the API's word only. */
  readonly checkedBy: "CHAIN" | "API_ONLY";
  /** The block up to which the ledger was looked at; null when the API does not say. */
  readonly upTo: number | null;
  /** The name of the organisation that is seen first with it. */
  readonly submitter: Bilingual | null;
  readonly chainId: number | null;
}

/**
 * Checks a file against the ledger: its own digest, or that of a manifest that lists it. What the API claims is confirmed in the chain's own events; without an API the chain is searched.
 *
 * @throws {CliFailure} with exit code 2 whenever neither a match nor its absence could be established.
 */
export async function verifyEvidence(session: Session, file: string, options: VerifyOptions): Promise<Outcome> {
  const { digests, chosen } = await fileDigests(session, file, options.algorithm);
  const sought = chosen.map((algorithm) => ({ algorithm, digest: digests[algorithm] }));
  if (options.manifest === undefined) {
    const verdict = await verdictOn(session, sought);
    if (verdict.match === "MATCH") return verdictOutcome(session, { file, sought, verdict });
    const listing = await findListing(session, digests.sha256);
    const through = listing && (await verdictOn(session, [manifestOf(listing)]));
    return through?.match === "MATCH"
      ? verdictOutcome(session, { file, sought, verdict: through, listing })
      : verdictOutcome(session, { file, sought, verdict });
  }
  const listing = await findListing(session, digests.sha256, options.manifest);
  const verdict = await verdictOn(session, listing === undefined ? sought : [manifestOf(listing)]);
  return verdictOutcome(session, { file, sought, verdict, listing });
}

function manifestOf({ digest }: Listing): SoughtDigest {
  return { algorithm: "sha256", digest };
}

async function verdictOn(session: Session, sought: readonly SoughtDigest[]): Promise<Verdict> {
  const api = await askIfKnown(session, sought);
  const chain = await attempt(() => withLedger(session, (ledger) => verdictOfChain(ledger, sought, api.answer)));
  if (chain.answer !== undefined) return chain.answer;
  // A claim that the chain does not bear out is no match and no absence of one.
  if (chain.failure?.code === "CLAIM_NOT_ON_CHAIN") throw chain.failure;
  if (api.answer !== undefined) return verdictOfApi(api.answer);
  throw couldNotCheck([api.failure, chain.failure]);
}

async function verdictOfChain(ledger: Ledger, sought: readonly SoughtDigest[], api?: ApiAnswer): Promise<Verdict> {
  const claims = api?.appearances ?? [];
  if (claims.length === 0) {
    const { appearances, upTo } = await searchChain(ledger, sought);
    return chainVerdict(ledger, appearances, upTo);
  }
  const upTo = await ledger.provider.getBlockNumber();
  const confirmed: Appearance[] = [];
  for (const claim of claims) {
    const appearance = await confirmOnChain(ledger, claim);
    if (appearance === undefined) throw notOnChain(claim);
    confirmed.push(appearance);
  }
  return chainVerdict(ledger, confirmed, upTo);
}

async function chainVerdict(ledger: Ledger, appearances: readonly Appearance[], upTo: number): Promise<Verdict> {
  const ordered = inOrder(appearances);
  const submitter = ordered[0]?.provenance.actorOrganisation ?? null;
  return {
    match: ordered.length > 0 ? "MATCH" : "NO_MATCH",
    appearances: ordered,
    checkedBy: "CHAIN",
    upTo,
    submitter: submitter === null ? null : await organisationName(ledger, submitter),
    chainId: ledger.deployment.chainId,
  };
}

function verdictOfApi({ appearances, upTo }: ApiAnswer): Verdict {
  return {
    match: appearances.length > 0 ? "MATCH" : "NO_MATCH",
    appearances: inOrder(appearances),
    checkedBy: "API_ONLY",
    upTo,
    submitter: null,
    chainId: null,
  };
}

function inOrder(appearances: readonly Appearance[]): Appearance[] {
  return [...appearances].sort(
    (one, other) =>
      one.provenance.blockNumber - other.provenance.blockNumber || one.provenance.logIndex - other.provenance.logIndex,
  );
}

async function fileDigests(session: Session, file: string, algorithm?: string) {
  const chosen = algorithm === undefined ? FILE_ALGORITHMS : [nameArgument(FILE_ALGORITHMS, algorithm, "--algorithm")];
  const path = pathOf(session, file);
  const progress = byteProgress(session, (await stat(path)).size);
  try {
    // Manifests list files by SHA-256, so it is computed whatever is chosen.
    const { digests } = await digestFile(path, FILE_ALGORITHMS, progress.add);
    return { digests, chosen };
  } catch (error) {
    const { code, sentence } = toFailure(error);
    throw new CliFailure(code, sentence, { exitCode: 2, cause: error });
  } finally {
    progress.end();
  }
}

interface Attempt<T> {
  readonly answer?: T;
  readonly failure?: CliFailure;
}

async function attempt<T>(ask: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { answer: await ask() };
  } catch (error) {
    return { failure: toFailure(error) };
  }
}

async function askIfKnown(session: Session, sought: readonly SoughtDigest[]): Promise<Attempt<ApiAnswer>> {
  const api = await apiUrl(session);
  return api === undefined ? {} : attempt(() => askApi(api, sought));
}

function notOnChain({ provenance }: Appearance): CliFailure {
  const { transactionHash, logIndex } = provenance;
  return new CliFailure("CLAIM_NOT_ON_CHAIN", {
    zh: `未能核验：审计接口所称的记录（交易 ${transactionHash}，日志 ${logIndex}）在链上不存在或内容不同；请勿采信该接口的应答，并告知平台运维人员。`,
    en: `could not check: the record the audit API names (transaction ${transactionHash}, log ${logIndex}) is not on the chain, or says something else; do not rely on that API's answer and tell the operators of the platform`,
  });
}

function couldNotCheck(failures: readonly (CliFailure | undefined)[]): CliFailure {
  const reasons = failures.flatMap((failure) => failure ?? []);
  const joined = (language: keyof Bilingual) =>
    reasons.map(({ sentence }) => sentence[language]).join(language === "zh" ? "；" : "; ");
  return new CliFailure(
    "COULD_NOT_CHECK",
    {
      zh: `未能核验（既不能说明一致，也不能说明无记录）：${joined("zh")}`,
      en: `could not check, which says neither match nor no match: ${joined("en")}`,
    },
    { details: { reasons: reasons.map(({ code }) => code) } },
  );
}
