import { z } from "zod";
import { serviceRoute } from "../ledger-route.ts";
import { requireReady } from "../mirror-status.ts";
import { readParameters } from "../read-parameters.ts";
import type { Route } from "../route.ts";
import { INDEX } from "../schemas/meta.ts";
import type { StreamRoute } from "../stream-route.ts";

/** Whether the process is alive. */
export const healthRoute: Route = {
  path: "/healthz",
  access: "public",
  summary: { zh: "进程是否存活", en: "Whether the process is alive" },
  pathParameters: {},
  queryParameters: {},
  response: z.strictObject({ status: z.literal("alive") }),
  problems: [],
  answer: async ({ query }) => {
    readParameters({}, query);
    return { body: { status: "alive" } };
  },
};

/** Whether questions are answered from the chain's head. */
export const readyRoute = serviceRoute({
  path: "/readyz",
  summary: { zh: "是否可以答复查询", en: "Whether questions are answered from the chain's head" },
  response: { status: z.literal("ready") },
  problems: ["MIRROR_HALTED", "MIRROR_REBUILDING"],
  answer: async (reader, { mirrorStatus, readiness, clock }) => {
    requireReady(reader, mirrorStatus(), clock(), readiness);
    return { status: "ready" as const };
  },
});

/** The front page: what there is. */
export function indexRoute(routes: readonly (Route | StreamRoute)[]): Route {
  return serviceRoute({
    path: "/",
    summary: { zh: "目录", en: "What there is" },
    response: INDEX,
    answer: async (_, { basePath = "" }) => ({
      name: "pilot-ledger" as const,
      links: routes.map(({ method = "get", path, access, summary, queryParameters }) => ({
        method: ({ get: "GET", post: "POST", delete: "DELETE" } as const)[method],
        href: basePath + path.replace(/:(\w+)/g, "{$1}"),
        access: access === "public" ? access : access.scopes.join(" | "),
        summary,
        parameters: Object.keys(queryParameters),
      })),
    }),
  });
}
