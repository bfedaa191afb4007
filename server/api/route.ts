import type { ParsedUrlQuery } from "node:querystring";
import { z } from "zod";
import type { Bilingual } from "../ledger/codes/bilingual.ts";
import { type Ledger, ledgerAt } from "../queries/as-of/ledger.ts";
import type { Page } from "../queries/page.ts";
import type { BlockMark, StoreReader } from "../store/reader.ts";
import { type Jurisdiction, jurisdictionKey } from "./access/jurisdiction.ts";
import type { Principal } from "./access/principal.ts";
import type { Access } from "./access/scopes.ts";
import { resolveCut } from "./as-of.ts";
import {
  type AnsweredHead,
  openSnapshot,
  overSnapshot,
  presentHead,
  requireWithin,
  type Snapshot,
  standing,
} from "./asking.ts";
import { chainMarks, questionHash, readCursor, requireContinuing, writeCursor } from "./cursor.ts";
import { requireHead } from "./mirror-status.ts";
import { AS_OF, AS_OF_BLOCK, CURSOR, FORMAT, LANGUAGE, LIMIT } from "./parameters.ts";
import type { ProblemCode } from "./problems.ts";
import { readParameters, requireRegisteredCodes, type Values } from "./read-parameters.ts";
import { PAGE, STANDING } from "./schemas/envelope.ts";
import type { Services } from "./services.ts";

/** Schemas by name: of the parameters of a route, or of the members of its answer. */
export type Shape = Readonly<Record<string, z.ZodType>>;

/** A value that a schema describes, as the queries give it: immutable all through. */
type Given<Value> = Value extends readonly (infer Item)[]
  ? readonly Given<Item>[]
  : Value extends object
    ? { readonly [Name in keyof Value]: Given<Value[Name]> }
    : Value;

/** An answer whose members are described by `R`; anything where nothing is described. */
export type AnswerOf<R extends Shape> = string extends keyof R
  ? unknown
  : { readonly [Name in keyof R]: Given<z.input<R[Name]>> };

/** A request as a route sees it: the texts of its address, and who asks. */
export interface RouteRequest {
  readonly path: Readonly<ParsedUrlQuery>;
  readonly query: Readonly<ParsedUrlQuery>;
  /** The parsed content of a request that has one. */
  readonly body?: unknown;
  /** Nobody, where anybody may ask. */
  readonly principal: Principal | undefined;
  readonly jurisdiction: Jurisdiction;
}

/** What a route answers. */
export interface RouteAnswer {
  readonly body: object;
  /** The address of the next page. */
  readonly next?: string;
}

/** A whole list, to be sent item by item. Who takes it closes it. */
export interface Listing {
  readonly items: AsyncIterable<object>;
  readonly asOf: number;
  readonly head: BlockMark;
  /** What the list follows from: the same text for the same list. */
  readonly identity: string;
  readonly close: () => Promise<void>;
}

/** An address of the API: what it takes, who may ask, and how it answers. The table of all of them describes the API. */
export interface Route {
  /** `get` when absent. */
  readonly method?: "get" | "post" | "delete";
  /** As Express writes it. */
  readonly path: string;
  readonly access: Access;
  readonly summary: Bilingual;
  readonly pathParameters: Shape;
  readonly queryParameters: Shape;
  /** The form of the content of a request. */
  readonly body?: z.ZodObject;
  /** The form of its answer: what is documented, and what tests hold every answer to. */
  readonly response: z.ZodObject;
  /** The form of an item, of a route whose answer is a list. */
  readonly item?: z.ZodObject;
  /** What it may refuse with, beside what every route may. */
  readonly problems: readonly ProblemCode[];
  readonly answer: (request: RouteRequest, services: Services) => Promise<RouteAnswer>;
  /** The head that an answer would be given from now, of a route whose answers follow from that alone; throws when there is none. */
  readonly head?: (services: Services) => AnsweredHead;
  /** The list without pages, of a route whose answer is one. */
  readonly list?: (request: RouteRequest, services: Services) => Promise<Listing>;
}

/** A route whose parameters and answer the compiler knows: what a client asks with. */
export interface TypedRoute<P extends Shape, Q extends Shape, Answer> extends Route {
  readonly pathParameters: P;
  readonly queryParameters: Q;
  /** Known to the compiler alone; no route has it. */
  readonly answers?: Answer;
}

/** What every answer of the ledger says of the state it was given from. */
type Standing = Given<z.output<z.ZodObject<typeof STANDING>>>;

