import { expect } from "chai";
import { runSequences } from "../../scripts/campaign/contract/sequences.ts";
import { Draw } from "../../scripts/campaign/draw.ts";

describe("random sequences of acts on the contracts", () => {
  it("leave logs from which alone every view and journal follows", async () => {
    const { runs, failures, notes } = await runSequences({ runs: 2, depth: 40, seed: 20_190_401 });
    expect(failures).to.deep.equal([]);
    expect(runs).to.equal(6);
    for (const note of notes) expect(note).to.match(/ [1-9]\d* of them signed and sent by another/);
  });

  it("are the same for the same seed", () => {
    const numbers = (seed: number) => {
      const draw = new Draw(seed);
      return Array.from({ length: 20 }, () => draw.number(1_000));
    };
    expect(numbers(7)).to.deep.equal(numbers(7));
    expect(numbers(7)).not.to.deep.equal(numbers(8));
  });
});
