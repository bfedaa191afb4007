import { hash } from "node:crypto";
import type { Request, Response } from "express";

/** An answer in JSON, ready to be sent. */
export interface JsonAnswer {
  readonly bytes: Buffer;
  /** SHA-256 of the bytes, base64url. */
  readonly digest: string;
}

/** Writes an answer out. */
export function jsonAnswer(body: object): JsonAnswer {
  const bytes = Buffer.from(JSON.stringify(body));
  return { bytes, digest: hash("sha256", bytes, "base64url") };
}

/** Sends JSON under a strong ETag of its bytes; 304 when the client has them. */
export function sendJson(request: Request, response: Response, { bytes, digest }: JsonAnswer): void {
  response.set("ETag", `"${digest}"`);
  if (request.fresh) {
    response.status(304).end();
    return;
  }
  response.set({ "Content-Type": "application/json; charset=utf-8", "Content-Length": String(bytes.length) });
  response.end(request.method === "HEAD" ? undefined : bytes);
}
