import type { DocumentedParameter, Operation } from "../../../server/api/openapi/document.ts";
import type { JsonSchema } from "../../../server/api/openapi/json-schema.ts";
import type { Draw } from "../draw.ts";

/** A request that has something wrong with it. */
export interface Malformed {
  readonly method: string;
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly content?: string;
  /** What is wrong, for who reads of a failure. */
  readonly fault: string;
}

/** An operation with an address that is right. */
export interface Target {
  readonly method: "GET" | "POST" | "DELETE";
  readonly path: string;
  readonly address: string;
  readonly operation: Operation;
  /** All that the address takes. */
  readonly methods: readonly string[];
}

/** Pieces of what attackers and broken clients send. */
const PIECES = [
  ...[
    "'",
    '"',
    "<script>",
    "../..",
    "%00",
    "\u0000",
    "\r\n",
    "#{7*7}",
    "{{7*7}}",
    ";--",
    "\\",
    "\ud800",
    "𝕏",
    "试点",
    "\u202e",
  ],
  ...[
    "-1",
    "1e309",
    "NaN",
    "null",
    "undefined",
    "true",
    "[object Object]",
    "0x",
    "9".repeat(30),
    "__proto__",
    "constructor",
  ],
];

/** No parameter of this API takes a text of so many characters. */
const LONGER_THAN_ANY = 410;

type Fault = (target: Target, draw: Draw) => Malformed | undefined;

const FAULTS: readonly Fault[] = [
  unknownParameter,
  repeatedParameter,
  wrongValue,
  overlongValue,
  wrongPath,
  wrongMethod,
  unacceptable,
  wrongContent,
  badEncoding,
  tooLong,
];

/** A malformed request to a target, drawn from all kinds of faults that it can have. */
export function malformedRequest(target: Target, draw: Draw): Malformed {
  for (;;) {
    const request = draw.one(FAULTS)(target, draw);
    if (request !== undefined) return request;
  }
}

function unknownParameter(target: Target, draw: Draw): Malformed {
  const names = [
    "fild",
    "limit[]",
    "region[$gt]",
    "__proto__",
    "constructor",
    "toString",
    "asof",
    "LIMIT",
    "access_token",
    " ",
  ];
  const name = `${draw.one(names)}${draw.one(["", draw.one(PIECES)])}`;
  return asking(target, `unknown parameter ${JSON.stringify(name)}`, [[name, garbage(draw, 3)]]);
}

function repeatedParameter(target: Target, draw: Draw): Malformed | undefined {
  const single = target.operation.parameters.filter(
    ({ in: place, schema }) => place === "query" && schema.type !== "array",
  );
  if (single.length === 0) return undefined;
  const { name } = draw.one(single);
  return asking(target, `${name} twice`, [
    [name, "1"],
    [name, "2"],
  ]);
}

function wrongValue(target: Target, draw: Draw): Malformed | undefined {
  const strict = target.operation.parameters.filter(({ in: place, schema }) => place === "query" && isTable(schema));
  if (strict.length === 0) return undefined;
  const { name, schema } = draw.one(strict);
  const value = `${draw.one(["", "X", "ZZZ"])}${garbage(draw, 1 + draw.number(4))}`;
  if (schema.pattern !== undefined && new RegExp(schema.pattern, "u").test(value)) return undefined;
  return asking(target, `${name} of ${JSON.stringify(value)}`, [[name, value]]);
}

function overlongValue(target: Target, draw: Draw): Malformed | undefined {
  const query = target.operation.parameters.filter(({ in: place }) => place === "query");
  if (query.length === 0) return undefined;
  const { name } = draw.one(query);
  return asking(target, `${name} overlong`, [
    [name, garbage(draw, 8).padEnd(LONGER_THAN_ANY, draw.one(["x", "0", "试", "'"]))],
  ]);
}

function wrongPath(target: Target, draw: Draw): Malformed | undefined {
  const names = target.operation.parameters.filter(({ in: place }) => place === "path");
  if (names.length === 0) return undefined;
  const parts = target.path.split("/");
  const right = target.address.split("/");
  const places = parts.flatMap((part, index) => (part.startsWith("{") ? [index] : []));
  const place = draw.one(places);
  // A text of any characters, such as the number of a filing, can only be too long.
  const isText = names.find(({ name }) => `{${name}}` === parts[place])?.schema.maxLength !== undefined;
  const value = `!${garbage(draw, 1 + draw.number(3))}`;
  const wrong = right.with(place, encoded(isText ? value.padEnd(LONGER_THAN_ANY, "9") : value));
  return { method: target.method, address: wrong.join("/"), headers: {}, fault: `path ${wrong[place]}` };
}

function wrongMethod(target: Target, draw: Draw): Malformed {
  const others = ["GET", "POST", "DELETE"].filter((method) => !target.methods.includes(method));
  const method = draw.one(["PUT", "PATCH", "PROPFIND", ...others]);
  return { method, address: target.address, headers: {}, fault: `method ${method}` };
}

function unacceptable(target: Target, draw: Draw): Malformed | undefined {
  if (target.method !== "GET") return undefined;
  const accept = draw.one(["image/png", "text/html", "application/xml", "application/json;q=0", "x/y, z/w"]);
  return { method: "GET", address: target.address, headers: { Accept: accept }, fault: `Accept ${accept}` };
}

function wrongContent(target: Target, draw: Draw): Malformed | undefined {
  if (target.operation.requestBody === undefined) return undefined;
  const json = { "Content-Type": "application/json" };
  const [content, headers] = draw.one<readonly [string, Readonly<Record<string, string>>]>([
    ["{", json],
    ["[]", json],
    ["null", json],
    ['"text"', json],
    [JSON.stringify({ address: garbage(draw, 3), message: 1, signature: null }), json],
    [JSON.stringify({ __proto__: 1, constructor: garbage(draw, 2) }), json],
    [JSON.stringify({ message: "m", signature: `0x${"0".repeat(130)}`, more: 1 }), json],
    [`{"address":"${"0".repeat(20_000)}"}`, json],
    ["address=0x0", { "Content-Type": "application/x-www-form-urlencoded" }],
    ["{}", { "Content-Type": "application/json; charset=utf-7" }],
    ["{}", { ...json, "Content-Encoding": "br" }],
  ]);
  return { method: "POST", address: target.address, headers, content, fault: `content ${content.slice(0, 60)}` };
}

function badEncoding(target: Target, draw: Draw): Malformed {
  const bad = draw.one(["%", "%zz", "%E0%A4%A", "%C0%AF", "%u0041", "%ED%A0%80"]);
  return { method: target.method, address: `${target.address}?${bad}=${bad}`, headers: {}, fault: `encoding ${bad}` };
}

function tooLong(target: Target, draw: Draw): Malformed {
  const address = `${target.address}?${draw.one(["q", "x"])}=${"a".repeat(8_200 + draw.number(4_000))}`;
  return { method: target.method, address, headers: {}, fault: "address too long" };
}

function asking(target: Target, fault: string, query: readonly (readonly [string, string])[]): Malformed {
  const text = query.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join("&");
  return { method: target.method, address: `${target.address}?${text}`, headers: {}, fault };
}

function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

/** Whether a short text of garbage cannot be a value of it. */
function isTable({ enum: values, pattern, items }: JsonSchema & Pick<DocumentedParameter["schema"], "items">): boolean {
  return values !== undefined || pattern !== undefined || (items as JsonSchema | undefined)?.enum !== undefined;
}

function garbage(draw: Draw, pieces: number): string {
  return Array.from({ length: pieces }, () => draw.one(PIECES)).join("");
}
