import { Agent, request } from "node:http";

/** What was answered. */
export interface Answered {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** How something is asked. */
export interface Asking {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly content?: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** Asks over connections that are kept. A stream is left when it has come to the present. */
export function ask(url: string, { method, headers, content }: Asking): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent });
    sent.once("error", reject);
    sent.once("response", (response) => {
      const chunks: Buffer[] = [];
      const isStream = response.headers["content-type"]?.startsWith("text/event-stream") ?? false;
      response.on("data", (chunk: Buffer) => {
        chunks.push(chunk);
        if (isStream && Buffer.concat(chunks).includes("event: current")) response.destroy();
      });
      response.once("error", reject);
      response.once("close", () => {
        const type = response.headers["content-type"] ?? "";
        const { statusCode: status = 0, headers: given } = response;
        resolve({ status, type, text: Buffer.concat(chunks).toString(), headers: given });
      });
    });
    sent.end(content);
  });
}
