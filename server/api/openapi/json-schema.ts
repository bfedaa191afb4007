import { z } from "zod";
import { meaningOf } from "../parameters.ts";

/** A JSON Schema of draft 2020-12, which is what OpenAPI 3.1 takes. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The schemas that a document names, by name. */
export type Components = Record<string, JsonSchema>;

/**
 * The JSON Schema of what a schema lets out. Schemas that have an `id` are put into `components` and referred to.
 */
export function answerSchema(schema: z.ZodType, components: Components): JsonSchema {
  return hoisted(z.toJSONSchema(schema, { io: "output" }), components);
}

/** The JSON Schema of what a parameter takes as text, with what is said of it in both languages. */
export function parameterSchema(schema: z.ZodType): JsonSchema {
  const { values, list = false } = meaningOf(schema);
  const { $schema: _, meaning: __, ...rest } = z.toJSONSchema(schema, { io: "input" });
  if (values === undefined) return rest;
  return list ? { ...rest, items: { type: "string", enum: [...values] } } : { ...rest, enum: [...values] };
}

function hoisted({ $schema: _, $defs, ...schema }: JsonSchema, components: Components): JsonSchema {
  for (const [name, definition] of Object.entries($defs ?? {})) {
    const { id: __, ...rest } = definition as JsonSchema;
    components[name] ??= renamed(rest);
  }
  const { id, ...body } = renamed(schema);
  if (typeof id !== "string") return body;
  components[id] ??= body;
  return { $ref: `#/components/schemas/${id}` };
}

/** Zod refers within one schema; the document keeps all of them in one place. */
function renamed(schema: JsonSchema): JsonSchema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')) as JsonSchema;
}
