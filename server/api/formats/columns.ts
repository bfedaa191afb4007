import { z } from "zod";
import type { Bilingual } from "../../ledger/codes/bilingual.ts";
import type { Language } from "../http/language.ts";
import { INSTANT } from "../schemas/basics.ts";

/** How a column's values are written. */
type Kind = "plain" | "instant" | "list" | "document";

/** A column of a table: a member of an item, or a member of one of its members. */
export interface Column {
  /** Names from the item inwards: `["provenance", "blockNumber"]`. */
  readonly path: readonly string[];
  readonly kind: Kind;
}

/** What a cell holds. */
export type Cell = string | number | boolean | null;

/** A column of a sheet: its heading, and what it shows of an item. */
export interface SheetColumn<Item> {
  readonly heading: Bilingual;
  readonly cell: (item: Item, language: Language) => Cell;
}

/** The columns of a table of items, from the schema of an item: objects are laid out flat, lists stand in one cell. */
export function columnsOf(item: z.ZodObject): Column[] {
  return Object.entries(item.shape).flatMap(([name, schema]) => columnsUnder([name], schema as z.ZodType));
}

/** A cell of an item. Instants are written as Beijing time, for people; JSON and NDJSON have them in Unix seconds. */
export function cellOf({ path, kind }: Column, item: object): Cell {
  return cell(valueAt(item, path), kind);
}

function columnsUnder(path: readonly string[], schema: z.ZodType): Column[] {
  const inner = bare(schema);
  if (inner instanceof z.ZodObject) {
    return Object.entries(inner.shape).flatMap(([name, member]) => columnsUnder([...path, name], member as z.ZodType));
  }
  if (inner === INSTANT) return [{ path, kind: "instant" }];
  if (inner instanceof z.ZodArray) {
    const element = bare(inner.element as z.ZodType);
    const isComposite =
      element instanceof z.ZodObject || element instanceof z.ZodArray || element instanceof z.ZodRecord;
    return [{ path, kind: isComposite ? "document" : "list" }];
  }
  return [{ path, kind: inner instanceof z.ZodString || isScalar(inner) ? "plain" : "document" }];
}

function bare(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodNullable || schema instanceof z.ZodOptional
    ? bare(schema.unwrap() as z.ZodType)
    : schema;
}

function isScalar(schema: z.ZodType): boolean {
  return (
    schema instanceof z.ZodNumber ||
    schema instanceof z.ZodBoolean ||
    schema instanceof z.ZodEnum ||
    schema instanceof z.ZodLiteral
  );
}

function valueAt(item: object, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => (value as Record<string, unknown> | null | undefined)?.[name], item);
}

function cell(value: unknown, kind: Kind): Cell {
  if (value === null || value === undefined) return null;
  if (kind === "instant") return beijingTime(Number(value));
  if (kind === "list") return (value as readonly unknown[]).join("; ");
  if (kind === "document") return JSON.stringify(value);
  return typeof value === "number" || typeof value === "boolean" ? value : String(value);
}

/** An instant as people read it in a sheet. */
export function beijingTime(seconds: number): string {
  return new Date((seconds + 8 * 3_600) * 1_000).toISOString().slice(0, 19).replace("T", " ");
}
