import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { cloneFresh, freePort, HOSTS, type Host, holdPort, shellEnvironment } from "./checkout.ts";
import { ProcessGroup } from "./process-group.ts";

/** Long enough to fetch Node, install everything and fill the demo on a slow machine. */
const START_MS = 300_000;
const STOP_MS = 20_000;

/*
 * One clone for all, since installing and compiling take minutes: each test goes on from what the one before left. What Node
 * the host has decides how the launcher finds one and runs npm; both are held for a start and for an installation.
 */
describe("npm start in a fresh clone", function () {
  this.timeout(START_MS + STOP_MS);
  let clone: Awaited<ReturnType<typeof cloneFresh>>;
  const groups: ProcessGroup[] = [];

  before(async () => {
    clone = await cloneFresh();
  });

  afterEach(() => {
    for (const group of groups.splice(0)) group.destroy();
  });

  after(async () => {
    await clone.remove();
  });

  function start(host: Host, ...args: string[]): ProcessGroup {
    const options = { cwd: clone.folder, env: shellEnvironment(host) };
    const group = new ProcessGroup("npm", ["start", "--", ...args], options);
    groups.push(group);
    return group;
  }

  async function startOnFreePorts(host: Host): Promise<ProcessGroup> {
    return start(host, "--port", String(await freePort()), "--rpc-port", String(await freePort()));
  }

  it(`brings up the ledger with its demo, with ${HOSTS.own.name}, and Ctrl-C ends every process of it with code 0`, async () => {
    const stack = await startOnFreePorts(HOSTS.own);
    await answersWithDemo(stack, clone.folder);
    expect(stack.output).to.match(/ready.*http:\/\//i);
    await stopsOnCtrlC(stack);
  });

  it(`starts again, with ${HOSTS.modern.name}, on what the run before left, and says that it belonged to another chain`, async () => {
    const stack = await startOnFreePorts(HOSTS.modern);
    await answersWithDemo(stack, clone.folder);
    expect(stack.output).to.match(/another chain/i);
    await stopsOnCtrlC(stack);
  });

  it("says in one sentence that the port asked for is taken", async () => {
    const { server, port } = await holdPort();
    try {
      await failsWith(start(HOSTS.own, "--port", String(port), "--rpc-port", String(await freePort())), String(port));
    } finally {
      server.close();
    }
  });

  it("says in one sentence that the data directory cannot be written", async () => {
    const file = join(clone.folder, "data", "a-file");
    await writeFile(file, "");
    const ports = ["--port", String(await freePort()), "--rpc-port", String(await freePort())];
    await failsWith(start(HOSTS.own, ...ports, "--data", join(file, "local")), file);
  });

  it(`mends a broken installation by itself, with ${HOSTS.modern.name}`, async () => {
    await rm(join(clone.folder, "node_modules", "hardhat"), { recursive: true });
    const stack = await startOnFreePorts(HOSTS.modern);
    await answersWithDemo(stack, clone.folder);
    expect(stack.output).to.contain("node_modules/hardhat is missing");
    await stopsOnCtrlC(stack);
  });
});

/** Waits until the API lists the demo's pilots. */
async function answersWithDemo(stack: ProcessGroup, folder: string): Promise<void> {
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
async function stopsOnCtrlC(stack: ProcessGroup): Promise<void> {
  stack.kill("SIGINT");
  const end = await Promise.race([
    stack.ended(),
    new Promise<never>((_, fail) => setTimeout(() => fail(new Error(`still running:\n${stack.output}`)), STOP_MS)),
  ]);
  expect(end, stack.output).to.deep.equal({ code: 0, signal: null });
  expect(stack.survives, "processes left behind").to.equal(false);
}

/** Exit code other than 0, one line "error: …" that names what is wrong, and no stack. */
async function failsWith(stack: ProcessGroup, named: string): Promise<void> {
  const end = await stack.ended();
  expect(end.code, stack.output).to.be.a("number").greaterThan(0);
  const errors = stack.output.split("\n").filter((line) => line.startsWith("error: "));
  expect(errors, stack.output).to.have.lengthOf(1);
  expect(errors[0]).to.contain(named);
  expect(stack.output).not.to.match(/^\s+at /m);
  expect(stack.survives, "processes left behind").to.equal(false);
}
