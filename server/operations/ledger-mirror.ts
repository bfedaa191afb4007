import { SYSTEM_CLOCK } from "../chain/clock.ts";
import type { ChainSource } from "../chain/source.ts";
import type { Finality } from "../mirror/finality.ts";
import { Mirror } from "../mirror/mirror.ts";
import { type Failure, type MirrorStatus, UNOPENED } from "../mirror/status.ts";
import { StoreError } from "../store/errors.ts";
import type { Inspected } from "../store/files/inspected.ts";
import type { Log } from "../store/log.ts";
import { openStore } from "../store/open.ts";
import type { StoreIdentity } from "../store/reader.ts";
import type { Store } from "../store/store.ts";
import { Closing } from "./closing.ts";
import { directorySize } from "./directory-size.ts";
import { FileWatch } from "./file-watch.ts";
import type { Metrics, Tally } from "./metrics.ts";
import { type Operations, StoreOperations } from "./operations.ts";
import { type Checked, SelfCheck } from "./self-check.ts";

/** How the mirror of one deployment is kept. */
export interface LedgerMirrorOptions {
  readonly identity: StoreIdentity;
  /** Where the store is. */
  readonly directory: string;
  readonly source: ChainSource;
  readonly pollInterval: number;
  readonly finality: Finality;
  /** Sets aside what was mirrored before, of whatever ledger, and begins anew. */
  readonly rebuild: boolean;
  readonly metrics: Metrics;
  /** That of the deployment, where there are several. */
  readonly name?: string;
  readonly log: Log;
  readonly onProgress?: (status: MirrorStatus) => void;
  /** How many ledgers the process mirrors; one when absent. */
  readonly ledgers?: number;
  /** How many streams of events are open, for the metrics. */
  readonly streams: () => number;
}

/** An open store, and what looks after it. */
interface Parts {
  readonly store: Store;
  readonly mirror: Mirror;
  readonly selfCheck: SelfCheck;
  readonly fileWatch: FileWatch;
}

/** Milliseconds between two lines in the log on how far a long inspection is. */
const REPORT_INTERVAL = 5_000;

/** One deployment's store, mirror and self-check, from before the store is open until all of it is closed. What befalls it is its own. */
export class LedgerMirror {
  readonly #options: LedgerMirrorOptions;
  readonly #tally: Tally;
  readonly #closing = new Closing();
  #parts: Parts | undefined;
  #refusal: Failure | undefined;
  #inspected: Inspected | undefined;

  constructor(options: LedgerMirrorOptions) {
    this.#options = options;
    const { metrics, directory, name, streams } = options;
    const measured = {
      status: () => this.status,
      storeSize: () => directorySize(directory),
      lastCheck: () => this.lastCheck,
      streams,
    };
    this.#tally = metrics.add(measured, name);
  }

  /** Of the mirror; before the store is open, that its files are inspected, or why it was refused. */
  get status(): MirrorStatus {
    const status = this.#parts?.mirror.status ?? UNOPENED;
    return this.#refusal === undefined ? status : { ...status, state: "halted", reason: this.#refusal };
  }

  /** Which part of the files was inspected before they are opened, from 0 to 1; undefined while that is not known. */
  get inspected(): number | undefined {
    const { bytes = 0, total = 0 } = this.#inspected ?? {};
    return total === 0 ? undefined : bytes / total;
  }

  get lastCheck(): Checked | null {
    return this.#parts?.selfCheck.last ?? null;
  }

  get store(): Store {
    return this.#open.store;
  }

  get mirror(): Mirror {
    return this.#open.mirror;
  }

  get #open(): Parts {
    if (this.#parts !== undefined) return this.#parts;
    throw new StoreError("CLOSED", `the mirror in ${this.#options.directory} is not open`);
  }

  /**
   * Opens the store, which reads all its files.
   *
   * @throws {StoreError} when it cannot be used.
   */
  async open(): Promise<void> {
    const { directory, identity, source, rebuild, log, finality, pollInterval, onProgress } = this.#options;
    const onForeign = rebuild ? "replace" : "refuse";
    const begun = SYSTEM_CLOCK.now();
    let said = begun;
    const onInspected = (inspected: Inspected) => {
      this.#inspected = inspected;
      const now = SYSTEM_CLOCK.now();
      if (now - said < REPORT_INTERVAL) return;
      said = now;
      const seconds = Math.ceil(((now - begun) * (inspected.total - inspected.bytes)) / inspected.bytes / 1_000);
      log.info(`inspected ${inspected.bytes} of ${inspected.total} bytes of the mirror, about ${seconds} s left`);
    };
    const store = await openStore({ directory, identity, onForeign, log, onInspected });
    this.#closing.add(() => store.close());
    if (rebuild && store.head !== undefined) await store.startOver();
    const mirror = new Mirror({
      ...{ store, source, onForeign, finality, log, pollInterval },
      ...(onProgress && { onProgress }),
      onEvents: (count) => this.#tally.events(count),
      onReorganisation: (depth) => this.#tally.reorganisation(depth),
    });
    const selfCheck = new SelfCheck(store, SYSTEM_CLOCK, log);
    const fileWatch = new FileWatch(store, SYSTEM_CLOCK, log, this.#options.ledgers);
    this.#closing.add(() => mirror.stop());
    this.#closing.add(() => selfCheck.stop());
    this.#closing.add(() => fileWatch.stop());
    this.#parts = { store, mirror, selfCheck, fileWatch };
  }

  /** It is not served, for the reason that `error` gives: the status says that it halted. */
  refuse(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    const { code } = error as { readonly code?: unknown };
    this.#refusal = {
      code: error instanceof StoreError ? `STORE_${error.code}` : String(code ?? "UNEXPECTED"),
      message,
    };
  }

  /** Begins to follow the chain, and to check the store in the background. */
  start(): void {
    const { mirror, selfCheck, fileWatch } = this.#open;
    mirror.start();
    selfCheck.start();
    fileWatch.start();
  }

  /**
   * What an operator does with it, while it is open.
   *
   * @param url Where the API of it is.
   */
  operations(url: string): Operations {
    const { store, mirror, selfCheck } = this.#open;
    return new StoreOperations(
      store,
      () => ({ pid: process.pid, url, mirror: mirror.status }),
      () => selfCheck.last,
      (onEntries) => selfCheck.check("at once", "fold", onEntries),
      this.#options.source,
    );
  }

  /** Finishes the batch under way and closes the store. */
  close(): Promise<void> {
    return this.#closing.run();
  }
}
