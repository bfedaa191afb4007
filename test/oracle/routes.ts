import type { Route } from "../../server/api/route.ts";
import { ROUTES } from "../../server/api/routes/routes.ts";
import { WEBHOOK_ROUTES } from "../../server/api/routes/webhooks.ts";

/** Addresses of the API that ask the ledger nothing, or nothing that raw events could answer: each with the reason. */
export const WITHOUT_REFERENCE: Readonly<Record<string, string>> = {
  "/": "the table of the routes",
  "/openapi.json": "the description of the routes",
  "/healthz": "whether the process is alive",
  "/readyz": "whether the mirror follows the chain",
  "/v1/meta/head": "how far the mirror is, which no event tells",
  "/v1/meta/codes": "the code tables of the program",
  "/v1/meta/rules": "the rule set of the program, held in test/api/routes.test.ts",
  "/v1/sign-in": "a session, not a question",
  "/v1/sign-in/challenge": "a session, not a question",
  "/v1/events/stream": "events as they happen, held in test/api/streams.test.ts",
  "/v1/public/events/stream": "public events as they happen, held in test/api/streams.test.ts",
  ...Object.fromEntries(
    WEBHOOK_ROUTES.map(({ path }) => [path, "what is sent to whom, held in test/api/webhooks.test.ts"]),
  ),
  "/v1/audit/access-log": "who asked, which is not on the ledger",
  "/v1/audit/access-log/check": "who asked, which is not on the ledger",
};

/** The route that an address leads to. */
export function routeOf(address: string): Pick<Route, "path" | "queryParameters"> | undefined {
  const path = address.replace(/\?.*$/, "");
  return ROUTES.find((route) => new RegExp(`^${route.path.replace(/:\w+/g, "[^/]+")}$`).test(path));
}
