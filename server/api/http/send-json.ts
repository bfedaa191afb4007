import { hash } from "node:crypto";
import type { Request, Response } from "express";
import { isLasting } from "../../queries/lasting-items.ts";
import { takeSpace } from "./sending-space.ts";

/** An answer in JSON, ready to be sent. */
export interface JsonAnswer {
  readonly bytes: Buffer;
  /** SHA-256 of the bytes, base64url. */
  readonly digest: string;
  /** To be called when the bytes were sent: they are written over then. */
  readonly sent?: () => void;
  /** What the bytes were written from: it stays. */
  readonly pieces: readonly Piece[];
}

type Piece = string | Buffer;

/** UTF-8 has at most so many bytes for a character of JavaScript. */
const BYTES_OF_CHARACTER = 3;

const encoder = new TextEncoder();

/** Writes an answer out, to be sent once. */
export function jsonAnswer(body: object): JsonAnswer {
  const pieces = piecesOf(body);
  const size = pieces.reduce(
    (sum, piece) => sum + (typeof piece === "string" ? piece.length * BYTES_OF_CHARACTER : piece.length),
    0,
  );
  const space = takeSpace(size);
  let end = 0;
  for (const piece of pieces) {
    const rest = space.bytes.subarray(end);
    end += typeof piece === "string" ? encoder.encodeInto(piece, rest).written : piece.copy(rest);
  }
  const bytes = space.bytes.subarray(0, end);
  return { bytes, digest: hash("sha256", bytes, "base64url"), sent: space.giveBack, pieces };
}

/** The same answer with bytes of its own, to be sent again and again. */
export function keptAnswer({ digest, pieces }: Pick<JsonAnswer, "digest" | "pieces">): JsonAnswer {
  const bytes = Buffer.concat(pieces.map((piece) => (typeof piece === "string" ? Buffer.from(piece) : piece)));
  return { bytes, digest, pieces: [bytes] };
}

/** Sends JSON under a strong ETag of its bytes; 304 when the client has them. */
export function sendJson(request: Request, response: Response, { bytes, digest, sent }: JsonAnswer): void {
  response.setHeader("ETag", `"${digest}"`);
  if (request.fresh) {
    response.status(304).end(sent);
    return;
  }
  response.setHeader("Content-Type", "application/json; charset=utf-8");
  response.setHeader("Content-Length", bytes.length);
  if (request.method === "HEAD") response.end(sent);
  else response.end(bytes, sent);
}

/** The bytes of items that come again. */
const writtenItems = new WeakMap<object, Buffer>();

/** The JSON of a body; items that come again are written once. */
function piecesOf(body: object): readonly Piece[] {
  const { items, ...rest } = body as { readonly items?: unknown };
  if (!Array.isArray(items) || items.length === 0 || !items.every(isLasting)) return [JSON.stringify(body)];
  const list = items.flatMap((item: object, at): Piece[] => (at === 0 ? [written(item)] : [COMMA, written(item)]));
  const others = JSON.stringify(rest).slice(1, -1);
  return ['{"items":[', ...list, others === "" ? "]}" : `],${others}}`];
}

const COMMA = Buffer.from(",");

function written(item: object): Buffer {
  const known = writtenItems.get(item);
  if (known !== undefined) return known;
  const bytes = Buffer.from(JSON.stringify(item));
  writtenItems.set(item, bytes);
  return bytes;
}
