import { readFile } from "node:fs/promises";
import { expect } from "chai";
import { MEASURED_ABIS, NOT_MEASURED } from "../../scripts/bench/gas/acts/groups.ts";
import { measureActs } from "../../scripts/bench/gas/run.ts";
import { differences, readSnapshot } from "../../scripts/bench/gas/snapshot.ts";

/** What an act should cost at most. */
const AIM = 90_000;

describe("gas", () => {
  it("is what the snapshot says, act by act", async () => {
    const found = differences(await readSnapshot(), await measureActs());
    expect(found, 'if this is meant, run "npm run bench:gas -- --write" and commit').to.deep.equal([]);
  });

  it("is measured for every act of the contracts", async () => {
    const measured = new Set((await readSnapshot()).map(({ name }) => name.split(",")[0]));
    const acts = MEASURED_ABIS.flatMap((abi) =>
      abi.flatMap((entry) =>
        entry.type === "function" && entry.stateMutability === "nonpayable" ? [entry.name as string] : [],
      ),
    );
    const missing = acts.filter((name) => !measured.has(name) && !NOT_MEASURED.includes(name));
    expect(missing, "add a line for each in scripts/bench/gas/acts/").to.deep.equal([]);
  });

  it("is above 90 000 only where docs/gas.md says why", async () => {
    const text = await readFile(new URL("../../docs/gas.md", import.meta.url), "utf8");
    const explained = new Map(
      [...text.matchAll(/^\| `(.+?)` \| ([\d ]+) \| .+ \|$/gm)].map(([, name = "", gas = ""]) => [
        name,
        Number(gas.replaceAll(" ", "")),
      ]),
    );
    const dear = (await readSnapshot()).filter(({ name, ours }) => ours > AIM && !name.includes(" | "));
    expect(dear.length).to.be.greaterThan(0);
    expect(differences(dear, explained), "bring the table of the acts above 90 000 up to date").to.deep.equal([]);
  });

  it("differs from the snapshot when it moves beyond the tolerance, when an act is new and when one is gone", () => {
    const snapshot = [
      { name: "a", ours: 1_000, peer: null, ratio: null },
      { name: "b", ours: 1_000, peer: null, ratio: null },
    ];
    expect(
      differences(
        snapshot,
        new Map([
          ["a", 1_005],
          ["b", 995],
        ]),
      ),
    ).to.deep.equal([]);
    expect(
      differences(
        snapshot,
        new Map([
          ["a", 1_006],
          ["c", 1],
        ]),
      ),
    ).to.deep.equal(["a went from 1000 to 1006", "c is new: 1", "b is gone"]);
  });
});
