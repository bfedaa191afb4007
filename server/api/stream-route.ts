import type { z } from "zod";
import type { Bilingual } from "../ledger/codes/bilingual.ts";
import type { Following } from "../live/tell.ts";
import type { Principal } from "./access/principal.ts";
import type { Access } from "./access/scopes.ts";
import type { ProblemCode } from "./problems.ts";
import type { RouteRequest, Shape } from "./route.ts";
import type { CURRENT, REORGANISED, STREAM_END } from "./schemas/live.ts";

/** What a client of a stream wants to be told. */
export interface Followed {
  readonly filter: Following<object>["filter"];
  /** Where to begin, unless the client comes back with a cursor: with this block, or when absent with what is still to come. */
  readonly fromBlock?: number | undefined;
  /** The cursor in the address. */
  readonly after?: string | undefined;
  /** What of an event may be seen by who asks; nobody where anybody may. */
  readonly viewFor: (principal: Principal | undefined) => Following<object>["view"];
}

/** An address of the API that answers with a stream of events without end (`text/event-stream`). */
export interface StreamRoute {
  readonly method?: "get";
  readonly path: string;
  readonly access: Access;
  readonly summary: Bilingual;
  readonly pathParameters: Shape;
  readonly queryParameters: Shape;
  /** The forms of what its events tell, by their names: what is documented, and what tests and clients hold them to. */
  readonly tells: {
    readonly ledger: z.ZodType<object>;
    readonly reorganised: typeof REORGANISED;
    readonly current: typeof CURRENT;
    readonly end: typeof STREAM_END;
  };
  readonly problems: readonly ProblemCode[];
  readonly follow: (request: RouteRequest) => Followed;
}
