import type { Bilingual } from "../../ledger/codes/bilingual.ts";
import { EVENT_STREAM, FORMATS } from "../formats/format.ts";
import { meaningOf } from "../parameters.ts";
import { PROBLEMS, type ProblemCode } from "../problems.ts";
import type { Route, Shape } from "../route.ts";
import { PROBLEM_DOCUMENT } from "../schemas/problem.ts";
import type { StreamRoute } from "../stream-route.ts";
import { answerSchema, type Components, type JsonSchema, parameterSchema } from "./json-schema.ts";

/** A parameter in the document. */
export interface DocumentedParameter {
  readonly name: string;
  readonly in: "path" | "query";
  readonly required: boolean;
  readonly description: string;
  readonly "x-description-zh": string;
  readonly schema: JsonSchema;
}

/** An answer in the document. */
interface DocumentedAnswer {
  readonly description: string;
  readonly headers?: Readonly<Record<string, object>>;
  readonly content?: DocumentedContent;
}

/** The forms of an answer, by media type. */
type DocumentedContent = Readonly<Record<string, { readonly schema: JsonSchema }>>;

/** What can be asked of an address. */
export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly "x-summary-zh": string;
  /** One of what is needed to be answered; absent where anybody is. */
  readonly "x-scopes"?: readonly string[];
  /** Whether the answer is limited to the asker's jurisdiction, or is given only to who may see all of the ledger. */
  readonly "x-territory"?: string;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters: readonly DocumentedParameter[];
  readonly requestBody?: object;
  readonly responses: Readonly<Record<string, DocumentedAnswer>>;
}

/** What can be done at an address. */
export type Operations = { readonly [Method in "get" | "post" | "delete"]?: Operation };

/** The API in the words of OpenAPI 3.1. */
export interface OpenApiDocument {
  readonly openapi: "3.1.0";
  readonly info: object;
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Operations>>;
  readonly components: { readonly schemas: Components; readonly securitySchemes: object };
}

/** What every route may refuse with. */
const EVERYWHERE: readonly ProblemCode[] = [
  "UNKNOWN_PARAMETER",
  "MALFORMED_REQUEST",
  "METHOD_NOT_ALLOWED",
  "NOT_ACCEPTABLE",
  "REQUEST_TIMEOUT",
  "URI_TOO_LONG",
  "HEADERS_TOO_LARGE",
  "RATE_LIMITED",
  "INTERNAL",
  "INDEX_BEHIND",
  "MIRROR_INSPECTING",
];

/** What a route with parameters may refuse with. */
const OF_PARAMETERS: readonly ProblemCode[] = ["INVALID_PARAMETER", "REPEATED_PARAMETER", "UNKNOWN_CODE"];

/** What a route that is not open to anybody may refuse with. */
const OF_ACCESS: readonly ProblemCode[] = [
  "TOKEN_REQUIRED",
  "TOKEN_INVALID",
  "TOKEN_EXPIRED",
  "TOKEN_REVOKED",
  "INSUFFICIENT_SCOPE",
  "REGION_OUT_OF_SCOPE",
  "ISSUER_UNREACHABLE",
];

/** Describes routes from the schemas that validate their requests and that tests hold their answers to. */
export function openApiDocument(routes: readonly (Route | StreamRoute)[]): OpenApiDocument {
  const schemas: Components = {};
  answerSchema(PROBLEM_DOCUMENT, schemas);
  const paths: Record<string, Operations> = {};
  for (const route of routes) {
    const path = documentedPath(route.path);
    paths[path] = { ...paths[path], [route.method ?? "get"]: operation(route, schemas) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Pilot ledger audit API",
      "x-title-zh": "试点项目账本审计接口",
      version: "1",
      description:
        "Supervision questions over the mirrored ledger. The same schemas validate requests and describe them here. " +
        "监管查询接口；本文档由校验请求的同一套模式生成。",
    },
    // Beside this document, wherever it is served: one server may serve several ledgers.
    servers: [{ url: "." }],
    paths,
    components: {
      schemas,
      securitySchemes: {
        bearer: {
          type: "http",
          scheme: "bearer",
          description: "An access token (plt_…), a token of the identity provider (JWT), or one of a sign-in (pls_…)",
        },
      },
    },
  };
}

/** Every operation of a document, with its method and path. */
export function operationsOf({ paths }: OpenApiDocument) {
  return Object.entries(paths).flatMap(([path, operations]) =>
    (["get", "post", "delete"] as const).flatMap((method) => {
      const operation = operations[method];
      return operation === undefined ? [] : [{ method, path, operation }];
    }),
  );
}

/** A path as OpenAPI writes it: `{code}` for Express's `:code`. */
export function documentedPath(path: string): string {
  return path.replace(/:(\w+)/g, "{$1}");
}

