import type { StoreIdentity } from "../../store/reader.ts";
import type { CommitMessage } from "./commit-message.ts";
import type { Standing } from "./preparer.ts";
import type { RangeMessage } from "./range-message.ts";

/** What the thread is given when it starts. */
export interface ThreadData {
  readonly identity: StoreIdentity;
}

/** What the thread is told. */
export type ToThread =
  /** Forget what was prepared, and begin at the records as they are stored. */
  | { readonly kind: "begin"; readonly standing: Standing }
  | {
      readonly kind: "prepare";
      readonly range: RangeMessage;
      /** How many ranges were written of those it worked out since it began. */
      readonly written: number;
    }
  /** What is stored under the keys asked for last. */
  | { readonly kind: "stored"; readonly values: readonly (string | undefined)[] }
  /** They could not be read. */
  | { readonly kind: "unreadable" };

/** What the thread says. */
export type FromThread =
  | { readonly kind: "ready" }
  | { readonly kind: "read"; readonly keys: readonly string[] }
  | { readonly kind: "prepared"; readonly commit: CommitMessage }
  /** The range cannot be taken as it is; nor can those after it, until it begins anew. */
  | { readonly kind: "refused"; readonly reason: string };
