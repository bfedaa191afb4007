import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect } from "chai";
import { verifyWebhook, type WebhookRefused } from "../../../server/api/client/verify-webhook.ts";
import { poster } from "../../../server/live/webhooks/post.ts";
import { signedHeaders } from "../../../server/live/webhooks/signature.ts";
import { temporaryDirectory } from "../../support/directory.ts";
import { ManualClock } from "../../support/manual-clock.ts";

const SECRET = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
const NOW = 1_600_000_000;
const body = JSON.stringify({ type: "ledger.reorganised", data: { from: 7, standing: null }, cursor: "AAAA" });

describe("verifying a webhook's message", () => {
  const headers = signedHeaders({ id: "msg_1", timestamp: NOW, body }, [SECRET]);

  it("reads what was signed, with either secret while one takes the other's place", () => {
    expect(verifyWebhook({ headers, body }, SECRET, NOW + 300)).to.deep.include({
      id: "msg_1",
      type: "ledger.reorganised",
    });
    const both = signedHeaders({ id: "msg_1", timestamp: NOW, body }, [`whsec_${"A".repeat(43)}=`, SECRET]);
    expect(verifyWebhook({ headers: both, body }, SECRET, NOW).id).to.equal("msg_1");
  });

  it("refuses what was altered, repeated, signed by another, or never signed", () => {
    const refused = (given: Parameters<typeof verifyWebhook>[0], secret = SECRET, now = NOW) => {
      try {
        return verifyWebhook(given, secret, now).id;
      } catch (error) {
        return (error as WebhookRefused).code;
      }
    };
    expect(refused({ headers, body: body.replace("7", "8") })).to.equal("SIGNATURE_WRONG");
    expect(refused({ headers: { ...headers, "webhook-id": "msg_2" }, body })).to.equal("SIGNATURE_WRONG");
    expect(refused({ headers: { ...headers, "webhook-timestamp": String(NOW + 1) }, body })).to.equal(
      "SIGNATURE_WRONG",
    );
    expect(refused({ headers, body }, `whsec_${"A".repeat(43)}=`)).to.equal("SIGNATURE_WRONG");
    expect(refused({ headers, body }, SECRET, NOW + 301)).to.equal("TIME_TOO_FAR");
    expect(refused({ headers, body }, SECRET, NOW - 301)).to.equal("TIME_TOO_FAR");
    expect(refused({ headers: {}, body })).to.equal("HEADERS_MISSING");
    const other = signedHeaders({ id: "msg_1", timestamp: NOW, body: "{}" }, [SECRET]);
    expect(refused({ headers: other, body: "{}" })).to.equal("NOT_AS_DOCUMENTED");
  });
});

describe("the receiver of the documentation", () => {
  for (const page of ["live.md", "live.zh-CN.md"]) {
    it(`of ${page} runs as it stands there, takes what is signed, and nothing else`, async function () {
      this.timeout(20_000);
      const text = await readFile(new URL(`../../../docs/${page}`, import.meta.url), "utf8");
      const [, code = ""] = /```js\n(.*?)```/s.exec(text) ?? [];
      const directory = await temporaryDirectory();
      const file = join(directory.path, "receiver.mjs");
      await writeFile(file, code);
      const env = { ...process.env, WEBHOOK_SECRET: SECRET, PORT: "0" };
      const child = spawn(process.execPath, [file], { env, stdio: ["ignore", "pipe", "inherit"] });
      const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
      const port = String((await lines.next()).value).replace("port ", "");
      const sender = poster({ ranges: ["127.0.0.0/8"], http: true }, new ManualClock());
      try {
        const send = (id: string, secret: string) => {
          const timestamp = Math.floor(Date.now() / 1_000);
          const signed = signedHeaders({ id, timestamp, body }, [secret]);
          const { signal } = new AbortController();
          return sender.post({ url: `http://127.0.0.1:${port}/`, headers: signed, body, signal });
        };
        expect((await send("msg_1", `whsec_${"A".repeat(43)}=`)).status).to.equal(401);
        for (const id of ["msg_1", "msg_1", "msg_2"]) expect((await send(id, SECRET)).status).to.equal(204);
        expect([(await lines.next()).value, (await lines.next()).value]).to.deep.equal(
          Array(2).fill("void from block 7"),
        );
      } finally {
        sender.close();
        child.kill();
        await once(child, "exit");
        await directory.remove();
      }
    });
  }
});
