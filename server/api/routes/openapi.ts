import { z } from "zod";
import { type OpenApiDocument, openApiDocument } from "../openapi/document.ts";
import { readParameters } from "../read-parameters.ts";
import type { Route } from "../route.ts";
import type { StreamRoute } from "../stream-route.ts";

const JSON_OBJECT = z.record(z.string(), z.unknown());

/** The description of the API that programs read: of these routes and of itself. */
export function openApiRoute(routes: readonly (Route | StreamRoute)[]): Route & { readonly document: OpenApiDocument } {
  const route: Route = {
    path: "/openapi.json",
    access: "public",
    summary: { zh: "接口描述（OpenAPI 3.1）", en: "The description of the API (OpenAPI 3.1)" },
    pathParameters: {},
    queryParameters: {},
    response: z.strictObject({
      openapi: z.literal("3.1.0"),
      info: JSON_OBJECT,
      servers: z.array(JSON_OBJECT),
      paths: JSON_OBJECT,
      components: JSON_OBJECT,
    }),
    problems: [],
    answer: async ({ query }) => {
      readParameters({}, query);
      return { body: document };
    },
  };
  const document = openApiDocument([...routes, route]);
  return { ...route, document };
}