/** All codes a route may refuse with. */
function problemsOf({ access, problems, pathParameters, queryParameters }: Route | StreamRoute): ProblemCode[] {
  const withParameters = Object.keys(pathParameters).length + Object.keys(queryParameters).length > 0;
  const codes = [
    ...EVERYWHERE,
    ...(withParameters ? OF_PARAMETERS : []),
    ...(access === "public" ? [] : OF_ACCESS),
    ...problems,
  ];
  return [...new Set(codes)];
}

function operation(route: Route | StreamRoute, schemas: Components): Operation {
  const { access, method = "get", path, summary } = route;
  const body = "body" in route ? route.body : undefined;
  return {
    operationId: operationId(method, path),
    summary: summary.en,
    "x-summary-zh": summary.zh,
    ...(access !== "public" && { "x-scopes": access.scopes, "x-territory": access.territory }),
    security: access === "public" ? [] : [{ bearer: [] }],
    parameters: [...parameters("path", route.pathParameters), ...parameters("query", route.queryParameters)],
    ...(body && {
      requestBody: { required: true, content: { [FORMATS.json]: { schema: answerSchema(body, schemas) } } },
    }),
    responses: {
      200: {
        description: "OK",
        headers: headersOf(route),
        content: "follow" in route ? streamContent(route, schemas) : answerContent(route, schemas),
      },
      ...(method === "get" &&
        !("follow" in route) && { 304: { description: "Not modified: the client has these bytes" } }),
      ...problemAnswers(problemsOf(route)),
    },
  };
}

/** JSON; and of a list or table the other formats, each of which holds the whole of it. */
function answerContent({ response, list, item }: Route, schemas: Components): DocumentedContent {
  const json = { [FORMATS.json]: { schema: answerSchema(response, schemas) } };
  if (list === undefined || item === undefined) return json;
  return {
    ...json,
    [FORMATS.ndjson]: { schema: answerSchema(item, schemas) },
    [FORMATS.csv]: { schema: { type: "string" } },
    [FORMATS.xlsx]: { schema: { type: "string", contentEncoding: "binary" } },
  };
}

/** A stream is text of server-sent events; what each of them tells is one of these forms, by its name. */
function streamContent({ tells }: StreamRoute, schemas: Components): DocumentedContent {
  const forms = Object.entries(tells).map(([event, schema]) => [event, answerSchema(schema, schemas)] as const);
  const description = `Server-sent events; their data are JSON: ${forms.map(([event]) => event).join(", ")}`;
  return { [EVENT_STREAM]: { schema: { description, oneOf: forms.map(([, form]) => form) } } };
}

function headersOf(route: Route | StreamRoute): Record<string, object> {
  const text = (description: string) => ({ description, schema: { type: "string" } });
  if ("follow" in route) return { "X-Request-Id": text("Names the request in the logs of the server") };
  const { method = "get", list } = route;
  return {
    "X-Request-Id": text("Names the request in the logs of the server"),
    ...(method === "get" && { ETag: text("Strong: of the bytes of the answer") }),
    ...(list && {
      ...("cursor" in route.queryParameters && { Link: text('rel="next": the following page') }),
      ...("asOf" in route.queryParameters && {
        "Ledger-As-Of": text("Of a whole list: the instant it answers for, Unix seconds"),
        "Ledger-Block": text("Of a whole list: number and hash of the block it was read at"),
      }),
    }),
  };
}

function parameters(place: "path" | "query", shape: Shape): DocumentedParameter[] {
  return Object.entries(shape).map(([name, schema]) => {
    const { expects } = meaningOf(schema);
    return {
      name,
      in: place,
      required: place === "path",
      description: sentence(expects).en,
      "x-description-zh": sentence(expects).zh,
      schema: parameterSchema(schema),
    };
  });
}

function sentence({ zh, en }: Bilingual): Bilingual {
  return { zh: `${zh}。`, en: `${en.charAt(0).toUpperCase()}${en.slice(1)}.` };
}

function problemAnswers(codes: readonly ProblemCode[]): Record<string, DocumentedAnswer> {
  const byStatus = Object.groupBy(codes, (code) => String(PROBLEMS[code].status));
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, these = []]) => [
      status,
      {
        description: these.map((code) => `${code}: ${PROBLEMS[code].title.en} ${PROBLEMS[code].title.zh}`).join("; "),
        content: {
          "application/problem+json": {
            schema: {
              allOf: [{ $ref: "#/components/schemas/Problem" }, { properties: { code: { enum: these } } }],
            },
          },
        },
      },
    ]),
  );
}

function operationId(method: string, path: string): string {
  const words = path.split(/[/:.-]+/).filter((word) => word !== "" && word !== "v1");
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  return `${method}${name === "" ? "Index" : name}`;
}
