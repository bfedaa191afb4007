import { access, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { ABIS, type ByContract, CONTRACT_NAMES } from "../../server/ledger/contracts.ts";
import { treesOf } from "./branch-trees.ts";

/** The folder with the specs of each contract's acts. */
const FOLDERS: ByContract<string> = {
  Authority: "authority",
  PilotLedger: "pilots",
  EvidenceLedger: "evidence",
  StatisticsLedger: "statistics",
  ServiceLedger: "services",
  SupervisionLedger: "supervision",
};

/** Acts that every contract has: their laws are told once, over all of them. */
const EVERYWHERE: readonly string[] = ["executeSigned", "batch"];

for (const name of CONTRACT_NAMES) {
  const folder = FOLDERS[name];

  describe(`the specs of the acts of ${name}`, () => {
    let specs: { file: string; source: string }[];

    before(async () => {
      const entries = await readdir(join(import.meta.dirname, folder));
      const files = entries.filter((entry) => entry.endsWith(".test.ts")).map((entry) => join(folder, entry));
      specs = await Promise.all(
        files.map(async (file) => ({ file, source: await readFile(join(import.meta.dirname, file), "utf8") })),
      );
    });

    it("are one for each act, with the tree of its branches", () => {
      const abi: readonly { readonly type: string; readonly name?: string; readonly stateMutability?: string }[] =
        ABIS[name];
      const acts = abi
        .filter(({ type, stateMutability = "" }) => type === "function" && !["view", "pure"].includes(stateMutability))
        .flatMap((act) => act.name ?? [])
        .filter((act) => !EVERYWHERE.includes(act));
      // A spec may draw what an act has in common with another, and beside it what it has not.
      const told = specs.flatMap(({ source }) => [...new Set(treesOf(source).flatMap((tree) => tree.acts))]);
      expect(told.toSorted()).to.deep.equal(acts.toSorted());
    });

    it("hold a test for each leaf of a tree, and a leaf for each test", () => {
      for (const { file, source } of specs) {
        const trees = treesOf(source);
        if (trees.length === 0) continue;
        const tests = [...source.matchAll(/^ *it\(\s*(?:"(.+?)",)?/gm)].map(([, title]) => `it ${title}`);
        expect(tests.toSorted(), file).to.deep.equal(trees.flatMap(({ leaves }) => leaves).toSorted());
      }
    });

    it("refer to specs that are there", async () => {
      for (const { source } of specs) {
        for (const reference of treesOf(source).flatMap(({ references }) => references)) {
          const places = [import.meta.dirname, join(import.meta.dirname, folder)];
          const found = await Promise.all(places.map((place) => isFile(join(place, reference))));
          expect(found, reference).to.include(true);
        }
      }
    });
  });
}

describe("a tree of branches", () => {
  it("is read from a spec's first comment: its acts, its leaves and the specs it refers to", () => {
    const source = `/*
 * openDoor
 * ├── given another state: lifecycle.test.ts, callers.test.ts
 * ├── when it is locked
 * │   └── it is refused
 * └── it opens
 *
 * shutDoor, slamDoor
 * └── it shuts
 */
import { expect } from "chai";`;
    expect(treesOf(source)).to.deep.equal([
      {
        acts: ["openDoor"],
        leaves: ["it is refused", "it opens"],
        references: ["lifecycle.test.ts", "callers.test.ts"],
      },
      { acts: ["shutDoor", "slamDoor"], leaves: ["it shuts"], references: [] },
    ]);
    expect(treesOf('import { expect } from "chai";\n/*\n * openDoor\n * └── it opens\n */')).to.deep.equal([]);
  });
});

function isFile(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
