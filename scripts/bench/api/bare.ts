import { createServer, type RequestListener, type Server, type ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import express from "express";
import { Level } from "level";

/** The texts to answer with. */
export interface Texts {
  readonly byId: Level;
  readonly items: Level;
}

const PAGE = 50;

/** Opens what was stored. */
export async function openTexts(paths: { readonly byId: string; readonly items: string }): Promise<Texts> {
  const texts = { byId: new Level(paths.byId), items: new Level(paths.items) };
  await Promise.all([texts.byId.open(), texts.items.open()]);
  return texts;
}

/** The least that can answer: `node:http` and a stored text, nothing looked at, nothing checked. */
export function bareNode(texts: Texts): Server {
  const listener: RequestListener = async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    const code = pathname.slice("/v1/pilots/".length);
    send(response, code === "" ? await page(texts, searchParams.get("cursor") ?? "") : await texts.byId.get(code));
  };
  return createServer(listener);
}

/** The same with Express 5, routed by it, with its ETag off. */
export function bareExpress(texts: Texts): Server {
  const app = express();
  app.disable("etag");
  app.disable("x-powered-by");
  app.get("/v1/pilots", async ({ query }, response) => {
    if (query.format === "ndjson") await pipeline(Readable.from(lines(texts)), response);
    else send(response, await page(texts, String(query.cursor ?? "")));
  });
  app.get("/v1/pilots/:code", async ({ params }, response) => {
    send(response, await texts.byId.get(params.code));
  });
  return createServer(app);
}

async function* lines({ items }: Texts): AsyncGenerator<string> {
  for await (const text of items.values()) yield `${text}\n`;
}

async function page({ items }: Texts, after: string): Promise<string> {
  const texts = await items.values({ gt: after, limit: PAGE }).all();
  return `{"items":[${texts.join(",")}]}`;
}

function send(response: ServerResponse, text: string | undefined): void {
  const bytes = Buffer.from(text ?? "");
  response.writeHead(text === undefined ? 404 : 200, {
    "Content-Type": "application/json; charset=utf-8",
    "Content-Length": bytes.length,
  });
  response.end(bytes);
}
