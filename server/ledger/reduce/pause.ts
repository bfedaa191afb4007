import { asciiFromHex, type Hex } from "../hex.ts";
import type { RecordKey } from "../records.ts";
import type { Draft, Handlers } from "./handler.ts";

const KEY: RecordKey<"pause"> = { kind: "pause", id: "platform" };

/** Whether the platform takes new acts. */
export const pauseHandlers: Handlers<"ActsPaused" | "ActsResumed"> = {
  ActsPaused: { reads: () => [KEY], apply: ({ args }, draft) => putPause(draft, true, args.reason) },
  ActsResumed: { reads: () => [KEY], apply: ({ args }, draft) => putPause(draft, false, args.reason) },
};

function putPause(draft: Draft, paused: boolean, reason: Hex): void {
  const { provenance } = draft;
  const created = draft.find("pause", KEY.id)?.created ?? provenance;
  const since = provenance.blockTime;
  draft.put("pause", KEY.id, { paused, reason: asciiFromHex(reason), since, created, updated: provenance });
}
