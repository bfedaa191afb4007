import { z } from "zod";
import type { Bilingual } from "../ledger/codes/bilingual.ts";
import { type Ledger, ledgerAt } from "../queries/as-of/ledger.ts";
import type { StoreReader } from "../store/reader.ts";
import type { Access } from "./access/scopes.ts";
import { resolveCut } from "./as-of.ts";
import { overSnapshot, presentHead, requireWithin, standing } from "./asking.ts";
import { requireHead } from "./mirror-status.ts";
import { AS_OF, AS_OF_BLOCK, LANGUAGE } from "./parameters.ts";
import type { ProblemCode } from "./problems.ts";
import { readParameters, requireRegisteredCodes, type Values } from "./read-parameters.ts";
import type { AnswerOf, Given, Route, Shape, TypedRoute } from "./route.ts";
import { STANDING } from "./schemas/envelope.ts";
import type { Services } from "./services.ts";

/** What every answer of the ledger says of the state it was given from. */
export type Standing = Given<z.output<z.ZodObject<typeof STANDING>>>;

/** What every route says of itself. */
export interface Definition<P extends Shape, Q extends Shape> {
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

/** The parameters of every route that asks the ledger. */
const OF_LEDGER = { asOf: AS_OF, asOfBlock: AS_OF_BLOCK, lang: LANGUAGE };

/** What a route that asks the ledger may refuse with. */
export const LEDGER_PROBLEMS: readonly ProblemCode[] = [
  "AS_OF_FUTURE",
  "BLOCK_TIME_UNKNOWN",
  "MIRROR_HALTED",
  "MIRROR_REBUILDING",
];

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
