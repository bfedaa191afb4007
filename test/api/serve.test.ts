import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { type IncomingMessage, request } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { pino } from "pino";
import { accessLogIn, tokenFileIn } from "../../scripts/serve/data-directory.ts";
import { type RunningServer, startServer } from "../../scripts/serve/server.ts";
import { SCOPES } from "../../server/api/access/scopes.ts";
import { createToken } from "../../server/api/access/token-file.ts";
import { checkAccessLog } from "../../server/api/access-log/check.ts";
import { readAccessLog } from "../../server/api/access-log/read.ts";
import type { Deployment } from "../../server/chain/deployment.ts";
import type { MirrorStatus } from "../../server/mirror/status.ts";
import { runningServer } from "../../server/operations/running-server.ts";
import { DeployedLedger } from "../support/deployed-ledger.ts";
import { deploymentOf } from "../support/deployment.ts";
import { temporaryDirectory } from "../support/directory.ts";
import { firstLine } from "../support/first-line.ts";
import { startHardhatNode, type TestNode } from "../support/node.ts";

const MAIN = fileURLToPath(new URL("../../scripts/serve/main.ts", import.meta.url));

describe("a server over a chain", function () {
  this.timeout(60_000);
  let node: TestNode;
  let ledger: DeployedLedger;
  let deployment: Deployment;
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
  let token: string;
  const watchers = new Set<(status: MirrorStatus) => void>();

  before(async () => {
    node = await startHardhatNode({ initialDate: "2019-03-01T00:00:00Z" });
    ledger = await DeployedLedger.on(node.url);
    deployment = deploymentOf(ledger, node.url);
    directory = await temporaryDirectory();
    ({ token } = await createToken(tokenFileIn(directory.path), {
      name: "test",
      grant: { scopes: SCOPES, region: null, fields: null },
      expiresAt: null,
      now: 0,
    }));
  });

  after(async () => {
    ledger?.close();
    await node?.close();
    await directory?.remove();
  });

  const start = (options: Partial<Parameters<typeof startServer>[0]> = {}) =>
    startServer({
      deployment,
      directory: directory.path,
      host: "127.0.0.1",
      port: 0,
      log: pino({ level: "silent" }),
      onProgress: (status) => {
        for (const watch of watchers) watch(status);
      },
      ...options,
    });

  const titles = async (server: RunningServer) => {
    const answer = await fetch(`${server.url}/v1/pilots`, { headers: { Authorization: `Bearer ${token}` } });
    const { items } = (await answer.json()) as { items: { title: { zh: string } }[] };
    return items.map(({ title }) => title.zh);
  };

  /** Resolves when the mirror has the chain's present head. */
  const mirrored = async (server: RunningServer) => {
    const height = await ledger.provider.getBlockNumber();
    await new Promise<void>((resolve) => {
      const watch = ({ head }: MirrorStatus) => {
        if ((head?.number ?? 0) >= height) resolve();
      };
      watchers.add(watch);
      watch(server.mirror.status);
    });
  };

  it("answers from the chain, follows it, and goes on after a restart", async () => {
    await ledger.applyPilot("汽车零部件质量追溯试点");
    const first = await start();
    await first.mirror.caughtUp();
    expect(await titles(first)).to.deep.equal(["汽车零部件质量追溯试点"]);
    expect((await fetch(`${first.url}/readyz`)).status).to.equal(200);
    const metrics = await (await fetch(`${first.url}/metrics`)).text();
    expect(metrics)
      .to.match(/^pilot_ledger_mirror_head_block \d+$/m)
      .and.include('state{state="live"} 1');
    const running = await runningServer(directory.path);
    expect((await running?.status())?.server?.mirror.state).to.equal("live");
    const report = await running?.check();
    expect([report?.faults, report?.chain.result]).to.deep.equal([[], "SAME"]);
    await ledger.applyPilot("模具设计版权存证试点");
    await mirrored(first);
    expect(await titles(first)).to.have.length(2);
    await first.close();

    const second = await start();
    expect(await titles(second)).to.have.length(2);
    await second.close();
    await second.close();
  });

  it("answers and logs what it was asked before it was told to stop", async () => {
    const server = await start();
    const asked = request(`${server.url}/v1/webhooks`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json", expect: "100-continue" },
    });
    asked.flushHeaders();
    // The server has it by then, and waits for the rest.
    await once(asked, "continue");
    const closed = server.close();
    // Until nobody else is let in any more.
    while (
      await fetch(`${server.url}/healthz`).then(
        () => true,
        () => false,
      )
    );
    const answered = once(asked, "response");
    asked.end("{}");
    const [answer] = (await answered) as [IncomingMessage];
    answer.resume();
    await closed;
    expect(answer.statusCode).to.equal(400);
    const entries: unknown[] = [];
    const all = { after: 0, upTo: Number.MAX_SAFE_INTEGER, who: undefined };
    for await (const [, entry] of readAccessLog(accessLogIn(directory.path), all)) entries.push(entry);
    expect(entries.at(-1)).to.include({ method: "POST", address: "/v1/webhooks", status: 400 });
    expect((await checkAccessLog(accessLogIn(directory.path))).intact).to.equal(true);
  });

  it("refuses a store of another ledger until told to rebuild it", async () => {
    const other = { ...deployment, deploymentBlock: deployment.deploymentBlock - 1 };
    const error = await start({ deployment: other }).catch((cause: unknown) => cause);
    expect(error).to.have.property("code", "STORE_FOREIGN_LEDGER");
    expect(String(error)).to.include("--rebuild");
    const server = await start({ rebuild: true });
    await server.mirror.caughtUp();
    expect(await titles(server)).to.have.length(2);
    await server.close();
  });

  it("refuses a chain that is not the ledger's", async () => {
    const genesisHash = `0x${"12".repeat(32)}` as const;
    const foreign = join(directory.path, "foreign");
    const error = await start({ deployment: { ...deployment, genesisHash }, directory: foreign }).catch(
      (cause) => cause,
    );
    expect(error).to.have.property("code", "WRONG_CHAIN");
  });

  it("refuses a store that another server has open", async () => {
    const server = await start();
    const error = await start().catch((cause: unknown) => cause);
    await server.close();
    expect(error).to.have.property("code", "STORE_LOCKED");
  });

  it("waits for a node that does not answer, and says that it is not ready", async () => {
    const server = await start({ rpcUrls: ["http://127.0.0.1:9"] });
    const ready = await fetch(`${server.url}/readyz`);
    expect([ready.status, ready.headers.get("retry-after")]).to.deep.equal([503, "2"]);
    expect(await titles(server)).to.have.length(2);
    await server.close();
  });

  it("ends with exit code 0 on Ctrl-C and on SIGTERM, also when both come", async () => {
    const manifest = join(directory.path, "deployment.json");
    await writeFile(manifest, JSON.stringify(deployment));
    const args = [MAIN, "--deployment", manifest, "--data", directory.path, "--port", "0"];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "ignore"] });
    expect(await firstLine(child)).to.match(/^The audit API listens on http:\/\/127\.0\.0\.1:\d+/);
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    child.kill("SIGINT");
    expect(await ended).to.deep.equal([0, null]);
  });
});
