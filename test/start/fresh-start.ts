import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { cloneFresh, freePort, type Host, shellEnvironment } from "./checkout.ts";
import { ProcessGroup } from "./process-group.ts";

/** Long enough to fetch Node, install everything and fill the demo on a slow machine. */
const START_MS = 300_000;
const STOP_MS = 20_000;

/** Runs `npm start` with these arguments in the clone. */
type Start = (...args: string[]) => ProcessGroup;

/**
 * Tests of `npm start` in a fresh clone on one kind of machine; a spec for each, so that they run beside each other.
 *
 * @param more Further tests in the same clone, after these.
 */
export function describeFreshStart(host: Host, more?: (start: Start, folder: () => string) => void): void {
  describe(`npm start in a fresh clone, with ${host.name}`, function () {
    this.timeout(START_MS + STOP_MS);
    let clone: Awaited<ReturnType<typeof cloneFresh>>;
    const groups: ProcessGroup[] = [];
    const start = (...args: string[]): ProcessGroup => startIn(clone.folder, host, groups, args);

    before(async () => {
      clone = await cloneFresh();
    });

    afterEach(() => {
      for (const group of groups.splice(0)) group.destroy();
    });

    after(async () => {
      await clone.remove();
    });

    it("brings up the ledger with its demo, and Ctrl-C ends every process of it with code 0", async () => {
      const stack = start("--port", String(await freePort()), "--rpc-port", String(await freePort()));
      await answersWithDemo(stack, clone.folder);
      expect(stack.output).to.match(/ready.*http:\/\//i);
      await stopsOnCtrlC(stack);
    });

    it("starts again on what the run before left, and says that it belonged to another chain", async () => {
      const stack = start("--port", String(await freePort()), "--rpc-port", String(await freePort()));
      await answersWithDemo(stack, clone.folder);
      expect(stack.output).to.match(/another chain/i);
      await stopsOnCtrlC(stack);
    });

    more?.(start, () => clone.folder);
  });
}

function startIn(folder: string, host: Host, groups: ProcessGroup[], args: readonly string[]): ProcessGroup {
  const group = new ProcessGroup("npm", ["start", "--", ...args], { cwd: folder, env: shellEnvironment(host) });
  groups.push(group);
  return group;
}

/** Waits until the API lists the demo's pilots. */
export async function answersWithDemo(stack: ProcessGroup, folder: string): Promise<void> {
  await stack.until("the API lists ten pilots", START_MS, async () => {
    if (!/ready/i.test(stack.output)) return undefined;
    const local: unknown = JSON.parse(await readFile(join(folder, "data", "local", "local.json"), "utf8"));
    const { apiUrl, token } = local as { apiUrl: string; token: string };
    const response = await fetch(`${apiUrl}/v1/pilots`, { headers: { authorization: `Bearer ${token}` } });
    if (response.status !== 200) return undefined;
    const page = (await response.json()) as { items: unknown[] };
    return page.items.length >= 10 ? page : undefined;
  });
}

/** Ends what runs as a user would, and makes sure that nothing of it is left. */
export async function stopsOnCtrlC(stack: ProcessGroup): Promise<void> {
  stack.kill("SIGINT");
  const end = await Promise.race([
    stack.ended(),
    new Promise<never>((_, fail) => setTimeout(() => fail(new Error(`still running:\n${stack.output}`)), STOP_MS)),
  ]);
  expect(end, stack.output).to.deep.equal({ code: 0, signal: null });
  expect(stack.survives, "processes left behind").to.equal(false);
}

/** Exit code other than 0, one line "error: …" that names what is wrong, and no stack. */
export async function failsWith(stack: ProcessGroup, named: string): Promise<void> {
  const end = await stack.ended();
  expect(end.code, stack.output).to.be.a("number").greaterThan(0);
  const errors = stack.output.split("\n").filter((line) => line.startsWith("error: "));
  expect(errors, stack.output).to.have.lengthOf(1);
  expect(errors[0]).to.contain(named);
  expect(stack.output).not.to.match(/^\s+at /m);
  expect(stack.survives, "processes left behind").to.equal(false);
}
