import type { ParsedUrlQuery } from "node:querystring";
import type { z } from "zod";
import type { Bilingual } from "../ledger/codes/bilingual.ts";
import type { BlockMark } from "../store/reader.ts";
import type { Jurisdiction } from "./access/jurisdiction.ts";
import type { Principal } from "./access/principal.ts";
import type { Access } from "./access/scopes.ts";
import type { AnsweredHead } from "./asking.ts";
import type { SheetColumn } from "./formats/columns.ts";
import type { ProblemCode } from "./problems.ts";
import type { Services } from "./services.ts";

/** Schemas by name: of the parameters of a route, or of the members of its answer. */
export type Shape = Readonly<Record<string, z.ZodType>>;

/** A value that a schema describes, as the queries give it: immutable all through. */
export type Given<Value> = Value extends readonly (infer Item)[]
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
  /** The columns of a sheet, where they are others than the members of an item. */
  readonly columns?: readonly SheetColumn<object>[];
  /** The state of the ledger that it was read from; null of a list of something else. */
  readonly state: { readonly asOf: number; readonly head: BlockMark } | null;
  /** What the name of a saved file ends with. */
  readonly mark: number;
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
  /** The form of an item or row, of a route whose answer is a list or a table. */
  readonly item?: z.ZodType;
  /** What it may refuse with, beside what every route may. */
  readonly problems: readonly ProblemCode[];
  readonly answer: (request: RouteRequest, services: Services) => Promise<RouteAnswer>;
  /** The head that an answer would be given from now, of a route whose answers follow from that alone; throws when there is none. */
  readonly head?: (services: Services) => AnsweredHead;
  /** The list without pages, of a route whose answer is one or a table. */
  readonly list?: (request: RouteRequest, services: Services) => Promise<Listing>;
}

/** A route whose parameters and answer the compiler knows: what a client asks with. */
export interface TypedRoute<P extends Shape, Q extends Shape, Answer> extends Route {
  readonly pathParameters: P;
  readonly queryParameters: Q;
  /** Known to the compiler alone; no route has it. */
  readonly answers?: Answer;
}
