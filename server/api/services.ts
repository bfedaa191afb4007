import type { Logger } from "pino";
import type { Webhooks } from "../live/webhooks/webhooks.ts";
import type { BlockMark, StoreReader } from "../store/reader.ts";
import type { Challenges } from "./access/challenges.ts";
import type { Verifier } from "./access/credentials.ts";
import type { Sessions } from "./access/sessions.ts";
import type { LogHead, Question } from "./access-log/entry.ts";
import type { RateLimits } from "./http/rate-limits.ts";
import type { LiveServices } from "./live/live-services.ts";
import type { MetricsText } from "./metrics-answer.ts";
import type { MirrorStatusLike, Readiness } from "./mirror-status.ts";

/** Where questions are kept; the access log is one. */
export interface QuestionLog {
  /** Returns once the question is kept; rejects when it cannot be, and then it is not answered. */
  readonly append: (question: Question) => Promise<void>;
  readonly head: LogHead;
  /** Where its files are. */
  readonly directory: string;
}

/** What the API is given from outside. */
export interface Services {
  /** A snapshot of the mirror's records; the API closes it. */
  readonly openReader: () => StoreReader;
  /** The head of such a snapshot, without taking one; throws as that does when the records must not be used. */
  readonly mirroredHead: () => BlockMark | undefined;
  readonly mirrorStatus: () => MirrorStatusLike;
  /** Who knows credentials; the first that knows a kind decides. */
  readonly verifiers: readonly Verifier[];
  /** Sign-in with an account of the ledger. */
  readonly signIn: { readonly challenges: Challenges; readonly sessions: Sessions };
  readonly accessLog: QuestionLog;
  readonly live: LiveServices;
  readonly webhooks: Webhooks;
  /** What `/metrics` answers; there is no such address when absent. */
  readonly metrics?: MetricsText;
  /** How far behind it is ready; the usual one when absent. */
  readonly readiness?: Readiness;
  /** The usual ones when absent. */
  readonly rateLimits?: RateLimits;
  /** What stands before every path of this API, where a server has several; nothing when absent. */
  readonly basePath?: string;
  readonly log: Logger;
  /** The present, Unix seconds: for credentials and the access log, never for what the ledger says. */
  readonly clock: () => number;
}
