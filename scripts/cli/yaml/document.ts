import { readFile } from "node:fs/promises";
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import type { Bilingual } from "../../../server/ledger/codes/bilingual.ts";
import { refused } from "../failure.ts";
import { zodSentence } from "./sentences.ts";

/** Something wrong with a file, and where. */
export interface Problem {
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly sentence: Bilingual;
}

type Path = readonly (string | number)[];

/** A YAML file that was read: its content as the schema makes it, or what is wrong with it. */
export interface YamlReading<T> {
  readonly content: T | undefined;
  readonly problems: readonly Problem[];
  /** The content before any schema; undefined when the file is no YAML. */
  readonly raw: unknown;
  /** A problem at a place in the file. */
  readonly problemAt: (path: Path, sentence: Bilingual) => Problem;
}

/** Reads a YAML file against a schema, collecting every problem with its line and column. */
export async function readYaml<T>(file: string, schema: z.ZodType<T>): Promise<YamlReading<T>> {
  return parseYaml(await readFile(file, "utf8"), schema);
}

/** Reads YAML text against a schema. */
function parseYaml<T>(text: string, schema: z.ZodType<T>): YamlReading<T> {
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF/, ""), { lineCounter: lines, prettyErrors: false });
  const at = (offset: number, sentence: Bilingual): Problem => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1), sentence };
  };
  const problemAt = (path: Path, sentence: Bilingual) => at(offsetOf(document, path), sentence);
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ pos, message }) =>
      at(pos[0], { zh: `YAML 格式错误：${message}`, en: `this is not YAML: ${message}` }),
    );
    return { content: undefined, problems, raw: undefined, problemAt };
  }
  const raw: unknown = document.toJS();
  const parsed = schema.safeParse(raw, { reportInput: true });
  if (parsed.success) return { content: parsed.data, problems: [], raw, problemAt };
  const problems = parsed.error.issues.flatMap((issue) => {
    const path = issue.path.map((part) => (typeof part === "number" ? part : String(part)));
    if (issue.code !== "unrecognized_keys") return [problemAt(path, zodSentence(issue, path))];
    return issue.keys.map((key) => at(keyOffset(document, path, key), zodSentence(issue, [...path, key])));
  });
  return { content: undefined, problems: inOrder(problems), raw, problemAt };
}

/** Problems in the order of the file. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((one, other) => one.line - other.line || one.column - other.column);
}

/**
 * The content of a reading.
 *
 * @throws {CliFailure} FILE_INVALID that lists every problem, when there is one.
 */
export function contentOf<T>(file: string, { content, problems }: YamlReading<T>): T {
  if (content !== undefined && problems.length === 0) return content;
  const listed = (language: keyof Bilingual) =>
    problems.map(({ line, column, sentence }) => `\n  ${file}:${line}:${column}: ${sentence[language]}`).join("");
  throw refused(
    "FILE_INVALID",
    `${file} 有 ${problems.length} 处问题，未发送任何内容：${listed("zh")}`,
    `${file} has ${problems.length} problem(s), and nothing was sent:${listed("en")}`,
    { file, problems },
  );
}

/** Where in the text the value at `path` stands; for one that is missing, what should hold it. */
function offsetOf(document: Document, path: Path): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const part of path) {
    const pair = isMap(node)
      ? node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part))
      : undefined;
    const next: unknown = pair === undefined ? childOf(node, part) : pair.value;
    // An entry's own line is its key's; the value may be empty or begin further down.
    offset = startOf(pair?.key) ?? startOf(next) ?? offset;
    if (next === undefined || next === null) break;
    node = next;
  }
  return isScalar(node) ? (startOf(node) ?? offset) : offset;
}

/** Where an entry's key stands. */
function keyOffset(document: Document, path: Path, key: string): number {
  const holder: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
  const pair = isMap(holder)
    ? holder.items.find((item) => isScalar(item.key) && String(item.key.value) === key)
    : undefined;
  return startOf(pair?.key) ?? offsetOf(document, path);
}

function childOf(node: unknown, part: string | number): unknown {
  if (typeof node !== "object" || node === null || !("items" in node) || !Array.isArray(node.items)) return undefined;
  return typeof part === "number" ? node.items[part] : undefined;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
