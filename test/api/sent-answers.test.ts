import { createHash } from "node:crypto";
import { expect } from "chai";
import { jsonAnswer } from "../../server/api/http/send-json.ts";
import { takeSpace } from "../../server/api/http/sending-space.ts";
import { isLasting, LastingItems } from "../../server/queries/lasting-items.ts";
import { smallLedger } from "./ledger.ts";
import { TestServer } from "./server.ts";

describe("answers as they are sent", () => {
  it("are written into memory that nobody else has before they are sent", () => {
    const [one, other] = [takeSpace(20_000), takeSpace(20_000)];
    expect(one.bytes.buffer).not.to.equal(other.bytes.buffer);
    one.giveBack();
    one.giveBack();
    const again = [takeSpace(30_000), takeSpace(30_000)];
    expect(again.filter(({ bytes }) => bytes === one.bytes)).to.have.length(1);
    expect(again.filter(({ bytes }) => bytes === other.bytes)).to.have.length(0);
    for (const size of [0, 1, 16_384, 16_385, 1_048_576, 5_000_000]) {
      const space = takeSpace(size);
      expect(space.bytes.length).to.be.at.least(size);
      space.giveBack();
    }
  });

  it("are the JSON of the body, whatever of it was written before", () => {
    const made = new LastingItems<object, string | null, object>();
    const [record, name] = [{ code: "甲" }, "链"];
    const item = made.of(record, name, () => ({ ...record, name }));
    expect(made.of(record, name, () => ({}))).to.equal(item);
    expect(made.of(record, "else", () => ({ name: "else" }))).not.to.equal(item);
    expect([isLasting(item), isLasting({ ...item })]).to.deep.equal([true, false]);
    const bodies = [
      { items: [item, item], page: { limit: 2, next: null }, asOf: 1 },
      { items: [item] },
      { items: [item, { ...item }], asOf: 2 },
      { items: [], asOf: 3 },
      { pilot: item, text: "\u{20000}\ud800".repeat(9_000) },
    ];
    for (const body of [...bodies, ...bodies]) {
      const { bytes, digest, sent } = jsonAnswer(body);
      const expected = Buffer.from(JSON.stringify(body));
      expect(JSON.parse(String(bytes))).to.deep.equal(JSON.parse(String(expected)));
      expect(bytes.length).to.equal(expected.length);
      expect(digest).to.equal(createHash("sha256").update(bytes).digest("base64url"));
      sent?.();
    }
  });

  it("do not mix when many are sent at once", async () => {
    const server = await new TestServer(smallLedger()).start();
    try {
      const { items } = JSON.parse((await server.get("/v1/pilots")).text) as { items: { code: string }[] };
      const paths = [
        "/v1/pilots",
        "/v1/organisations",
        "/v1/stats/overview",
        ...items.map(({ code }) => `/v1/pilots/${code}`),
      ];
      const asked = Array.from({ length: 60 }, (_, turn) => {
        const path = `${paths[turn % paths.length]}?lang=${turn % 2 === 0 ? "zh" : "en"}`;
        if (turn % 7 === 0) return server.get(path, { method: "HEAD" });
        if (turn % 11 === 0) return server.get(path, { headers: { "If-None-Match": "*" } });
        return server.get(path);
      });
      for (const { status, text, headers } of await Promise.all(asked)) {
        if (text === "") continue;
        expect(status).to.equal(200);
        expect(`"${createHash("sha256").update(text).digest("base64url")}"`).to.equal(headers.etag);
      }
    } finally {
      await server.stop();
    }
  });
});
