import { once } from "node:events";
import { createServer } from "node:net";
import { Failure } from "./failure.ts";

/**
 * Makes sure that nothing listens on a port.
 *
 * @throws {Failure} PORT_TAKEN when something does, PORT_REFUSED when this user may not listen there.
 */
export async function requireFreePort(port: number, host: string): Promise<void> {
  const fault = await listenFault(port, host);
  if (fault === undefined) return;
  if (fault.code === "EADDRINUSE") {
    throw new Failure("PORT_TAKEN", `port ${port} is taken by another program: stop it, or choose another port`);
  }
  throw new Failure("PORT_REFUSED", `cannot listen on ${host}:${port} (${fault.code}): choose another port or address`);
}

/** The first free port from `first` on, of the twenty that follow it. */
export async function nextFreePort(first: number, host: string): Promise<number> {
  for (let port = first; port < first + 20; port++) {
    if ((await listenFault(port, host)) === undefined) return port;
  }
  throw new Failure("PORT_TAKEN", `ports ${first} to ${first + 19} are all taken: name a free one`);
}

async function listenFault(port: number, host: string): Promise<NodeJS.ErrnoException | undefined> {
  const server = createServer().listen(port, host);
  try {
    await once(server, "listening");
    server.close();
    await once(server, "close");
    return undefined;
  } catch (error) {
    return error as NodeJS.ErrnoException;
  }
}
