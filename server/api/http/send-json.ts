import { hash } from "node:crypto";
import type { Request, Response } from "express";

/** An answer in JSON, ready to be sent. */
export interface JsonAnswer {
  readonly content: string | Buffer;
  /** Bytes. */
  readonly length: number;
  /** SHA-256 of the bytes, base64url. */
  readonly digest: string;
}

/** The socket writes a text of so many bytes from the stack; a longer one it would have to copy first. */
const TEXT_AT_MOST = 16_384 - 1_024;

/** UTF-8 has at most so many bytes for a character of JavaScript. */
const BYTES_OF_CHARACTER = 3;

const encoder = new TextEncoder();
const space = Buffer.allocUnsafeSlow(TEXT_AT_MOST * BYTES_OF_CHARACTER);

/**
 * Writes an answer out. A short one stays a text, whose bytes are only looked at: a buffer for each answer would have the garbage collector
 * run more often than anything else takes.
 */
export function jsonAnswer(body: object): JsonAnswer {
  const text = JSON.stringify(body);
  if (text.length <= TEXT_AT_MOST) {
    const { written } = encoder.encodeInto(text, space);
    if (written <= TEXT_AT_MOST) return { content: text, ...measured(space.subarray(0, written)) };
  }
  const bytes = Buffer.from(text);
  return { content: bytes, ...measured(bytes) };
}

/** The same answer as bytes, for who sends it more than once. */
export function inBytes(answer: JsonAnswer): JsonAnswer {
  const { content } = answer;
  return typeof content === "string" ? { ...answer, content: Buffer.from(content) } : answer;
}

/** Sends JSON under a strong ETag of its bytes; 304 when the client has them. */
export function sendJson(request: Request, response: Response, { content, length, digest }: JsonAnswer): void {
  response.setHeader("ETag", `"${digest}"`);
  if (request.fresh) {
    response.status(304).end();
    return;
  }
  response.setHeader("Content-Type", "application/json; charset=utf-8");
  response.setHeader("Content-Length", length);
  response.end(request.method === "HEAD" ? undefined : content);
}

function measured(bytes: Uint8Array): Pick<JsonAnswer, "length" | "digest"> {
  return { length: bytes.length, digest: hash("sha256", bytes, "base64url") };
}
