import { expect } from "chai";
import fc from "fast-check";
import { PROGRAMME_KINDS } from "../../server/ledger/codes/programmes.ts";
import {
  formatPilotCode,
  formatProgrammeCode,
  packPilotId,
  packProgrammeId,
  parsePilotCode,
  parseProgrammeCode,
  unpackPilotId,
  unpackProgrammeId,
} from "../../server/ledger/ids.ts";
import { eventId, milestoneId } from "../../server/ledger/keys.ts";
import { packUscc, unpackUscc, usccFault } from "../../server/ledger/uscc.ts";

const SEED = 20190301;
const letters = (length: number) => fc.stringMatching(new RegExp(`^[A-Z]{${length}}$`));

const pilotParts = fc.record({
  province: letters(2),
  year: fc.integer({ min: 2000, max: 2999 }),
  region: fc.integer({ min: 110_000, max: 999_999 }).map(String),
  field: letters(3),
  serial: fc.oneof(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 1, max: 0xffffffff })),
});

const programmeParts = fc.record({
  province: letters(2),
  year: fc.integer({ min: 2000, max: 2999 }),
  kind: fc.constantFrom(...PROGRAMME_KINDS.filter((kind) => kind !== "NONE")),
  batch: fc.integer({ min: 1, max: 0xffff }),
});

describe("ids", () => {
  it(`of pilots come back from text and from the contracts' form (seed ${SEED})`, () => {
    const property = fc.property(pilotParts, (parts) => {
      const code = formatPilotCode(parts);
      expect(parsePilotCode(code)).to.deep.equal(parts);
      expect(parsePilotCode(` ${code.toLowerCase()} `)).to.deep.equal(parts);
      expect(unpackPilotId(packPilotId(parts))).to.equal(code);
    });
    fc.assert(property, { seed: SEED });
  });

  it(`of programmes come back from text and from the contracts' form (seed ${SEED})`, () => {
    const property = fc.property(programmeParts, (parts) => {
      const code = formatProgrammeCode(parts);
      expect(parseProgrammeCode(code)).to.deep.equal(parts);
      expect(unpackProgrammeId(packProgrammeId(parts))).to.equal(code);
    });
    fc.assert(property, { seed: SEED });
  });

  it("of pilots have the layout of the contracts", () => {
    const parts = parsePilotCode("ZJ-2019-330100-JUD-0001");
    expect(parts && packPilotId(parts)).to.equal(`0x5a4a07e30509744a554400000001${"0".repeat(36)}`);
  });

  for (const wrong of [
    "",
    "ZJ-2019-330100-JUD-0000",
    "ZJ-2019-330100-JUD-1",
    "ZJ-2019-330100-JUD-00001",
    "ZJ-2019-330100-JUD-4294967296",
    "ZJ-19-330100-JUD-0001",
    "ZJ-2019-33010-JUD-0001",
    "ZJ-2019-330100-JU-0001",
    "ZJ-2019-330100-JUD-0001/M1",
  ]) {
    it(`of pilots are not "${wrong}"`, () => expect(parsePilotCode(wrong)).to.equal(undefined));
  }

  for (const wrong of ["", "ZJ-2019-NONE-1", "ZJ-2019-PILOT-0", "ZJ-2019-PILOT-65536", "ZJ-2019-OTHER-1"]) {
    it(`of programmes are not "${wrong}"`, () => expect(parseProgrammeCode(wrong)).to.equal(undefined));
  }

  it("of milestones and events sort as the plan and the chain do", () => {
    const milestones = [1, 2, 9, 10, 24].map((number) => milestoneId("ZJ-2019-330100-JUD-0001", number));
    expect(milestones.toSorted()).to.deep.equal(milestones);
    const places = [
      [9, 10],
      [10, 2],
      [10, 11],
      [100, 0],
    ] as const;
    const events = places.map(([blockNumber, logIndex]) => eventId({ blockNumber, logIndex }));
    expect(events.toSorted()).to.deep.equal(events);
  });
});

describe("unified social credit codes", () => {
  const samples = [
    "11330100009901008G",
    "113302000099020004",
    "11330102009903003C",
    "91330206MA0990047Y",
    "91330108MA0990055H",
    "91330782MA0990063G",
    "123305000099070041",
    "91330300MA099008XM",
    "1133048300990900X2",
    "91331000MA09901006",
  ];
  for (const code of samples) {
    it(`${code} is right, and wrong with any one character changed`, () => {
      expect(usccFault(code)).to.equal(undefined);
      expect(unpackUscc(packUscc(code))).to.equal(code);
      for (let place = 0; place < code.length; place++) {
        const other = code[place] === "1" ? "2" : "1";
        expect(usccFault(code.slice(0, place) + other + code.slice(place + 1)), `place ${place}`).not.to.equal(
          undefined,
        );
      }
    });
  }

  it("are told apart by what is wrong with them", () => {
    expect(usccFault("11330100009901008")).to.equal("LENGTH");
    expect(usccFault("I1330100009901008G")).to.equal("CHARACTER");
    expect(usccFault("1133010A009901008G")).to.equal("CHARACTER");
    expect(usccFault("11330100009901008H")).to.equal("CHECK_DIGIT");
  });
});
