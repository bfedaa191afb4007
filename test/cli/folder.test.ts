import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, realpath, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { digestFile } from "../../scripts/cli/files/digest.ts";
import { listFolder, manifestOf } from "../../scripts/cli/files/folder.ts";

describe("a folder that is handed in", () => {
  let folder: string;

  beforeEach(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), "pilot-ledger-folder-")));
    await mkdir(join(folder, "in", "sub"), { recursive: true });
    await writeFile(join(folder, "in", "b.txt"), "b");
    await writeFile(join(folder, "in", ".hidden"), "");
    await writeFile(join(folder, "in", "sub", "a.txt"), "aa");
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it("is listed whole, hidden and empty files too", async () => {
    const { files } = await manifestOf(await listFolder(join(folder, "in")));
    expect(files.map(({ path, size }) => `${path} ${size}`)).to.deep.equal([".hidden 0", "b.txt 1", "sub/a.txt 2"]);
    expect(files[1]?.sha256).to.equal(`0x${createHash("sha256").update("b").digest("hex")}`);
  });

  it("may have links that stay inside it", async () => {
    await symlink("b.txt", join(folder, "in", "c.txt"));
    const { files } = await manifestOf(await listFolder(join(folder, "in")));
    expect(files.map(({ path }) => path)).to.include("c.txt");
  });

  it("is refused when a link leaves it, is broken, or names a folder", async () => {
    await writeFile(join(folder, "secret.txt"), "secret");
    const codes: Record<string, string> = {
      "../secret.txt": "LINK_LEAVES_FOLDER",
      nowhere: "LINK_LEAVES_FOLDER",
      sub: "NOT_A_FILE",
    };
    for (const [target, code] of Object.entries(codes)) {
      const link = join(folder, "in", "link");
      await symlink(target, link);
      const failure = await listFolder(join(folder, "in")).then(
        () => undefined,
        (error: unknown) => error,
      );
      expect(failure, target).to.have.property("code", code);
      await rm(link);
    }
  });

  it("is read in little memory, however large its files are", async function () {
    this.timeout(60_000);
    const large = join(folder, "large.bin");
    await writeFile(large, "");
    await truncate(large, 1_200_000_000);
    const script = `
      const { digestFile } = await import(${JSON.stringify(new URL("../../scripts/cli/files/digest.ts", import.meta.url).href)});
      const before = process.memoryUsage.rss();
      let most = before;
      await digestFile(${JSON.stringify(large)}, ["sha256"], () => { most = Math.max(most, process.memoryUsage.rss()); });
      console.log(most - before);`;
    const child = spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
    expect(child.stderr.replaceAll(/.*ExperimentalWarning.*\n.*\n/g, "")).to.equal("");
    expect(Number(child.stdout)).to.be.greaterThan(0).and.lessThan(100_000_000);
  });

  it("gives the same digests of a file in both algorithms as a reading at once", async () => {
    const { digests, size } = await digestFile(join(folder, "in", "sub", "a.txt"), ["sha256", "sm3"]);
    expect(size).to.equal(2);
    expect(digests).to.deep.equal({
      sha256: `0x${createHash("sha256").update("aa").digest("hex")}`,
      sm3: `0x${createHash("sm3").update("aa").digest("hex")}`,
    });
  });
});
