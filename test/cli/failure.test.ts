import { readFile } from "node:fs/promises";
import { expect } from "chai";
import { describeFailure, Failure } from "../../scripts/process/failure.ts";
import { StoreError } from "../../server/store/errors.ts";

describe("what a program says when it fails", () => {
  it("is one sentence for what the user can mend, whether its code is of one word or of several", () => {
    for (const error of [
      new Failure("PORT_TAKEN", "the port is taken: choose another"),
      new StoreError("LOCKED", "another process has the mirror open: stop it"),
      new StoreError("WRITE_FAILED", "the mirror was not written: free space"),
    ]) {
      expect(describeFailure(error)).to.equal(`error: ${error.message}`);
    }
  });

  it("is the stack for a fault of ours, of Node, of LevelDB or of the operating system", async () => {
    const missing = await readFile("/nowhere/at/all").catch((error: unknown) => error);
    const node = await Promise.resolve()
      .then(() => Buffer.from(7 as unknown as string))
      .catch((error: unknown) => error);
    const level = Object.assign(new Error("not open"), { code: "LEVEL_DATABASE_NOT_OPEN" });
    const numbered = Object.assign(new Error("aborted"), { code: 20 });
    for (const error of [missing, node, level, numbered, new TypeError("undefined is no function")]) {
      expect(describeFailure(error)).to.equal((error as Error).stack);
    }
    expect(describeFailure("thrown text")).to.equal("thrown text");
  });
});
