import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Attempt } from "../live/webhooks/subscription.ts";
import type { Webhooks } from "../live/webhooks/webhooks.ts";
import type { MirrorStatus } from "../mirror/status.ts";
import type { Checked } from "./self-check.ts";

/** What the metrics of a mirror are read from when they are asked for. */
export interface Measured {
  readonly status: () => MirrorStatus;
  /** Bytes of the store's files. */
  readonly storeSize: () => Promise<number>;
  readonly lastCheck: () => Checked | null;
  /** How many streams of events are open. */
  readonly streams: () => number;
}

/** How many of a number of things happened. */
export interface Tally {
  events(count: number): void;
  reorganisation(depth: number): void;
}

/** Counts what becomes of messages of webhooks. */
export interface WebhookTally {
  attempt(outcome: Attempt["outcome"]): void;
}

type Labels = Readonly<Record<string, string>>;

const STATES = ["inspecting", "starting", "syncing", "live", "healing", "stopped", "halted"] as const;
const WEBHOOK_STATES = ["ACTIVE", "PAUSED", "DISABLED"] as const;
const PREFIX = "pilot_ledger_mirror";

/** How mirrors fare, in the text format of Prometheus. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #mirrors: { readonly labels: Labels; readonly measured: Measured }[] = [];
  readonly #labelNames: readonly string[];
  readonly #events: Counter;
  readonly #failures: Counter;
  readonly #reorganisations: Histogram;
  readonly #attempts: Counter;
  readonly #webhooks: { readonly labels: Labels; readonly standing: Webhooks["standing"] }[] = [];

  /** @param deployments Whether there are several mirrors, each of which is labelled with the name of its deployment. */
  constructor(version: string, deployments: "one" | "several") {
    const registers = [this.#registry];
    this.#labelNames = deployments === "one" ? [] : ["deployment"];
    const labelNames = this.#labelNames;
    collectDefaultMetrics({ register: this.#registry });
    this.#gauges();
    new Gauge({
      name: "pilot_ledger_build_info",
      help: "The version that runs.",
      labelNames: ["version", "node"],
      registers,
    }).set({ version, node: process.versions.node }, 1);
    this.#events = new Counter({ name: `${PREFIX}_events_total`, help: "Events mirrored.", labelNames, registers });
    this.#failures = new Counter({
      name: `${PREFIX}_rpc_errors_total`,
      help: "Answers of nodes that failed or were found wrong, by class and by node (scheme, host and port).",
      labelNames: ["code", "node"],
      registers,
    });
    this.#attempts = new Counter({
      name: "pilot_ledger_webhook_attempts_total",
      help: "Attempts to deliver a message of a webhook, by outcome.",
      labelNames: [...labelNames, "outcome"],
      registers,
    });
    this.#webhookGauges();
    this.#reorganisations = new Histogram({
      name: `${PREFIX}_reorganisation_depth_blocks`,
      help: "Blocks taken back at each reorganisation.",
      buckets: [1, 2, 4, 8, 16, 32, 64, 128],
      labelNames,
      registers,
    });
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  /**
   * Measures one more mirror.
   *
   * @param name That of its deployment, where there are several.
   */
  add(measured: Measured, name?: string): Tally {
    const labels: Labels = name === undefined ? {} : { deployment: name };
    this.#mirrors.push({ labels, measured });
    // Present from the beginning, so that a first event or reorganisation shows as an increase.
    this.#events.inc(labels, 0);
    this.#reorganisations.zero(labels);
    return {
      events: (count) => this.#events.inc(labels, count),
      reorganisation: (depth) => this.#reorganisations.observe(labels, depth),
    };
  }

  /** @param node Scheme, host and port: nothing that is secret. */
  rpcError(code: string, node: string): void {
    this.#failures.inc({ code, node });
  }

  /**
   * Measures the webhooks of one more ledger.
   *
   * @param name That of its deployment, where there are several.
   */
  addWebhooks(standing: Webhooks["standing"], name?: string): WebhookTally {
    const labels: Labels = name === undefined ? {} : { deployment: name };
    this.#webhooks.push({ labels, standing });
    return { attempt: (outcome) => this.#attempts.inc({ ...labels, outcome }) };
  }

  /** All of it as text. */
  text(): Promise<string> {
    return this.#registry.metrics();
  }

  #gauges(): void {
    this.#gauge("head_block", "The last block mirrored.", ({ status }) => status().head?.number ?? null);
    this.#gauge(
      "chain_head_block",
      "The newest block the node told of.",
      ({ status }) => status().chainHead?.number ?? null,
    );
    this.#gauge("lag_blocks", "Blocks the mirror is behind the chain.", ({ status }) => status().lag);
    this.#gauge("lag_seconds", "Seconds between the times of the mirrored head and the chain's head.", ({ status }) => {
      const { head, chainHead } = status();
      return head && chainHead && Math.max(0, chainHead.time - head.time);
    });
    this.#gauge(
      "node_answer_timestamp_seconds",
      "When the chain's node last answered.",
      ({ status }) => status().answeredAt,
    );
    this.#gauge(
      "events_per_second",
      "How fast it comes on while it catches up.",
      ({ status }) => status().pace?.eventsPerSecond ?? 0,
    );
    this.#gauge("store_bytes", "Size of the store's files.", ({ storeSize }) => storeSize());
    this.#gauge("last_check_timestamp_seconds", "When the store was last checked.", (of) => of.lastCheck()?.at ?? null);
    this.#gauge(
      "last_check_faults",
      "Faults the last check found.",
      ({ lastCheck }) => lastCheck()?.faults.length ?? null,
    );
    const mirrors = this.#mirrors;
    new Gauge({
      name: "pilot_ledger_event_streams",
      help: "Streams of events (SSE) that are open.",
      labelNames: this.#labelNames,
      registers: [this.#registry],
      collect() {
        for (const { labels, measured } of mirrors) this.set(labels, measured.streams());
      },
    });
    new Gauge({
      name: `${PREFIX}_state`,
      help: "1 for the state it is in.",
      labelNames: [...this.#labelNames, "state"],
      registers: [this.#registry],
      collect() {
        for (const { labels, measured } of mirrors) {
          const { state } = measured.status();
          for (const one of STATES) this.set({ ...labels, state: one }, one === state ? 1 : 0);
        }
      },
    });
  }

  #webhookGauges(): void {
    const webhooks = this.#webhooks;
    new Gauge({
      name: "pilot_ledger_webhook_lag_blocks",
      help: "Blocks that what was delivered is behind the mirrored head, by webhook.",
      labelNames: [...this.#labelNames, "webhook"],
      registers: [this.#registry],
      collect() {
        this.reset();
        for (const { labels, standing } of webhooks) {
          for (const { subscription, lag } of standing()) {
            this.set({ ...labels, webhook: subscription.id }, lag ?? Number.NaN);
          }
        }
      },
    });
    new Gauge({
      name: "pilot_ledger_webhooks",
      help: "Webhooks by state.",
      labelNames: [...this.#labelNames, "state"],
      registers: [this.#registry],
      collect() {
        for (const { labels, standing } of webhooks) {
          const states = standing().map(({ subscription }) => subscription.state);
          for (const one of WEBHOOK_STATES) {
            this.set({ ...labels, state: one }, states.filter((state) => state === one).length);
          }
        }
      },
    });
  }

  /** One value for each mirror; NaN for what is not known. */
  #gauge(name: string, help: string, read: (measured: Measured) => Promise<number | null> | number | null): void {
    const mirrors = this.#mirrors;
    new Gauge({
      name: `${PREFIX}_${name}`,
      help,
      labelNames: this.#labelNames,
      registers: [this.#registry],
      async collect() {
        for (const { labels, measured } of mirrors) this.set(labels, (await read(measured)) ?? Number.NaN);
      },
    });
  }
}