/** A page of a list. */
type Listed<Item extends z.ZodObject> = {
  readonly items: readonly Given<z.output<Item>>[];
  readonly page: Given<z.output<typeof PAGE>>;
};

interface Definition<P extends Shape, Q extends Shape> {
  readonly path: string;
  readonly access: Access;
  readonly summary: Bilingual;
  readonly pathParameters: P;
  readonly queryParameters: Q;
  /** What it may refuse with, beside what every route may. */
  readonly problems?: readonly ProblemCode[];
}

/** A question to the ledger, ready to be answered. */
export interface Question<P extends Shape, Q extends Shape> {
  /** The ledger as of the cut that was asked for. */
  readonly ledger: Ledger;
  readonly path: Values<P>;
  readonly query: Values<Q>;
}

/** A question whose answer is a list. */
export interface ListQuestion<P extends Shape, Q extends Shape> extends Question<P, Q> {
  readonly after: string | undefined;
  readonly limit: number;
}

/** The parameters of every route that asks the ledger. */
const OF_LEDGER = { asOf: AS_OF, asOfBlock: AS_OF_BLOCK, lang: LANGUAGE };

/** The parameters of every route that lists. */
const OF_LIST = { asOf: AS_OF, asOfBlock: AS_OF_BLOCK, limit: LIMIT, cursor: CURSOR, format: FORMAT, lang: LANGUAGE };

const DEFAULT_LIMIT = 50;

/** How many items of a whole list are fetched at a time. */
const RUN = 200;

/** What a route that asks the ledger may refuse with. */
const LEDGER_PROBLEMS: readonly ProblemCode[] = [
  "AS_OF_FUTURE",
  "BLOCK_TIME_UNKNOWN",
  "MIRROR_HALTED",
  "MIRROR_REBUILDING",
];

/** What a route that pages may refuse with. */
const LIST_PROBLEMS: readonly ProblemCode[] = ["CURSOR_INVALID", "CURSOR_MISMATCH", "REORG_DURING_PAGE"];

/** A route that asks the ledger one thing. `response` describes the answer without what is said of its state. */
export function ledgerRoute<P extends Shape, Q extends Shape, R extends Shape>(
  definition: Definition<P, Q> & {
    readonly response: R;
    readonly answer: (question: Question<P, Q>) => Promise<AnswerOf<R> & object>;
  },
): TypedRoute<P, Q & typeof OF_LEDGER, AnswerOf<R> & Standing> {
  const queryParameters = { ...definition.queryParameters, ...OF_LEDGER };
  return {
    ...definition,
    queryParameters,
    problems: [...LEDGER_PROBLEMS, ...(definition.problems ?? [])],
    response: z.strictObject({ ...definition.response, ...STANDING }),
    head: presentHead,
    answer: async (request, services) => {
      const path = readParameters(definition.pathParameters, request.path);
      const query = readParameters(queryParameters, request.query);
      const { jurisdiction } = request;
      return overSnapshot(services, jurisdiction, async ({ reader, whole }) => {
        const head = requireHead(reader, services.mirrorStatus());
        const ledger = ledgerAt(reader, await resolveCut(query, head, whole));
        await requireRegisteredCodes(definition.queryParameters, query, reader);
        requireWithin(jurisdiction, definition.queryParameters, query);
        const answer = await definition.answer({ ledger, path, query });
        return { body: { ...answer, ...standing(services, ledger, query.asOfBlock, jurisdiction) } };
      });
    },
  };
}

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
        return { items: everyItem(first, pageAfter, limit), asOf: ledger.asOf, head, identity, close };
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

/** A route about the service itself: it answers also while nothing is mirrored. */
export function serviceRoute<R extends Shape>(
  definition: Pick<Definition<Shape, Shape>, "path" | "summary" | "problems"> & {
    readonly response: R;
    readonly answer: (reader: StoreReader, services: Services) => Promise<AnswerOf<R> & object>;
  },
): Route {
  const queryParameters = { lang: LANGUAGE };
  return {
    ...definition,
    access: "public",
    pathParameters: {},
    queryParameters,
    problems: definition.problems ?? [],
    response: z.strictObject(definition.response),
    answer: async (request, services) => {
      readParameters(queryParameters, request.query);
      return overSnapshot(services, "whole", async ({ whole }) => ({ body: await definition.answer(whole, services) }));
    },
  };
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
