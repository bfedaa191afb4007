import type { ParsedUrlQuery } from "node:querystring";
import type { z } from "zod";
import { validCodesUnless } from "../queries/known-codes.ts";
import type { StoreReader } from "../store/reader.ts";
import { meaningOf, type ParameterMeaning } from "./parameters.ts";
import { type ParameterFault, Problem, type ProblemCode } from "./problems.ts";

type Shape = Readonly<Record<string, z.ZodType>>;

/** The values that a schema reads out of an address. */
export type Values<S extends Shape> = { readonly [Name in keyof S]: z.output<S[Name]> };

/** A parameter, with what is said of it: looked up once, not with each request. */
interface Parameter extends ParameterMeaning {
  readonly name: string;
  readonly schema: z.ZodType;
  /** Whether it may be left out, and then is nothing. */
  readonly isOptional: boolean;
}

const parametersOf = new WeakMap<Shape, readonly Parameter[]>();

function parametersIn(shape: Shape): readonly Parameter[] {
  const known = parametersOf.get(shape);
  if (known !== undefined) return known;
  const parameters = Object.entries(shape).map(([name, schema]): Parameter => {
    const absent = schema.safeParse(undefined);
    return { name, schema, ...meaningOf(schema), isOptional: absent.success && absent.data === undefined };
  });
  parametersOf.set(shape, parameters);
  return parameters;
}

/**
 * Reads the parameters of an address, telling of all that are wrong at once.
 *
 * @throws {Problem} UNKNOWN_PARAMETER, REPEATED_PARAMETER, UNKNOWN_CODE or INVALID_PARAMETER.
 */
export function readParameters<S extends Shape>(shape: S, given: Readonly<ParsedUrlQuery>): Values<S> {
  requireKnown(shape, given);
  const faults: (ParameterFault & { readonly code: ProblemCode })[] = [];
  const values: Record<string, unknown> = {};
  for (const { name, schema, isOptional, expects, list = false, values: valid } of parametersIn(shape)) {
    const text = given[name];
    if (text === undefined && isOptional) {
      values[name] = undefined;
      continue;
    }
    if (Array.isArray(text) && !list) {
      const detail = { zh: "只能出现一次", en: "it may be given once only" };
      faults.push({ code: "REPEATED_PARAMETER", parameter: name, detail });
      continue;
    }
    const result = schema.safeParse(
      list && text !== undefined ? [text].flat().flatMap((part) => part.split(",")) : text,
    );
    if (result.success) {
      values[name] = result.data;
      continue;
    }
    const detail = { zh: `应为${expects.zh}`, en: `it must be ${expects.en}` };
    faults.push({
      code: valid === undefined ? "INVALID_PARAMETER" : "UNKNOWN_CODE",
      parameter: name,
      detail,
      ...(valid && { valid }),
    });
  }
  throwFaults(faults);
  return values as Values<S>;
}

/**
 * Reads the content of a request.
 *
 * @throws {Problem} INVALID_PARAMETER with each member that is wrong.
 */
export function readContent<S extends z.ZodObject>(schema: S, content: unknown): z.output<S> {
  const result = schema.safeParse(content);
  if (result.success) return result.data;
  const members = new Set(result.error.issues.map((issue) => issue.path.join(".") || "content"));
  const detail = {
    zh: "不符合接口描述（/openapi.json）中的格式",
    en: "it is not of the form that /openapi.json describes",
  };
  throwFaults([...members].map((parameter) => ({ code: "INVALID_PARAMETER", parameter, detail })));
  throw result.error;
}

/**
 * Checks the codes among the parameters against the registries of the ledger.
 *
 * @throws {Problem} UNKNOWN_CODE with the valid ones.
 */
export async function requireRegisteredCodes<S extends Shape>(shape: S, values: Values<S>, reader: StoreReader) {
  for (const { name, registry } of parametersIn(shape)) {
    if (registry === undefined) continue;
    for (const code of [values[name] ?? []].flat() as string[]) {
      const valid = await validCodesUnless(reader, registry, code);
      if (valid === undefined) continue;
      const detail = { zh: `账本上没有代码 ${code}`, en: `the ledger has no code ${code}` };
      throwFaults([{ code: "UNKNOWN_CODE", parameter: name, detail, valid }]);
    }
  }
}

function requireKnown(shape: Shape, given: Readonly<ParsedUrlQuery>): void {
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(shape, name));
  if (unknown.length === 0) return;
  const known = Object.keys(shape);
  const detail = { zh: "没有此参数", en: "there is no such parameter" };
  throw new Problem(
    "UNKNOWN_PARAMETER",
    {
      zh: `没有参数 ${unknown.join("、")}；可用参数：${known.join("、")}。`,
      en: `There is no parameter ${unknown.join(", ")}; the parameters are ${known.join(", ")}.`,
    },
    { errors: unknown.map((parameter) => ({ parameter, detail, valid: known })) },
  );
}

function throwFaults(faults: readonly (ParameterFault & { readonly code: ProblemCode })[]): void {
  const [first] = faults;
  if (first === undefined) return;
  throw new Problem(
    faults.every(({ code }) => code === first.code) ? first.code : "INVALID_PARAMETER",
    {
      zh: `${faults.map(({ parameter, detail }) => `${parameter}：${detail.zh}`).join("；")}。`,
      en: `${faults.map(({ parameter, detail }) => `${parameter}: ${detail.en}`).join("; ")}.`,
    },
    { errors: faults.map(({ code: _, ...fault }) => fault) },
  );
}
