import { z } from "zod";
import { takePage } from "../../queries/page.ts";
import { wholeLedger } from "../access/scopes.ts";
import { checkAccessLog } from "../access-log/check.ts";
import { LOG_ENTRY, type LoggedEntry } from "../access-log/entry.ts";
import { readAccessLog } from "../access-log/read.ts";
import { ACCESS_LOG_COLUMNS } from "../formats/access-log-columns.ts";
import { FORMAT, LANGUAGE, LIMIT, PRINCIPAL, wholeNumber } from "../parameters.ts";
import { readParameters } from "../read-parameters.ts";
import type { Listing, Route } from "../route.ts";
import { COUNT } from "../schemas/basics.ts";
import { PAGE } from "../schemas/envelope.ts";

const HEAD = z
  .strictObject({ seq: COUNT, hash: z.string() })
  .meta({ id: "AccessLogHead", description: "The last entry; noted down, it shows later that nothing was cut off" });

const QUERY = { who: PRINCIPAL, after: wholeNumber(0, 999_999_999), limit: LIMIT, format: FORMAT, lang: LANGUAGE };

const DEFAULT_LIMIT = 50;

/** Who asked what: regulators are supervised as well. */
export const accessLogRoute: Route = {
  path: "/v1/audit/access-log",
  access: wholeLedger("audit"),
  summary: { zh: "访问日志：何人何时查询了什么", en: "The access log: who asked what, and when" },
  pathParameters: {},
  queryParameters: QUERY,
  response: z.strictObject({ items: z.array(LOG_ENTRY), page: PAGE, head: HEAD }),
  item: LOG_ENTRY,
  problems: [],
  answer: async ({ query }, { accessLog }) => {
    const { who, after = 0, limit = DEFAULT_LIMIT } = readParameters(QUERY, query);
    const { head, directory } = accessLog;
    const page = await takePage(readAccessLog(directory, { after, upTo: head.seq, who }), limit);
    return { body: { items: page.items, page: { limit, next: page.next }, head } };
  },
  list: async ({ query }, { accessLog }): Promise<Listing> => {
    const { who, after = 0, limit = Number.MAX_SAFE_INTEGER } = readParameters(QUERY, query);
    // What is asked here is an entry of its own, after the last that is told.
    const { head, directory } = accessLog;
    const entries = readAccessLog(directory, { after, upTo: head.seq, who });
    return {
      items: firstOf(entries, limit),
      columns: ACCESS_LOG_COLUMNS,
      state: null,
      mark: head.seq,
      identity: JSON.stringify([head.hash, who, after, limit]),
      close: async () => {},
    };
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

async function* firstOf(entries: AsyncIterable<readonly [id: string, entry: LoggedEntry]>, count: number) {
  let left = count;
  for await (const [, entry] of entries) {
    yield entry;
    left -= 1;
    if (left === 0) return;
  }
}
