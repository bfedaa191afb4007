import { z } from "zod";
import type { Bilingual } from "../ledger/codes/bilingual.ts";
import { WebhookError, type Webhooks } from "../live/webhooks/webhooks.ts";
import { within } from "./access/scopes.ts";
import { LANGUAGE } from "./parameters.ts";
import { Problem, type ProblemCode } from "./problems.ts";
import { readContent, readParameters, type Values } from "./read-parameters.ts";
import type { AnswerOf, Route, Shape, TypedRoute } from "./route.ts";
import type { Services } from "./services.ts";

/** What is asked about the webhooks of a token. */
interface WebhookQuestion<P extends Shape, Q extends Shape, Content> {
  readonly path: Values<P>;
  readonly query: Values<Q>;
  readonly content: Content;
  /** The id of the token that asks; it is told of its own webhooks alone. */
  readonly token: string;
  readonly webhooks: Webhooks;
  readonly services: Services;
}

const OWN = within("webhooks");

const OF_CONTENT: readonly ProblemCode[] = ["CONTENT_TOO_LARGE", "UNSUPPORTED_MEDIA_TYPE"];

/** Why an address cannot be subscribed with. */
const URL_FAULTS: Readonly<Record<string, Bilingual>> = {
  MALFORMED: { zh: "应为完整的 https 地址，不含 # 部分", en: "it must be a whole https address without a fragment" },
  NOT_HTTPS: { zh: "应为 https 地址", en: "it must be an https address" },
  CREDENTIALS: { zh: "不得含有用户名或口令", en: "it must not hold a user name or password" },
  ADDRESS_REFUSED: {
    zh: "指向不公开的网络地址；如确有需要，请运维人员以 --webhook-allow 放行",
    en: "it names an address that is not public; where that is meant, the operator allows it with --webhook-allow",
  },
};

/** A route about the webhooks of the token that asks. */
export function webhookRoute<
  P extends Shape,
  R extends Shape,
  Q extends Shape = Shape,
  Body extends z.ZodObject = z.ZodObject,
>(definition: {
  readonly method: NonNullable<Route["method"]>;
  readonly path: string;
  readonly summary: Bilingual;
  readonly pathParameters: P;
  readonly queryParameters?: Q;
  readonly body?: Body;
  readonly response: R;
  readonly problems?: readonly ProblemCode[];
  readonly answer: (question: WebhookQuestion<P, Q, z.output<Body>>) => Promise<AnswerOf<R> & object>;
}): TypedRoute<P, Q & { lang: typeof LANGUAGE }, AnswerOf<R>> {
  const { body, problems = [], pathParameters } = definition;
  const queryParameters = { ...(definition.queryParameters as Q), lang: LANGUAGE };
  const ofOne: readonly ProblemCode[] = Object.keys(pathParameters).length > 0 ? ["RECORD_NOT_FOUND"] : [];
  return {
    ...definition,
    access: OWN,
    queryParameters,
    problems: [...problems, ...ofOne, ...(body === undefined ? [] : OF_CONTENT)],
    response: z.strictObject(definition.response),
    answer: async (request, services) => {
      const path = readParameters(pathParameters, request.path);
      const query = readParameters(queryParameters, request.query);
      const content = (body === undefined ? {} : readContent(body, request.body)) as z.output<Body>;
      const token = request.principal?.kind === "token" ? request.principal.id : undefined;
      // No other kind of credential is given the scope.
      if (token === undefined) throw new Error(`${definition.path} is asked without an access token`);
      const { webhooks } = services;
      const asked = definition.answer({ path, query, content, token, webhooks, services });
      return { body: await asked.catch((error: unknown) => Promise.reject(problemOf(error))) };
    },
  };
}

function problemOf(error: unknown): unknown {
  if (!(error instanceof WebhookError)) return error;
  switch (error.code) {
    case "NOT_FOUND":
      return new Problem("RECORD_NOT_FOUND", {
        zh: "此令牌没有该推送订阅。",
        en: "The token has no such webhook.",
      });
    case "TOO_MANY":
      return new Problem("TOO_MANY_WEBHOOKS", {
        zh: `推送订阅已达上限（${error.message}）：请先删除不用的。`,
        en: `There are as many webhooks as there may be (${error.message}): delete those that are not needed.`,
      });
    case "URL_REFUSED": {
      const detail = URL_FAULTS[error.message] ?? { zh: "地址无效", en: "it is not valid" };
      const told = { zh: `url：${detail.zh}。`, en: `url: ${detail.en}.` };
      return new Problem("INVALID_PARAMETER", told, { errors: [{ parameter: "url", detail }] });
    }
  }
}
