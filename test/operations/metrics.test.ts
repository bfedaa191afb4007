import { expect } from "chai";
import type { Clock } from "../../server/chain/clock.ts";
import { Metrics } from "../../server/operations/metrics.ts";
import { SelfCheck } from "../../server/operations/self-check.ts";
import { SILENT } from "../../server/store/log.ts";
import { accountBound, organisationRegistered, pilotApplied, pilotCode, programmeOpened } from "../support/acts.ts";
import { FailingWrites } from "../support/failing-database.ts";
import { MirroredChain } from "../support/mirrored.ts";
import { SimulatedChain } from "../support/simulated-chain.ts";

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

  it("say where the mirror is, and what happened", async () => {
    const metrics = new Metrics({
      status: () => mirrored.mirror.status,
      storeSize: async () => 4_096,
      lastCheck: () => null,
      streams: () => 5,
      version: "1.2.3",
    });
    metrics.events(4);
    metrics.rpcError("RPC_TIMEOUT");
    metrics.rpcError("RPC_TIMEOUT");
    metrics.reorganisation(3);
    const lines = (await metrics.text()).split("\n");
    for (const line of [
      "pilot_ledger_mirror_head_block 3",
      "pilot_ledger_mirror_lag_blocks 0",
      "pilot_ledger_event_streams 5",
      "pilot_ledger_mirror_lag_seconds 0",
      'pilot_ledger_mirror_state{state="live"} 1',
      'pilot_ledger_mirror_state{state="halted"} 0',
      "pilot_ledger_mirror_events_total 4",
      'pilot_ledger_mirror_rpc_errors_total{code="RPC_TIMEOUT"} 2',
      'pilot_ledger_mirror_reorganisation_depth_blocks_bucket{le="2"} 0',
      'pilot_ledger_mirror_reorganisation_depth_blocks_bucket{le="4"} 1',
      "pilot_ledger_mirror_store_bytes 4096",
      "pilot_ledger_mirror_last_check_timestamp_seconds Nan",
      `pilot_ledger_build_info{version="1.2.3",node="${process.versions.node}"} 1`,
    ]) {
      expect(lines).to.include(line);
    }
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
