import { execFile } from "node:child_process";
import { readFile, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { expect } from "chai";
import { Draw } from "../../scripts/campaign/draw.ts";
import { restore } from "../../scripts/mirror/backup.ts";
import { describeWork } from "../../scripts/mirror/work-report.ts";
import { RpcError } from "../../server/chain/errors.ts";
import type { ChainSource } from "../../server/chain/source.ts";
import { Mirror } from "../../server/mirror/mirror.ts";
import { controlFileIn, serveControl } from "../../server/operations/control.ts";
import { StoreOperations, type WorkProgress } from "../../server/operations/operations.ts";
import { runningServer } from "../../server/operations/running-server.ts";
import { SCHEMA_VERSION } from "../../server/store/identity.ts";
import { openStore } from "../../server/store/open.ts";
import { openExisting } from "../../server/store/open-existing.ts";
import type { Store } from "../../server/store/store.ts";
import { temporaryDirectory } from "../support/directory.ts";
import { RandomChain } from "../support/random-chain.ts";

const MAIN = join(import.meta.dirname, "..", "..", "scripts", "mirror", "main.ts");
const run = promisify(execFile);
const SEED = 20_190_601;

describe("the operator's commands", function () {
  this.timeout(60_000);
  let place: Awaited<ReturnType<typeof temporaryDirectory>>;
  let store: Store;
  let control: { close(): Promise<void> } | undefined;
  const { chain } = RandomChain.begun("operations", new Draw(SEED)).mine(40);
  const identity = { ...chain.identity, schemaVersion: SCHEMA_VERSION };

  beforeEach(async () => {
    place = await temporaryDirectory();
    store = await openStore({ directory: join(place.path, "mirror"), identity, onForeign: "refuse" });
    const { state } = await new Mirror({ store, source: chain, finality: { depth: 16 } }).syncOnce();
    expect(state).to.equal("live");
  });

  afterEach(async () => {
    await control?.close();
    control = undefined;
    await store.close();
    await place.remove();
  });

  const command = async (...args: string[]) => {
    const { stdout } = await run(process.execPath, [MAIN, ...args, "--json"]);
    return JSON.parse(stdout);
  };
  const refusal = (...args: string[]) =>
    run(process.execPath, [MAIN, ...args]).then(
      () => "",
      (error: { code: number; stderr: string; stdout: string }) => {
        expect(error.code).to.equal(1);
        return error.stderr.trim();
      },
    );

  it("find the server that has the mirror open, back it up while it runs, and restore it elsewhere", async () => {
    control = await serveControl(new StoreOperations(store), place.path);
    expect((await stat(controlFileIn(place.path))).mode & 0o777).to.equal(0o600);
    const { secret, url } = JSON.parse(await readFile(controlFileIn(place.path), "utf8"));
    expect(secret).to.have.length(64);
    expect((await fetch(`${url}/status`)).status).to.equal(401);
    const status = await command("status", "--data", place.path);
    expect(status.head).to.deep.equal(store.head);
    expect(status.digest).to.deep.equal(store.digest);
    expect(status.bytes).to.be.greaterThan(1_000);
    const file = join(place.path, "one.backup.gz");
    expect((await command("backup", file, "--data", place.path)).bytes).to.be.greaterThan(1_000);
    const other = join(place.path, "other");
    const restored = await command("restore", file, "--data", other);
    expect(restored.digest).to.deep.equal(store.digest);

    const copy = await openStore({ directory: join(other, "mirror"), identity, onForeign: "refuse" });
    expect((await copy.check({ journals: "fold" })).faults).to.deep.equal([]);
    const { state } = await new Mirror({ store: copy, source: chain, finality: { depth: 16 } }).syncOnce();
    expect([state, copy.rebuiltFor]).to.deep.equal(["live", undefined]);
    await copy.close();
    expect(await refusal("restore", file, "--data", other)).to.match(/^error: there is a mirror .* already/);
  });

  it("open the mirror themselves when no server has", async () => {
    const reader = store.snapshot();
    const history = await reader.historyAt(10);
    await reader.close();
    const { digest } = store;
    await store.close();
    expect(await command("digest", "--data", place.path, "--at", "10")).to.deep.equal({
      block: 10,
      history,
      records: null,
    });
    const report = await command("check", "--data", place.path);
    expect([report.faults, report.digest, report.chain.result]).to.deep.equal([[], digest, "NOT_COMPARED"]);
    expect((await command("compact", "--data", place.path)).after).to.be.greaterThan(0);
    expect(await refusal("digest", "--data", place.path, "--at", "4000")).to.match(
      /^error: block 4000 is not mirrored/,
    );
    expect((await command("rebuild", "--data", place.path)).aside).to.match(/set-aside-1$/);
    expect(await refusal("status", "--data", place.path)).to.match(/^error: there is no mirror/);
  });

  it("say in one sentence that the mirror is held by a process they cannot ask, or damaged", async () => {
    expect(await refusal("check", "--data", place.path)).to.match(/^error: another process has the mirror .* open/);
    await store.close();
    const position = join(place.path, "mirror", "position");
    await truncate(position, 0);
    expect(await refusal("check", "--data", place.path)).to.match(/^error: the mirror .* is damaged/);
    expect(await readFile(position, "utf8")).to.equal("");
    const error = await openExisting(join(place.path, "mirror")).catch((cause: unknown) => cause);
    expect(error).to.have.property("code", "DAMAGED");
  });

  it("compare the mirror with what the contracts count, and do not take a missing answer for either", async () => {
    const compared = async (source: ChainSource) =>
      (await new StoreOperations(store, undefined, undefined, undefined, source).check()).chain;
    expect(await compared(chain)).to.deep.equal({ result: "SAME" });
    const other = RandomChain.begun("operations", new Draw(SEED + 1)).mine(40).chain;
    expect((await compared(other)).result).to.equal("DIFFERENT");
    const longer = new Proxy(chain, {
      get: (_, name) => {
        const member: unknown = Reflect.get(chain, name);
        if (name === "callEach") return () => other.callEach(Object.values(identity.contracts), "0x", other.at(40));
        return typeof member === "function" ? member.bind(chain) : member;
      },
    });
    expect((await compared(longer)).result).to.equal("DIFFERENT");
    chain.onRequest = () => {
      throw new RpcError("RPC_UNREACHABLE", "the node is away");
    };
    expect(await compared(chain)).to.deep.equal({ result: "NOT_COMPARED", reason: "the node is away" });
    chain.onRequest = () => undefined;
  });

  it("tell how far long work is, of a running server too", async () => {
    control = await serveControl(new StoreOperations(store), place.path);
    const server = await runningServer(place.path);
    for (const operations of [new StoreOperations(store), server]) {
      const told: WorkProgress[] = [];
      const report = await operations?.check((progress) => told.push(progress));
      expect(report?.faults).to.deep.equal([]);
      expect(told.length).to.be.greaterThan(0);
      for (const { entries, share } of told) {
        expect(entries).to.be.within(1, report?.entries ?? 0);
        expect(share === null || (share >= 0 && share <= 1), String(share)).to.equal(true);
      }
      const compacted: WorkProgress[] = [];
      await operations?.compact((progress) => compacted.push(progress));
      expect(compacted.length).to.be.greaterThan(0);
      // After a compaction everything is in tables.
      expect(await operations?.share("m/")).to.be.within(0, 0.5);
      expect(await operations?.share("z")).to.equal(1);
    }
    expect(describeWork({ entries: 9_000, share: 0.25 }, 3_000)).to.equal("9000 entries, 3000/s, 25 %, about 9 s left");
    expect(describeWork({ entries: 0, share: 0.5 }, 4_000)).to.equal("50 %, about 4 s left");
    expect(describeWork({ entries: 10, share: null }, 1_000)).to.equal("10 entries, 10/s");
  });

  it("take no backup that was cut or altered", async () => {
    const operations = new StoreOperations(store);
    const lines: string[] = [];
    for await (const text of operations.backup()) lines.push(text);
    const text = lines.join("");
    const file = join(place.path, "broken.gz");
    const whole = gzipSync(text);
    const altered = [
      gzipSync(text.slice(0, text.length / 2)),
      gzipSync(text.replace("APPLIED", "ACTIVE_")),
      gzipSync(text.split("\n").toSpliced(9, 1).join("\n")),
      whole.subarray(0, whole.length / 2),
      Buffer.from("no backup"),
    ];
    for (const content of altered) {
      await writeFile(file, content);
      const other = join(place.path, "other");
      const error = await restore({ data: other, json: true }, file).catch((cause: unknown) => cause);
      expect(error).to.have.property("code").that.is.oneOf(["STORE_DAMAGED", "STORE_CORRUPT", "STORE_UNUSABLE"]);
      const found = await stat(join(other, "mirror")).catch(() => undefined);
      expect(found).to.equal(undefined);
    }
  });
});
