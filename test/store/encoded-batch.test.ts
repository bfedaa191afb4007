import { expect } from "chai";
import fc from "fast-check";
import { levelDatabase, openDatabase, writeBatch } from "../../server/store/database.ts";
import { BatchEncoder, writesIn } from "../../server/store/encoded-batch.ts";
import { encodeText } from "../../server/store/encoding.ts";
import { temporaryDirectory } from "../support/directory.ts";

const SEED = 20_190_804;

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: "grapheme" }),
  fc.constantFrom("", "区块链应用试点", "\u{1f9fe}é"),
);
const key = fc.tuple(fc.nat(20), text).map(([number, end]) => `r/${number}/${end.replaceAll("\0", "")}`);
const write = fc.oneof(
  fc.record({ kind: fc.constant("text" as const), key, text }),
  fc.record({ kind: fc.constant("raw" as const), key, text }),
  fc.record({ kind: fc.constant("gone" as const), key, text: fc.constant("") }),
);

describe("a batch as bytes", () => {
  it(`leaves in the database what the same writes leave as texts (seed ${SEED})`, async () => {
    const place = await temporaryDirectory();
    const database = levelDatabase(place.path);
    await openDatabase(database, "new");
    try {
      await fc.assert(
        fc.asyncProperty(fc.array(write, { maxLength: 30 }), async (writes) => {
          await database.clear();
          await database.put("r/1/", "before");
          const encoder = new BatchEncoder();
          const expected = new Map([["r/1/", "before"]]);
          for (const one of writes) {
            if (one.kind === "text") {
              const encoded = encodeText(one.key, one.text);
              expect(encoder.put(one.key, one.text)).to.equal(encoded.hash);
              expected.set(one.key, encoded.stored);
            } else if (one.kind === "raw") {
              encoder.putRaw(one.key, one.text);
              expected.set(one.key, one.text);
            } else {
              encoder.delete(one.key);
              expected.delete(one.key);
            }
          }
          await writeBatch(database, [], structuredClone(encoder.finish()));
          const found = await database.iterator().all();
          expect(Object.fromEntries(found)).to.deep.equal(Object.fromEntries(expected));
        }),
        { seed: SEED, numRuns: 200 },
      );
    } finally {
      await database.close();
      await place.remove();
    }
  });

  it("grows with what is put into it", () => {
    const encoder = new BatchEncoder();
    const long = "试".repeat(700_000);
    for (let number = 0; number < 9_000; number++) encoder.putRaw(`${number}`, `value ${number}`);
    encoder.putRaw("long", long);
    encoder.putRaw("after", "it");
    const writes = [...writesIn(encoder.finish())];
    const textOf = (bytes?: Uint8Array) => Buffer.from(bytes ?? []).toString();
    expect(writes).to.have.length(9_002);
    expect(textOf(writes[8_999]?.key)).to.equal("8999");
    expect(textOf(writes[9_000]?.value) === long).to.equal(true);
    expect([textOf(writes[9_001]?.key), textOf(writes[9_001]?.value)]).to.deep.equal(["after", "it"]);
  });
});
