import type { IncomingMessage } from "node:http";
import type { Request } from "express";
import { Problem } from "../problems.ts";

/** The media type of server-sent events. */
export const EVENT_STREAM = "text/event-stream";

/** The formats of a list, by their name in `format=`. */
export const FORMATS = {
  json: "application/json",
  ndjson: "application/x-ndjson",
  csv: "text/csv",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;
export type Format = keyof typeof FORMATS;

export const FORMAT_NAMES = Object.keys(FORMATS) as [Format, ...Format[]];

/** Names that clients use for NDJSON. */
const ALSO: Readonly<Record<string, Format>> = { "application/ndjson": "ndjson", "application/jsonl": "ndjson" };

/**
 * The format of an answer: what `format=` says, else what the client accepts best, JSON where it does not mind.
 *
 * @throws {Problem} NOT_ACCEPTABLE when it accepts none of `offered`.
 */
export function formatOf(request: Request, asked: string | undefined, offered: readonly Format[]): Format {
  const named = offered.find((format) => format === asked);
  if (named !== undefined) return named;
  if (acceptsAnything(request)) return "json";
  const types = offered.map((format) => FORMATS[format] as string);
  const others = Object.keys(ALSO).filter((type) => offered.includes(ALSO[type] as Format));
  const best = request.accepts([...types, ...others]);
  if (best === false) {
    throw new Problem("NOT_ACCEPTABLE", {
      zh: `可用格式：${types.join("、")}；请相应设置 Accept 头，或用 format= 指定（${offered.join("、")}）。`,
      en: `What can be had is ${types.join(", ")}: say so in Accept, or with format= (${offered.join(", ")}).`,
    });
  }
  return ALSO[best] ?? offered.find((format) => FORMATS[format] === best) ?? "json";
}

function acceptsAnything({ headers: { accept } }: IncomingMessage): boolean {
  return accept === undefined || accept === "*/*" || accept === FORMATS.json;
}
