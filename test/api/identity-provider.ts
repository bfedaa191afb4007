import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, type JWK } from "jose";
import Provider from "oidc-provider";

/** What tokens for the API are made out to. */
export const AUDIENCE = "urn:pilot-ledger:api";

const CLIENT = { client_id: "regulator", client_secret: "a-secret-of-the-test" };

/** A real identity provider (OpenID Connect) on the loopback. */
export class IdentityProvider {
  readonly issuer: string;
  readonly #server: Server;
  /** What the next token says beside what it must. */
  #claims: Readonly<Record<string, unknown>> = {};

  private constructor(issuer: string, server: Server) {
    this.issuer = issuer;
    this.#server = server;
  }

  static async start(): Promise<IdentityProvider> {
    const server = createServer();
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const started = new IdentityProvider(issuer, server);
    const { privateKey } = await generateKeyPair("ES256", { extractable: true });
    const key: JWK = { ...(await exportJWK(privateKey)), kid: "test", alg: "ES256", use: "sig" };
    const provider = new Provider(issuer, {
      clients: [
        {
          ...CLIENT,
          grant_types: ["client_credentials"],
          redirect_uris: [],
          response_types: [],
          id_token_signed_response_alg: "ES256",
        },
      ],
      jwks: { keys: [key] },
      scopes: ["pilots", "supervision", "statistics", "audit"],
      ttl: { ClientCredentials: 600 },
      features: {
        clientCredentials: { enabled: true },
        devInteractions: { enabled: false },
        resourceIndicators: {
          enabled: true,
          getResourceServerInfo: (_, resource) => ({
            audience: resource,
            scope: "pilots supervision statistics audit",
            accessTokenFormat: "jwt",
            accessTokenTTL: 600,
            jwt: { sign: { alg: "ES256" } },
          }),
        },
      },
      extraTokenClaims: () => ({ ...started.#claims }),
    });
    server.on("request", provider.callback());
    return started;
  }

  /** An access token of this provider. */
  async token({
    audience = AUDIENCE,
    scope = "pilots supervision statistics audit",
    claims = { pilot_ledger_region: "whole" },
  }: {
    readonly audience?: string;
    readonly scope?: string;
    readonly claims?: Readonly<Record<string, unknown>>;
  } = {}): Promise<string> {
    this.#claims = claims;
    const response = await fetch(`${this.issuer}/token`, {
      method: "POST",
      headers: {
        Authorization: `Basic ${Buffer.from(`${CLIENT.client_id}:${CLIENT.client_secret}`).toString("base64")}`,
      },
      body: new URLSearchParams({ grant_type: "client_credentials", resource: audience, scope }),
    });
    const text = await response.text();
    const { access_token } = JSON.parse(text) as { access_token?: string };
    if (access_token === undefined)
      throw new Error(`the identity provider gives no token: HTTP ${response.status} ${text}`);
    return access_token;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, "close");
  }
}
