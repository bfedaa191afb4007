import type { Logger } from "pino";
import type { StoreReader } from "../store/reader.ts";
import type { TokenVerifier } from "./access/verifier.ts";
import type { MirrorStatusLike } from "./mirror-status.ts";

/** What the API is given from outside. */
export interface Services {
  /** A snapshot of the mirror's records; the API closes it. */
  readonly openReader: () => StoreReader;
  readonly mirrorStatus: () => MirrorStatusLike;
  readonly tokens: TokenVerifier;
  readonly log: Logger;
  /** The present, Unix seconds: for the expiry of tokens, never for what the ledger says. */
  readonly clock: () => number;
}
