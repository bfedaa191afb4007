import { createHash } from "node:crypto";
import { expect } from "chai";
import { array, constantFrom, assert as holds, nat, property, record, shuffledSubarray, uniqueArray } from "fast-check";
import type { Hex } from "../../server/ledger/hex.ts";
import { buildManifest, type ManifestFile, manifestDigest, manifestText } from "../../server/ledger/manifest.ts";

const file = (path: string, size = 1): ManifestFile => ({ path, size, sha256: `0x${"ab".repeat(32)}` });

describe("a manifest", () => {
  it("is canonical JSON whose SHA-256 is its digest", () => {
    const manifest = buildManifest([file("b.pdf", 2), file("a/ü.txt", 3)]);
    const text = manifestText(manifest);
    const digest = `"0x${"ab".repeat(32)}"`;
    expect(text).to.equal(
      `{"files":[{"path":"a/ü.txt","sha256":${digest},"size":3},{"path":"b.pdf","sha256":${digest},"size":2}],"version":1}`,
    );
    expect(manifestDigest(manifest)).to.equal(`0x${createHash("sha256").update(text).digest("hex")}`);
  });

  it("has the same digest for a name in NFD, as macOS keeps it, and in NFC", () => {
    const composed = buildManifest([file("报告/café.pdf".normalize("NFC"))]);
    const decomposed = buildManifest([file("报告/café.pdf".normalize("NFD"))]);
    expect("café".normalize("NFD")).not.to.equal("café".normalize("NFC"));
    expect(manifestDigest(decomposed)).to.equal(manifestDigest(composed));
  });

  it("refuses two names that are one in NFC", () => {
    expect(() => buildManifest([file("é".normalize("NFC")), file("é".normalize("NFD"))]))
      .to.throw()
      .with.property("code", "MANIFEST_PATH_TWICE");
  });

  it("does not depend on the order of its files, and sorts by code unit", () => {
    const name = constantFrom("a", "B", "ä", "z", "10", "9", "报", "𠀀", "\uffee");
    const path = array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("/"));
    const entry = record({ path, size: nat() }).map(({ path, size }) => file(path, size));
    const folder = uniqueArray(entry, { selector: ({ path }) => path.normalize("NFC"), minLength: 1 });
    const shuffled = folder.chain((files) =>
      shuffledSubarray(files, { minLength: files.length }).map((other) => [files, other] as const),
    );
    holds(
      property(shuffled, ([files, other]) => {
        expect(manifestDigest(buildManifest(other))).to.equal(manifestDigest(buildManifest(files)));
        const paths = buildManifest(files).files.map(({ path }) => path);
        expect(paths).to.deep.equal([...paths].sort());
      }),
    );
  });

  for (const path of ["", "/a", "a//b", "../a", "a/../b", ".", "a/.", "a\\b", "a\nb", "a\0", "\ud800"]) {
    it(`refuses the path ${JSON.stringify(path)}`, () => {
      expect(() => buildManifest([file(path)]))
        .to.throw()
        .with.property("code", "MANIFEST_PATH_INVALID");
    });
  }

  it("refuses an empty folder, a negative size and a digest of another form", () => {
    expect(() => buildManifest([]))
      .to.throw()
      .with.property("code", "MANIFEST_EMPTY");
    expect(() => buildManifest([file("a", -1)]))
      .to.throw()
      .with.property("code", "MANIFEST_FILE_INVALID");
    expect(() => buildManifest([{ ...file("a"), sha256: "0xAB" as Hex }]))
      .to.throw()
      .with.property("code", "MANIFEST_FILE_INVALID");
  });
});
