import type { z } from "zod";
import type { BlockMark } from "../store/reader.ts";
import type { SheetColumn } from "./formats/columns.ts";
import { type Definition, ledgerRoute, type Question, type Standing } from "./ledger-route.ts";
import { FORMAT } from "./parameters.ts";
import type { AnswerOf, Given, Shape, TypedRoute } from "./route.ts";

/** The rows of an answer that is a table. */
interface Table<Row extends z.ZodObject> {
  readonly rows: readonly Given<z.input<Row>>[];
  /** What a sheet shows of a row; what its schema has, when absent. */
  readonly columns?: readonly SheetColumn<Given<z.input<Row>>>[];
}

const OF_TABLE = { format: FORMAT };

/**
 * A route that asks the ledger for a table, which is answered whole: in JSON as it is, in the other formats its rows. `item` describes
 * a row, and `tableOf` finds the rows in the answer.
 */
export function tableRoute<P extends Shape, Q extends Shape, R extends Shape, Row extends z.ZodObject>(
  definition: Definition<P, Q> & {
    readonly response: R;
    readonly item: Row;
    readonly answer: (question: Question<P, Q>) => Promise<AnswerOf<R> & object>;
    readonly tableOf: (answer: AnswerOf<R>) => Table<Row>;
  },
): TypedRoute<P, Q & typeof OF_TABLE, AnswerOf<R> & Standing> {
  const { tableOf, item, ...asked } = definition;
  const queryParameters = { ...definition.queryParameters, ...OF_TABLE };
  const route = ledgerRoute<P, Q & typeof OF_TABLE, R>({ ...asked, queryParameters });
  return {
    ...route,
    item,
    list: async (request, services) => {
      const { body } = await route.answer(request, services);
      const { asOf, head } = body as { readonly asOf: number; readonly head: BlockMark };
      const { rows, columns } = tableOf(body as AnswerOf<R>);
      const items = (async function* () {
        yield* rows as readonly object[];
      })();
      return {
        items,
        ...(columns && { columns: columns as readonly SheetColumn<object>[] }),
        state: { asOf, head },
        mark: asOf,
        identity: JSON.stringify([request.query, request.path, rows]),
        close: async () => {},
      };
    },
  };
}
