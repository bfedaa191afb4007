import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { MirrorStatus } from "../mirror/status.ts";
import type { Checked } from "./self-check.ts";

/** What the metrics are read from when they are asked for. */
export interface Measured {
  readonly status: () => MirrorStatus;
  /** Bytes of the store's files. */
  readonly storeSize: () => Promise<number>;
  readonly lastCheck: () => Checked | null;
  /** How many streams of events are open. */
  readonly streams: () => number;
  readonly version: string;
}

const STATES = ["starting", "syncing", "live", "healing", "stopped", "halted"] as const;

/** How the mirror fares, in the text format of Prometheus. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #events: Counter;
  readonly #failures: Counter;
  readonly #reorganisations: Histogram;

  constructor(measured: Measured) {
    const registers = [this.#registry];
    const prefix = "pilot_ledger_mirror";
    collectDefaultMetrics({ register: this.#registry });
    const gauge = (name: string, help: string, read: () => Promise<number | null> | number | null) =>
      new Gauge({
        ...{ name: `${prefix}_${name}`, help, registers },
        async collect() {
          this.set((await read()) ?? Number.NaN);
        },
      });
    gauge("head_block", "The last block mirrored.", () => measured.status().head?.number ?? null);
    gauge("chain_head_block", "The newest block the node told of.", () => measured.status().chainHead?.number ?? null);
    gauge("lag_blocks", "Blocks the mirror is behind the chain.", () => measured.status().lag);
    gauge("lag_seconds", "Seconds between the times of the mirrored head and the chain's head.", () => {
      const { head, chainHead } = measured.status();
      return head && chainHead && Math.max(0, chainHead.time - head.time);
    });
    gauge(
      "events_per_second",
      "How fast it comes on while it catches up.",
      () => measured.status().pace?.eventsPerSecond ?? 0,
    );
    gauge("store_bytes", "Size of the store's files.", measured.storeSize);
    gauge("last_check_timestamp_seconds", "When the store was last checked.", () => measured.lastCheck()?.at ?? null);
    gauge("last_check_faults", "Faults the last check found.", () => measured.lastCheck()?.faults.length ?? null);
    new Gauge({
      ...{ name: `${prefix}_state`, help: "1 for the state it is in.", labelNames: ["state"], registers },
      collect() {
        const { state } = measured.status();
        for (const one of STATES) this.set({ state: one }, one === state ? 1 : 0);
      },
    });
    new Gauge({
      ...{ name: "pilot_ledger_event_streams", help: "Streams of events (SSE) that are open.", registers },
      collect() {
        this.set(measured.streams());
      },
    });
    new Gauge({
      ...{
        name: "pilot_ledger_build_info",
        help: "The version that runs.",
        labelNames: ["version", "node"],
        registers,
      },
    }).set({ version: measured.version, node: process.versions.node }, 1);
    this.#events = new Counter({ name: `${prefix}_events_total`, help: "Events mirrored.", registers });
    this.#failures = new Counter({
      ...{
        name: `${prefix}_rpc_errors_total`,
        help: "Answers of nodes that failed, by class.",
        labelNames: ["code"],
        registers,
      },
    });
    this.#reorganisations = new Histogram({
      name: `${prefix}_reorganisation_depth_blocks`,
      help: "Blocks taken back at each reorganisation.",
      buckets: [1, 2, 4, 8, 16, 32, 64, 128],
      registers,
    });
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  events(count: number): void {
    this.#events.inc(count);
  }

  rpcError(code: string): void {
    this.#failures.inc({ code });
  }

  reorganisation(depth: number): void {
    this.#reorganisations.observe(depth);
  }

  /** All of it as text. */
  text(): Promise<string> {
    return this.#registry.metrics();
  }
}
