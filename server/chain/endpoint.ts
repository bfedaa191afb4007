/** Where a node is, and what to send along so that it answers. */
export interface Endpoint {
  readonly url: string;
  /** Whether it is spoken to over one WebSocket, which also tells of new blocks, or by HTTP requests. */
  readonly transport: "http" | "websocket";
  readonly headers: Readonly<Record<string, string>>;
  /** Scheme, host and port: all of it that may be shown. */
  readonly shown: string;
  /** Whether it is on this machine, where asking often costs nothing. */
  readonly isLoopback: boolean;
  /** Takes the secrets of the endpoint out of a text that a node or a library wrote. */
  redact(text: string): string;
}

/** An endpoint that cannot be spoken to. */
class EndpointError extends Error {
  readonly code = "ENDPOINT_INVALID";

  constructor() {
    super("the node's address is no http://, https://, ws:// or wss:// URL: give one such as http://127.0.0.1:8545");
    this.name = "EndpointError";
  }
}

/**
 * Reads a node's URL. A user and password in it become a header, since `fetch` takes no URL with them.
 *
 * @throws {EndpointError} when it is none; the message does not repeat it.
 */
export function parseEndpoint(text: string): Endpoint {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^(https?|wss?):$/.test(url.protocol)) throw new EndpointError();
  const { username, password, pathname, search } = url;
  const user = [decodeURIComponent(username), decodeURIComponent(password)];
  url.username = "";
  url.password = "";
  url.hash = "";
  const secrets = [text, url.href, pathname + search, pathname, search, ...user].filter((part) => part.length > 1);
  return {
    url: url.href,
    transport: url.protocol.startsWith("ws") ? "websocket" : "http",
    headers: username === "" ? {} : { authorization: `Basic ${Buffer.from(user.join(":")).toString("base64")}` },
    shown: `${url.protocol}//${url.host}`,
    isLoopback: /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname),
    redact: (words) => secrets.reduce((rest, secret) => rest.replaceAll(secret, "…"), words),
  };
}
