import { z } from "zod";
import { takePage } from "../../queries/page.ts";
import { wholeLedger } from "../access/scopes.ts";
import { checkAccessLog } from "../access-log/check.ts";
import { LOG_ENTRY } from "../access-log/entry.ts";
import { readAccessLog } from "../access-log/read.ts";
import { LANGUAGE, LIMIT, PRINCIPAL, wholeNumber } from "../parameters.ts";
import { readParameters } from "../read-parameters.ts";
import type { Route } from "../route.ts";
import { COUNT } from "../schemas/basics.ts";
import { PAGE } from "../schemas/envelope.ts";

const HEAD = z
  .strictObject({ seq: COUNT, hash: z.string() })
  .meta({ id: "AccessLogHead", description: "The last entry; noted down, it shows later that nothing was cut off" });

const QUERY = { who: PRINCIPAL, after: wholeNumber(0, 999_999_999), limit: LIMIT, lang: LANGUAGE };

const DEFAULT_LIMIT = 50;

/** Who asked what: regulators are supervised as well. */
export const accessLogRoute: Route = {
  path: "/v1/audit/access-log",
  access: wholeLedger("audit"),
  summary: { zh: "访问日志：何人何时查询了什么", en: "The access log: who asked what, and when" },
  pathParameters: {},
  queryParameters: QUERY,
  response: z.strictObject({ items: z.array(LOG_ENTRY), page: PAGE, head: HEAD }),
  problems: [],
  answer: async ({ query }, { accessLog }) => {
    const { who, after = 0, limit = DEFAULT_LIMIT } = readParameters(QUERY, query);
    const { head, directory } = accessLog;
    const page = await takePage(readAccessLog(directory, { after, upTo: head.seq, who }), limit);
    return { body: { items: page.items, page: { limit, next: page.next }, head } };
  },
};

/** Whether the access log is whole. */
export const accessLogCheckRoute: Route = {
  path: "/v1/audit/access-log/check",
  access: wholeLedger("audit"),
  summary: { zh: "校验访问日志的哈希链", en: "Whether the access log is whole: its chain of hashes, checked anew" },
  pathParameters: {},
  queryParameters: { lang: LANGUAGE },
  response: z.strictObject({ intact: z.boolean(), entries: COUNT, head: HEAD, fault: z.string().nullable() }),
  problems: [],
  answer: async ({ query }, { accessLog }) => {
    readParameters({ lang: LANGUAGE }, query);
    return { body: await checkAccessLog(accessLog.directory) };
  },
};
