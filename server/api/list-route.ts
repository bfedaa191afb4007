import type { ParsedUrlQuery } from "node:querystring";
import { z } from "zod";
import { ledgerAt } from "../queries/as-of/ledger.ts";
import type { Page } from "../queries/page.ts";
import { jurisdictionKey } from "./access/jurisdiction.ts";
import { resolveCut } from "./as-of.ts";
import { openSnapshot, overSnapshot, presentHead, requireWithin, type Snapshot, standing } from "./asking.ts";
import { chainMarks, questionHash, readCursor, requireContinuing, writeCursor } from "./cursor.ts";
import { type Definition, LEDGER_PROBLEMS, type Question, type Standing } from "./ledger-route.ts";
import { requireHead } from "./mirror-status.ts";
import { AS_OF, AS_OF_BLOCK, CURSOR, FORMAT, LANGUAGE, LIMIT } from "./parameters.ts";
import type { ProblemCode } from "./problems.ts";
import { readParameters, requireRegisteredCodes } from "./read-parameters.ts";
import type { AnswerOf, Given, RouteRequest, Shape, TypedRoute } from "./route.ts";
import { PAGE, STANDING } from "./schemas/envelope.ts";
import type { Services } from "./services.ts";

/** A page of a list. */
type Listed<Item extends z.ZodObject> = {
  readonly items: readonly Given<z.output<Item>>[];
  readonly page: Given<z.output<typeof PAGE>>;
};

/** A question whose answer is a list. */
interface ListQuestion<P extends Shape, Q extends Shape> extends Question<P, Q> {
  readonly after: string | undefined;
  readonly limit: number;
}

/** The parameters of every route that lists. */
const OF_LIST = { asOf: AS_OF, asOfBlock: AS_OF_BLOCK, limit: LIMIT, cursor: CURSOR, format: FORMAT, lang: LANGUAGE };

const DEFAULT_LIMIT = 50;

/** How many items of a whole list are fetched at a time. */
const RUN = 200;

/** What a route that pages may refuse with. */
const LIST_PROBLEMS: readonly ProblemCode[] = ["CURSOR_INVALID", "CURSOR_MISMATCH", "REORG_DURING_PAGE"];

/**
 * A route that asks the ledger for a list, page by page. All pages answer for the instant of the first. `item` describes an item, and
 * `response` what the answer says beside its items.
 */
export function listRoute<P extends Shape, Q extends Shape, Item extends z.ZodObject, R extends Shape>(
  definition: Definition<P, Q> & {
    readonly item: Item;
    readonly response?: R;
    readonly answer: (question: ListQuestion<P, Q>) => Promise<Page<Given<z.input<Item>>> & AnswerOf<R>>;
  },
): TypedRoute<P, Q & typeof OF_LIST, Listed<Item> & AnswerOf<R> & Standing> {
  const queryParameters = { ...definition.queryParameters, ...OF_LIST };
  const read = (request: RouteRequest) => {
    const path = readParameters(definition.pathParameters, request.path);
    const query = readParameters(queryParameters, request.query);
    const { asOf, asOfBlock, limit, cursor: text, format: _, lang: __, ...filters } = query;
    const cursor = text === undefined ? undefined : readCursor(text);
    const limited = request.jurisdiction === "whole" ? {} : { "": jurisdictionKey(request.jurisdiction) };
    const question = questionHash(definition.path, { ...filters, ...path, ...limited });
    return { path, query, asked: { asOf, asOfBlock }, limit, cursor, question };
  };
  const begin = async (request: RouteRequest, services: Services, { reader, whole }: Snapshot) => {
    const { path, query, asked, limit, cursor, question } = read(request);
    const head = requireHead(reader, services.mirrorStatus());
    if (cursor !== undefined) await requireContinuing(cursor, question, asked, whole);
    const cut = cursor === undefined ? await resolveCut(asked, head, whole) : { block: cursor.b, time: cursor.t };
    const ledger = ledgerAt(reader, cut);
    await requireRegisteredCodes(definition.queryParameters, query, reader);
    requireWithin(request.jurisdiction, definition.queryParameters, query);
    const pageAfter = (after: string | undefined, count: number) =>
      definition.answer({ ledger, path, query, after, limit: count });
    return { ledger, cut, head, asked, limit, cursor, question, pageAfter };
  };
  return {
    ...definition,
    queryParameters,
    problems: [...LEDGER_PROBLEMS, ...LIST_PROBLEMS, ...(definition.problems ?? [])],
    response: z.strictObject({ items: z.array(definition.item), page: PAGE, ...definition.response, ...STANDING }),
    head: presentHead,
    answer: (request, services) =>
      overSnapshot(services, request.jurisdiction, async (snapshot) => {
        const begun = await begin(request, services, snapshot);
        const { ledger, cut, asked, limit = DEFAULT_LIMIT, cursor, question, pageAfter } = begun;
        const { items, next: last, ...rest } = await pageAfter(cursor?.a, limit);
        const page = { limit, next: null };
        const body = { items, page, ...standing(services, ledger, asked.asOfBlock, request.jurisdiction), ...rest };
        if (last === null) return { body };
        const { h, e } = cursor ?? (await chainMarks(snapshot.whole));
        const next = writeCursor({ v: 2, f: question, t: cut.time, b: cut.block, a: last, h, e });
        return { body: { ...body, page: { limit, next } }, next: `?${withCursor(request.query, next)}` };
      }),
    list: async (request, services) => {
      const snapshot = openSnapshot(services, request.jurisdiction);
      const close = () => snapshot.whole.close();
      try {
        const { ledger, cut, head, limit, cursor, question, pageAfter } = await begin(request, services, snapshot);
        const first = await pageAfter(cursor?.a, Math.min(limit ?? RUN, RUN));
        const identity = [question, cut.block, cut.time, head.hash, limit ?? "", cursor?.a ?? ""].join("/");
        const { asOf } = ledger;
        return { items: everyItem(first, pageAfter, limit), state: { asOf, head }, mark: asOf, identity, close };
      } catch (error) {
        await close();
        throw error;
      }
    },
  };
}

/** The items of a list from a first page on, page after page, never more than one at a time; `limit` of them when it is given. */
async function* everyItem<Item>(
  first: Page<Item>,
  pageAfter: (after: string, count: number) => Promise<Page<Item>>,
  limit: number | undefined,
): AsyncGenerator<Item> {
  let given = 0;
  for (let page = first; ; page = await pageAfter(page.next, RUN)) {
    for (const item of page.items) {
      yield item;
      given += 1;
      if (given === limit) return;
    }
    if (page.next === null) return;
  }
}

function withCursor(query: Readonly<ParsedUrlQuery>, cursor: string): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (name === "cursor") continue;
    for (const text of [value ?? []].flat()) parameters.append(name, text);
  }
  parameters.append("cursor", cursor);
  return parameters;
}
