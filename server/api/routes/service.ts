import { requireReady } from "../mirror-status.ts";
import { type Route, serviceRoute } from "../route.ts";

/** Whether the process is alive. */
export const healthRoute: Route = {
  path: "/healthz",
  access: "public",
  summary: { zh: "进程是否存活", en: "Whether the process is alive" },
  pathParameters: {},
  queryParameters: {},
  answer: async () => ({ body: { status: "alive" } }),
};

/** Whether questions are answered from the chain's head. */
export const readyRoute = serviceRoute({
  path: "/readyz",
  summary: { zh: "是否可以答复查询", en: "Whether questions are answered from the chain's head" },
  answer: async (reader, { mirrorStatus }) => {
    requireReady(reader, mirrorStatus());
    return { status: "ready" };
  },
});

/** The front page: what there is. */
export function indexRoute(routes: readonly Route[]): Route {
  return serviceRoute({
    path: "/",
    summary: { zh: "目录", en: "What there is" },
    answer: async () => ({
      name: "pilot-ledger",
      links: routes.map(({ path, access, summary, queryParameters }) => ({
        href: path.replace(/:(\w+)/g, "{$1}"),
        access,
        summary,
        parameters: Object.keys(queryParameters),
      })),
    }),
  });
}
