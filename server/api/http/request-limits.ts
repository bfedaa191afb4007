import type { RequestHandler } from "express";
import express from "express";
import { Problem } from "../problems.ts";

/** The longest address that is read, bytes. Every question of this API is far shorter. */
const ADDRESS_AT_MOST = 8_192;

/** The largest content of a request, bytes: a message and its signature fit. */
const CONTENT_AT_MOST = 16_384;

/** Refuses an address that is too long. */
export const limitAddress: RequestHandler = ({ originalUrl }, _, next) => {
  if (originalUrl.length > ADDRESS_AT_MOST) {
    throw new Problem("URI_TOO_LONG", {
      zh: `地址长 ${originalUrl.length} 字节，上限为 ${ADDRESS_AT_MOST} 字节。`,
      en: `The address has ${originalUrl.length} bytes; at most ${ADDRESS_AT_MOST} are read.`,
    });
  }
  next();
};

const parse = express.json({ limit: CONTENT_AT_MOST, type: "application/json", strict: true, inflate: false });

/** Reads the content of a request as JSON; of any other type it is refused. */
export const jsonContent: RequestHandler = (request, response, next) => {
  if (request.is("application/json") === false) {
    throw new Problem("UNSUPPORTED_MEDIA_TYPE", {
      zh: "请求内容须为 application/json。",
      en: "The content of the request must be application/json.",
    });
  }
  parse(request, response, next);
};

/** What the reader of content throws, as a problem; undefined for any other error. */
export function contentProblem(error: unknown): Problem | undefined {
  const { type, status } = error as { readonly type?: unknown; readonly status?: unknown };
  if (type === "entity.too.large") {
    return new Problem("CONTENT_TOO_LARGE", {
      zh: `请求内容上限为 ${CONTENT_AT_MOST} 字节。`,
      en: `The content of a request may have at most ${CONTENT_AT_MOST} bytes.`,
    });
  }
  if (type === "encoding.unsupported" || type === "charset.unsupported") {
    return new Problem("UNSUPPORTED_MEDIA_TYPE", {
      zh: "请求内容须为未压缩的 UTF-8 文本。",
      en: "The content of a request must be UTF-8 that is not compressed.",
    });
  }
  if (typeof type === "string" && status === 400) {
    return new Problem("MALFORMED_REQUEST", {
      zh: "请求内容不是完整的 JSON 对象。",
      en: "The content of the request is no whole JSON object.",
    });
  }
  return undefined;
}
