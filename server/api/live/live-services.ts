import type { Clock } from "../../chain/clock.ts";
import type { Heads } from "../../live/heads.ts";
import type { StreamPlaces } from "./stream-places.ts";

/** What streams of events are given from outside. */
export interface LiveServices {
  /** Told of every move of the mirror. */
  readonly heads: Heads;
  readonly places: StreamPlaces;
  /** For heartbeats, and for how long a client may leave what it was sent unread. */
  readonly clock: Clock;
  /** Aborts when the server ends: every stream then says so, and ends. */
  readonly ending: AbortSignal;
}
