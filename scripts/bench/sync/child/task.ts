import type { StoreIdentity } from "../../../../server/store/reader.ts";

/** What a child process is to do. */
export interface Task {
  readonly side: "ours" | "fetch";
  readonly url: string;
  readonly identity: StoreIdentity;
  /** An empty directory of its own. */
  readonly directory: string;
}

/** The member of its message that holds what was measured. */
export const EVENT_NAME = "measured";
