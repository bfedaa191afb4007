import { expect } from "chai";
import fc from "fast-check";
import {
  DOSSIER_PREFIXES,
  formatDossierCode,
  packDossierId,
  parseDossierCode,
  unpackDossierId,
} from "../../server/ledger/dossiers.ts";

const SEED = 20190301;
const parts = fc.record({
  prefix: fc.constantFrom(...Object.values(DOSSIER_PREFIXES)),
  year: fc.integer({ min: 2000, max: 2999 }),
  region: fc.integer({ min: 110_000, max: 999_999 }).map(String),
  serial: fc.oneof(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 1, max: 0xffffffff })),
});

describe("numbers of dossiers", () => {
  it(`come back from text and from the contracts' form (seed ${SEED})`, () => {
    const property = fc.property(parts, (dossier) => {
      const code = formatDossierCode(dossier);
      expect(parseDossierCode(code)).to.deep.equal(dossier);
      expect(parseDossierCode(` ${code.toLowerCase()} `)).to.deep.equal(dossier);
      expect(unpackDossierId(packDossierId(dossier))).to.equal(code);
    });
    fc.assert(property, { seed: SEED });
  });

  it("have the layout of the contracts", () => {
    const dossier = parseDossierCode("JC-2019-330200-0007");
    expect(dossier && packDossierId(dossier)).to.equal(`0x4a4307e30509d800000007${"0".repeat(42)}`);
  });

  for (const wrong of [
    "XX-2019-330200-0007",
    "JC-2019-330200-0000",
    "JC-2019-330200-00007",
    "JC-19-330200-0007",
    "JC-2019-33020-0007",
    "JC-2019-330200-4294967296",
    "ZJ-2019-330100-JUD-0001",
  ]) {
    it(`are not read from ${wrong}`, () => expect(parseDossierCode(wrong)).to.equal(undefined));
  }
});
