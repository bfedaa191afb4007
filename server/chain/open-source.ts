import { parseEndpoint } from "./endpoint.ts";
import { FailoverSource, freshNodes } from "./failover-source.ts";
import type { JsonRpcOptions } from "./json-rpc.ts";
import { JsonRpcSource } from "./json-rpc-source.ts";
import { SharedChain } from "./shared-chain.ts";
import type { ChainSource } from "./source.ts";

/** The chain that one or more nodes have, the first being preferred. */
export function openSource(urls: readonly string[], options: Omit<JsonRpcOptions, "url"> = {}): ChainSource {
  const sources = urls.map((url) => new JsonRpcSource({ ...options, url }));
  const [only] = sources;
  return only !== undefined && sources.length === 1 ? only : new FailoverSource(freshNodes(sources), options.clock);
}

/** The same for several mirrors, which share the connections, what is learnt of the nodes, and the head. */
export function openSharedChain(urls: readonly string[], options: Omit<JsonRpcOptions, "url"> = {}): SharedChain {
  const sources = urls.map((url) => new JsonRpcSource({ ...options, url }));
  return new SharedChain(sources, pollInterval(urls) / 2, options.clock);
}

/**
 * How many milliseconds to wait between two looks at the head: a node that tells of its blocks needs to be looked at only in case
 * it forgets, one on this machine may be asked often, and any other is spared.
 */
export function pollInterval(urls: readonly string[]): number {
  const endpoints = urls.map(parseEndpoint);
  if (endpoints.some(({ transport }) => transport === "websocket")) return 2_000;
  return endpoints.every(({ isLoopback }) => isLoopback) ? 100 : 1_000;
}
