import { createHash } from "node:crypto";
import type { Response } from "express";

/** Whether shared caches may keep an answer. Either way they ask again before using it. */
export type Visibility = "public" | "private";

/** Answers with JSON under a strong ETag of its bytes; with 304 when the client has them. */
export function sendJson(response: Response, body: object, visibility: Visibility): void {
  const bytes = Buffer.from(JSON.stringify(body));
  const etag = `"${createHash("sha256").update(bytes).digest("base64url")}"`;
  if (visibility === "private") response.vary("Authorization");
  response
    .set({ ETag: etag, "Cache-Control": `${visibility}, no-cache` })
    .type("application/json")
    // Express answers 304 by itself when the ETag set here is the one the client names.
    .send(bytes);
}
