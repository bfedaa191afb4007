/** Where a node is, and what to send along so that it answers. */
export interface Endpoint {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Scheme, host and port: all of it that may be shown. */
  readonly shown: string;
  /** Takes the secrets of the endpoint out of a text that a node or a library wrote. */
  redact(text: string): string;
}

/** An endpoint that is no HTTP address. */
class EndpointError extends Error {
  readonly code = "ENDPOINT_INVALID";

  constructor() {
    super("the node's address is no http:// or https:// URL: give one such as http://127.0.0.1:8545");
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
  if (url === undefined || !/^https?:$/.test(url.protocol)) throw new EndpointError();
  const { username, password, pathname, search } = url;
  const user = [decodeURIComponent(username), decodeURIComponent(password)];
  url.username = "";
  url.password = "";
  url.hash = "";
  const secrets = [text, url.href, pathname + search, pathname, search, ...user].filter((part) => part.length > 1);
  const shown = url.host === "" ? url.protocol : `${url.protocol}//${url.host}`;
  return {
    url: url.href,
    headers: username === "" ? {} : { authorization: `Basic ${Buffer.from(user.join(":")).toString("base64")}` },
    shown,
    redact: (words) => secrets.reduce((rest, secret) => rest.replaceAll(secret, "…"), words),
  };
}
