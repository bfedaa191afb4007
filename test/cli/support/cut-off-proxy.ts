import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A node that can be reached until a question of one kind, which it still gets but no longer answers. */
export interface CutOffProxy {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Passes JSON-RPC on to `target`, and hangs up for good once it has passed on a question of `method`. */
export async function cutOffAfter(target: string, method: string): Promise<CutOffProxy> {
  let cut = false;
  const server = createServer(async (request, response) => {
    if (cut) return void request.socket.destroy();
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const answer = await fetch(target, { method: "POST", body, headers: { "content-type": "application/json" } });
    const text = await answer.text();
    if ((JSON.parse(body) as { method?: string }).method === method) {
      cut = true;
      return void request.socket.destroy();
    }
    response.setHeader("content-type", "application/json").end(text);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
