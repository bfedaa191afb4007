import type { Clock } from "../chain/clock.ts";
import { RpcError } from "../chain/errors.ts";
import type { ChainSource } from "../chain/source.ts";
import { mayBeTheNodes } from "./suspicion.ts";

/** Milliseconds before each round in which every node is asked: what nodes get wrong for a moment is right then. */
const PAUSES = [250, 1_000];

/** Every node that could be asked was wrong, and what the others would say is not known: it is tried again. */
export class UndecidedError extends RpcError {
  /** What those that could be asked were contradicted by; undefined when none could. */
  readonly wrong: unknown;

  constructor(wrong: unknown, unasked: RpcError) {
    const fault = wrong instanceof Error ? `${wrong.message}; and others could not be asked: ` : "";
    super("RPC_MALFORMED", `${fault}${unasked.message}`);
    this.wrong = wrong;
  }
}

/**
 * Asks one node after the other, each alone, until what one answers holds good. Answers that were put together from several nodes do
 * not show whose is wrong; those of one node that contradict the contracts' journals do, and it is put aside. Wrong is only what
 * every node gets wrong, again and again.
 *
 * @param attempt Asks the node given, and throws when its answers are wrong.
 * @throws What `attempt` threw last, when every node was wrong each time; {UndecidedError} when one of them could not be asked once.
 */
export async function firstRight<Result>(
  { source, clock }: { readonly source: ChainSource; readonly clock: Clock },
  attempt: (node: ChainSource) => Promise<Result>,
  signal?: AbortSignal,
): Promise<Result> {
  let wrong: unknown;
  let unasked: RpcError | undefined;
  for (const pause of PAUSES) {
    await clock.sleep(pause, signal);
    for (const node of source.each()) {
      try {
        return await attempt(node);
      } catch (error) {
        signal?.throwIfAborted();
        if (mayBeTheNodes(error)) {
          node.avoid("RPC_MALFORMED");
          wrong = error;
        } else if (error instanceof RpcError) {
          if (error.isContradiction) node.avoid(error.code);
          unasked = error;
        } else throw error;
      }
    }
  }
  throw unasked === undefined ? wrong : new UndecidedError(wrong, unasked);
}
