import { once } from "node:events";
import { createServer, type RequestListener, type ServerOptions } from "node:http";
import type { AddressInfo } from "node:net";
import { refuseUnreadable } from "./http/unreadable-request.ts";

/** A server that listens. */
export interface Listening {
  readonly url: string;
  /** Takes no more requests, lets those being answered finish, and after a while ends them. */
  readonly close: () => Promise<void>;
}

/** An address that cannot be listened on. */
export class ListenError extends Error {
  readonly code: "PORT_TAKEN" | "PORT_REFUSED";

  constructor(code: ListenError["code"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "ListenError";
    this.code = code;
  }
}

const FINISH_WITHIN_MS = 5_000;

/** Who sends or reads so slowly is cut off: a connection that nothing moves on holds a snapshot for nothing. */
const LIMITS = {
  maxHeaderSize: 16_384,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 1_000,
} as const satisfies ServerOptions;

const STILL_FOR_MS = 120_000;

/**
 * Serves an application.
 *
 * @param port 0 for any free one.
 * @param limits Others than the usual ones.
 * @throws {ListenError} when the address cannot be listened on.
 */
export async function listen(
  app: RequestListener,
  { host, port, limits }: { readonly host: string; readonly port: number; readonly limits?: ServerOptions },
): Promise<Listening> {
  const server = createServer({ ...LIMITS, ...limits }, app);
  server.setTimeout(STILL_FOR_MS);
  server.on("clientError", refuseUnreadable);
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch (cause) {
    throw listenError(cause as NodeJS.ErrnoException, host, port);
  }
  const bound = (server.address() as AddressInfo).port;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${bound}`,
    close: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeIdleConnections();
      const deadline = setTimeout(() => server.closeAllConnections(), FINISH_WITHIN_MS);
      await closed;
      clearTimeout(deadline);
    },
  };
}

function listenError(cause: NodeJS.ErrnoException, host: string, port: number): ListenError {
  if (cause.code === "EADDRINUSE") {
    const message = `port ${port} of ${host} is taken by another program: stop it, or choose another with --port`;
    return new ListenError("PORT_TAKEN", message, { cause });
  }
  const message = `cannot listen on ${host}:${port} (${cause.code ?? cause.message}): choose another --port or --host`;
  return new ListenError("PORT_REFUSED", message, { cause });
}
