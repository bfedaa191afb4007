import { FailoverSource } from "./failover-source.ts";
import type { JsonRpcOptions } from "./json-rpc.ts";
import { JsonRpcSource } from "./json-rpc-source.ts";
import type { ChainSource } from "./source.ts";

/** The chain that one or more nodes have, the first being preferred. */
export function openSource(urls: readonly string[], options: Omit<JsonRpcOptions, "url"> = {}): ChainSource {
  const sources = urls.map((url) => new JsonRpcSource({ ...options, url }));
  const [only] = sources;
  return only !== undefined && sources.length === 1 ? only : new FailoverSource(sources, options.clock);
}
