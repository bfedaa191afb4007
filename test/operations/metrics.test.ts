import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import type { Clock } from "../../server/chain/clock.ts";
import type { RpcError } from "../../server/chain/errors.ts";
import { openSource } from "../../server/chain/open-source.ts";
import type { Subscription } from "../../server/live/webhooks/subscription.ts";
import { FileWatch } from "../../server/operations/file-watch.ts";
import { Metrics } from "../../server/operations/metrics.ts";
import { SelfCheck } from "../../server/operations/self-check.ts";
import { SILENT } from "../../server/store/log.ts";
import { accountBound, organisationRegistered, pilotApplied, pilotCode, programmeOpened } from "../support/acts.ts";
import { FailingWrites } from "../support/failing-database.ts";
import { MirroredChain } from "../support/mirrored.ts";
import { SimulatedChain } from "../support/simulated-chain.ts";
import { namingFaults } from "./metric-names.ts";

describe("the metrics and the background check of a mirror", () => {
  const writes = new FailingWrites();
  let mirrored: MirroredChain;

  beforeEach(async () => {
    const chain = new SimulatedChain()
      .mine(programmeOpened(), organisationRegistered(), accountBound())
      .mine(pilotApplied(1));
    mirrored = await MirroredChain.of(chain, { database: writes.factory });
    await mirrored.mirror.syncOnce();
  });

  afterEach(() => mirrored.close());

  const measured = () => ({
    status: () => mirrored.mirror.status,
    storeSize: async () => 4_096,
    lastCheck: () => null,
    streams: () => 5,
  });

  it("say where the mirror is, and what happened", async () => {
    const metrics = new Metrics("1.2.3", "one");
    const tally = metrics.add(measured());
    tally.events(4);
    metrics.rpcError("RPC_TIMEOUT", "https://node.example");
    metrics.rpcError("RPC_TIMEOUT", "https://node.example");
    tally.reorganisation(3);
    const subscription = { id: "whk_a", state: "ACTIVE" } as Subscription;
    metrics.addWebhooks(() => [{ subscription, lag: 7 }]).attempt("FAILED");
    const lines = (await metrics.text()).split("\n");
    for (const line of [
      "pilot_ledger_mirror_head_block 3",
      "pilot_ledger_mirror_lag_blocks 0",
      "pilot_ledger_event_streams 5",
      'pilot_ledger_webhook_attempts_total{outcome="FAILED"} 1',
      'pilot_ledger_webhook_lag_blocks{webhook="whk_a"} 7',
      'pilot_ledger_webhooks{state="ACTIVE"} 1',
      "pilot_ledger_mirror_lag_seconds 0",
      'pilot_ledger_mirror_state{state="live"} 1',
      'pilot_ledger_mirror_state{state="halted"} 0',
      "pilot_ledger_mirror_events_total 4",
      'pilot_ledger_mirror_rpc_errors_total{code="RPC_TIMEOUT",node="https://node.example"} 2',
      'pilot_ledger_mirror_reorganisation_depth_blocks_bucket{le="2"} 0',
      'pilot_ledger_mirror_reorganisation_depth_blocks_bucket{le="4"} 1',
      "pilot_ledger_mirror_store_bytes 4096",
      "pilot_ledger_mirror_last_check_timestamp_seconds Nan",
      `pilot_ledger_build_info{version="1.2.3",node="${process.versions.node}"} 1`,
    ]) {
      expect(lines).to.include(line);
    }
  });

  it("are named as Prometheus advises, labelled with the deployment where there are several, and tell no secret", async () => {
    const metrics = new Metrics("1.2.3", "several");
    for (const name of ["anhui", "zhejiang"]) metrics.add(measured(), name);
    const source = openSource(["http://user:pass@127.0.0.1:1/secret"], {
      retries: 0,
      onFailure: (code, node) => metrics.rpcError(code, node),
    });
    expect(await source.head().then(String, (error: RpcError) => error.code)).to.equal("RPC_UNREACHABLE");
    const text = await metrics.text();
    expect(text).to.include('rpc_errors_total{code="RPC_UNREACHABLE",node="http://127.0.0.1:1"} 1');
    expect(text).not.to.match(/secret|pass/);
    expect(text).to.include('pilot_ledger_mirror_head_block{deployment="anhui"} 3');
    expect(text).to.include('pilot_ledger_mirror_state{deployment="zhejiang",state="live"} 1');
    for (const exposed of [text, await new Metrics("1", "one").text()]) {
      // The library's own, which it named before the advice was given.
      const faults = namingFaults(exposed).filter((fault) => !/^nodejs_active_\w+_total: only/.test(fault));
      expect(faults).to.deep.equal([]);
    }
  });

  it("finds names that Prometheus advises against", () => {
    const faulty = [
      ["# HELP a_events Events.", "# TYPE a_events counter", "a_events 1"],
      ["# HELP a_wait_milliseconds Wait.", "# TYPE a_wait_milliseconds gauge", "a_wait_milliseconds 1"],
      ["# HELP a_things_total Things.", "# TYPE a_things_total gauge", "a_things_total 1"],
      ["# TYPE a_size_bytes gauge", "a_size_bytes 1"],
      ["# HELP aSize Size.", "# TYPE aSize gauge", "aSize 1"],
      ["# HELP a_size_bytes Size.", "# TYPE a_size_bytes gauge", 'a_size_bytes{Disk-Name="x"} 1'],
      ["# HELP a_size_bytes Size.", "# TYPE a_size_bytes gauge", 'a_size_bytes{le="x"} 1'],
    ];
    for (const lines of faulty) expect(namingFaults(lines.join("\n")), lines.join()).to.have.length(1);
  });

  it("inspects the files again and again, and the mirror heals what it finds in a table that nobody reads", async () => {
    await mirrored.restart();
    await mirrored.mirror.syncOnce();
    const slept: number[] = [];
    const found = Promise.withResolvers<string>();
    const clock: Clock = {
      now: () => 0,
      sleep: async (milliseconds, signal) => {
        signal?.throwIfAborted();
        slept.push(milliseconds);
        // The second inspection is of files that were altered after the first.
        if (slept.filter((one) => one === 1_000).length === 2) await alterTable(mirrored.directory);
      },
      deadline: () => new AbortController().signal,
    };
    const watch = new FileWatch(mirrored.store, clock, { info: () => undefined, warn: (said) => found.resolve(said) });
    watch.start();
    expect(await found.promise).to.match(/\.ldb of the mirror .* is damaged: the block at byte \d+ does not match/);
    await watch.stop();
    expect(slept.slice(0, 2)).to.deep.equal([1_000, 1]);
    expect(mirrored.store.damage?.code).to.equal("DAMAGED");
    expect((await mirrored.mirror.syncOnce()).state).to.equal("healing");
    expect((await mirrored.mirror.syncOnce()).state).to.equal("live");
  });

  it("rests nine parts of ten while it checks, and the mirror heals what it finds", async () => {
    let now = 0;
    const rests: number[] = [];
    const clock: Clock = {
      now: () => {
        now += 10;
        return now;
      },
      sleep: async (milliseconds, signal) => {
        signal?.throwIfAborted();
        rests.push(milliseconds);
      },
      deadline: () => new AbortController().signal,
    };
    const check = new SelfCheck(mirrored.store, clock, SILENT);
    await check.check("slowly", "leave");
    expect(check.last?.faults).to.deep.equal([]);
    expect(rests[0]).to.equal(90);
    await writes.database?.del(`r/pilot/${pilotCode(1)}`);
    await check.check("at once", "leave");
    expect(check.last?.faults).to.have.length.greaterThan(0);
    await check.stop();
    expect((await mirrored.mirror.syncOnce()).state).to.equal("healing");
    expect((await mirrored.mirror.syncOnce()).state).to.equal("live");
  });
});

/** Alters a byte of a table in place, as a disk does it. */
async function alterTable(directory: string): Promise<void> {
  const records = join(directory, "records");
  const table = (await readdir(records)).find((name) => name.endsWith(".ldb"));
  if (table === undefined) throw new Error("there is no table yet");
  const content = await readFile(join(records, table));
  content[10] = (content[10] ?? 0) ^ 1;
  await writeFile(join(records, table), content, { flag: "r+" });
}
