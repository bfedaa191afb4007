import hre from "hardhat";
import { requireFreePort } from "../process/ports.ts";

/** A local development node. */
export interface LocalNode {
  readonly url: string;
  readonly close: () => Promise<void>;
}

export interface LocalNodeOptions {
  /** A free one is chosen when absent. */
  readonly port?: number | undefined;
  readonly host?: string;
  /** The time of the chain's first block; the clock runs on from there. Now, when absent. */
  readonly initialDate?: Date | undefined;
}

/**
 * Starts Hardhat's node in this process. The chain lives in memory and ends with it.
 *
 * @throws {Failure} PORT_TAKEN when something else listens on the port.
 */
export async function startLocalNode({ port, host = "127.0.0.1", initialDate }: LocalNodeOptions): Promise<LocalNode> {
  // Hardhat's server does not report a taken port to its caller, so it is looked at before.
  if (port !== undefined) await requireFreePort(port, host);
  const params = { network: "local", ...(initialDate && { override: { initialDate } }) };
  const server = await hre.network.createServer(params, host, port ?? 0);
  const bound = await server.listen();
  return { url: `http://${host}:${bound.port}`, close: () => server.close() };
}
