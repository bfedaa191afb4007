import { execFile } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect } from "chai";
import { Draw } from "../../scripts/campaign/draw.ts";
import { Mirror } from "../../server/mirror/mirror.ts";
import { openStore } from "../../server/store/open.ts";
import { stateDigest } from "../support/digest.ts";
import { temporaryDirectory } from "../support/directory.ts";
import { freshDigest } from "../support/mirrored.ts";
import { RandomChain } from "../support/random-chain.ts";

const run = promisify(execFile);
const SEED = 20_190_502;

/** A disk of 2 MiB; undefined where this user may not mount one. */
async function smallDisk(place: string): Promise<(() => Promise<unknown>) | undefined> {
  await mkdir(place);
  try {
    await run("mount", ["-t", "tmpfs", "-o", "size=2m", "tmpfs", place]);
    return () => run("umount", [place]);
  } catch (error) {
    console.log(`skipped: a small disk cannot be mounted here (${String(error).split("\n")[0]})`);
    return undefined;
  }
}

describe("a mirror on a disk that is full", function () {
  this.timeout(60_000);

  it(`waits at its last whole batch, and goes on once there is space (seed ${SEED})`, async () => {
    const directory = await temporaryDirectory();
    const disk = join(directory.path, "disk");
    const unmount = await smallDisk(disk);
    try {
      if (unmount === undefined) return;
      const { chain } = RandomChain.begun("disk full", new Draw(SEED)).mine(220);
      const ballast = join(disk, "ballast");
      await writeFile(ballast, Buffer.alloc(1_750_000));
      const store = await openStore({ directory: join(disk, "mirror"), identity: chain.identity, onForeign: "refuse" });
      try {
        const mirror = new Mirror({ store, source: chain, rangeLength: 4, finality: { depth: 16 } });
        const { state, lastError } = await mirror.syncOnce();
        expect(lastError?.code, state).to.be.oneOf(["WRITE_FAILED", "UNUSABLE"]);
        expect(store.head?.number ?? 0).to.be.lessThan(chain.height);
        await rm(ballast);
        expect((await mirror.syncOnce()).state, JSON.stringify(mirror.status)).to.equal("live");
        expect(store.rebuiltFor ?? store.damage).to.equal(undefined);
        expect((await store.check({ journals: "fold" })).faults).to.deep.equal([]);
        const reader = store.snapshot();
        const digest = await stateDigest(reader);
        await reader.close();
        expect(digest).to.equal(await freshDigest(chain));
      } finally {
        await store.close();
      }
    } finally {
      await unmount?.();
      await directory.remove();
    }
  });
});
