import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { HOSTS, ROOT, shellEnvironment } from "./checkout.ts";
import { ProcessGroup } from "./process-group.ts";

/** Says it is ready, counts what it gets, and ends a while after the first signal with the code it was given. */
const PROGRAM = `
const [code, lingerMs]: number[] = process.argv.slice(2).map(Number);
let ending = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    console.log("got", signal);
    if (!ending) setTimeout(() => process.exit(code), lingerMs);
    ending = true;
  });
}
setInterval(() => undefined, 1_000);
console.log("ready in", process.cwd(), process.version, process.pid);
`;

for (const host of [HOSTS.own, HOSTS.modern]) {
  describe(`the launcher, with ${host.name}`, function () {
    this.timeout(60_000);
    let folder: string;
    const groups: ProcessGroup[] = [];

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), "pilot-ledger-launch-"));
      await writeFile(join(folder, "package.json"), '{ "type": "module" }');
      await writeFile(join(folder, "program.ts"), PROGRAM);
    });

    afterEach(() => {
      for (const group of groups.splice(0)) group.destroy();
    });

    after(async () => {
      await rm(folder, { recursive: true });
    });

    async function ready(...args: string[]): Promise<ProcessGroup> {
      const launcher = [join(ROOT, "scripts", "launch.mjs"), join(folder, "program.ts"), ...args];
      const group = new ProcessGroup("node", launcher, { cwd: folder, env: shellEnvironment(host) });
      groups.push(group);
      await group.until("ready", 30_000, async () => (group.output.includes("ready") ? true : undefined));
      return group;
    }

    it("leaves the working directory as it is", async () => {
      const group = await ready("0", "0");
      expect(group.output).to.contain(`ready in ${folder} v`);
    });

    for (const whom of ["group", "leader"] as const) {
      for (const signal of ["SIGINT", "SIGTERM"] as const) {
        it(`outlives ${signal} to ${whom === "group" ? "all" : "itself alone"} until the program is done, and ends with its code`, async () => {
          const group = await ready("7", "700");
          group.kill(signal, whom);
          expect(await group.ended()).to.deep.equal({ code: 7, signal: null });
          expect(group.output).to.contain(`got ${signal}`);
          expect(group.survives).to.equal(false);
        });
      }
    }

    it("ends by the signal that ended the program", async () => {
      const group = await ready("0", "0");
      const pid = Number(/(\d+)\s*$/.exec(group.output)?.[1]);
      process.kill(pid, "SIGKILL");
      expect(await group.ended()).to.deep.equal({ code: null, signal: "SIGKILL" });
    });
  });
}

describe("the launcher's arguments", () => {
  it("says which file is not there", async () => {
    const launcher = [join(ROOT, "scripts", "launch.mjs"), "scripts/nowhere.ts"];
    const group = new ProcessGroup("node", launcher, { cwd: ROOT, env: shellEnvironment(HOSTS.own) });
    expect((await group.ended()).code).to.equal(1);
    expect(group.output.trim().split("\n")).to.have.lengthOf(1);
    expect(group.output).to.contain(join(ROOT, "scripts", "nowhere.ts"));
  });
});
