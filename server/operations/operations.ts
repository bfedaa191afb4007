import type { ChainSource } from "../chain/source.ts";
import type { MirrorStatus } from "../mirror/status.ts";
import { backupLines } from "../store/backup.ts";
import type { CheckReport } from "../store/check.ts";
import { StoreError } from "../store/errors.ts";
import { LAST_KEY } from "../store/keys.ts";
import type { BlockMark, StoreIdentity } from "../store/reader.ts";
import { type DigestMark, EMPTY_DIGEST } from "../store/state-digest.ts";
import type { Store } from "../store/store.ts";
import { type ChainCheck, checkChain } from "./chain-check.ts";
import { directorySize } from "./directory-size.ts";
import type { Checked } from "./self-check.ts";

/** How a mirror stands. */
export interface Standing {
  readonly directory: string;
  readonly identity: StoreIdentity;
  readonly head: BlockMark | null;
  readonly digest: DigestMark;
  readonly bytes: number;
  /** Of the server that has it open; null when none has. */
  readonly server: { readonly pid: number; readonly url: string; readonly mirror: MirrorStatus } | null;
  readonly lastCheck: Checked | null;
}

/** What two mirrors of one ledger have in common as of a block. */
export interface DigestAt {
  readonly block: number;
  /** Of all events up to it, from which all records follow. */
  readonly history: DigestMark;
  /** Of all records, at the head; null of an earlier block. */
  readonly records: DigestMark | null;
}

/** What a mirror was found to be, by itself and against the chain. */
export interface FullReport extends CheckReport {
  readonly chain: ChainCheck;
}

/** How far a long work on a mirror is. */
export interface WorkProgress {
  /** Entries gone through. */
  readonly entries: number;
  /** Which part of all is done, from 0 to 1; null while that cannot be told. */
  readonly share: number | null;
}

/** Told how far a work is, more often than anybody wants to read. */
export type OnWork = (progress: WorkProgress) => void;

/** What an operator does with a mirror, whether a server has it open or not. */
export interface Operations {
  status(): Promise<Standing>;
  /** Compares all of it with itself, and with the contracts' journals where a node can be asked. */
  check(onWork?: OnWork): Promise<FullReport>;
  /** @param block The head when undefined. */
  digest(block: number | undefined): Promise<DigestAt>;
  /** @returns the bytes of the store before and after. */
  compact(onWork?: OnWork): Promise<{ readonly before: number; readonly after: number }>;
  /** The lines of a backup. */
  backup(): AsyncIterable<string>;
  /** About which part of all the entries up to a key are, from 0 to 1; null while that cannot be told. */
  share(key: string): Promise<number | null>;
}

/** Keys in their order, by which a store is divided into parts. */
const COMPACTED_IN = ["r/", "r/event/", "r/f", "u/", "x/", "x/f", "x/pilot"];

/** Operations on a store that this process has open. */
export class StoreOperations implements Operations {
  readonly #store: Store;
  readonly #server: () => Standing["server"];
  readonly #lastCheck: () => Checked | null;
  readonly #check: (onEntries: (entries: number, key: string) => void) => Promise<CheckReport>;
  readonly #source: ChainSource | undefined;

  constructor(
    store: Store,
    server: () => Standing["server"] = () => null,
    lastCheck: () => Checked | null = () => null,
    check: (onEntries: (entries: number, key: string) => void) => Promise<CheckReport> = (onEntries) =>
      store.check({ journals: "fold", onEntries }),
    source?: ChainSource,
  ) {
    this.#store = store;
    this.#server = server;
    this.#lastCheck = lastCheck;
    this.#check = check;
    this.#source = source;
  }

  async status(): Promise<Standing> {
    const { directory, identity, head, digest } = this.#store;
    const bytes = await directorySize(directory);
    return {
      directory,
      identity,
      head: head ?? null,
      digest,
      bytes,
      server: this.#server(),
      lastCheck: this.#lastCheck(),
    };
  }

  async check(onWork: OnWork = () => undefined): Promise<FullReport> {
    const report = await this.#check((entries, key) => {
      // The check does not wait for it; once the store is found damaged nobody can say.
      this.share(key).then(
        (share) => onWork({ entries, share }),
        () => undefined,
      );
    });
    if (report.faults.length > 0) return { ...report, chain: notCompared("the mirror is damaged") };
    if (this.#source === undefined) return { ...report, chain: notCompared("no node was named") };
    const reader = this.#store.snapshot();
    try {
      return { ...report, chain: await checkChain(reader, this.#source) };
    } finally {
      await reader.close();
    }
  }

  async digest(block: number | undefined): Promise<DigestAt> {
    const reader = this.#store.snapshot();
    try {
      const asked = block ?? reader.head?.number ?? reader.identity.deploymentBlock - 1;
      const history = await reader.historyAt(asked);
      const { digest } = reader;
      if (history !== undefined)
        return { block: asked, history, records: asked === reader.head?.number ? digest : null };
      if (block === undefined) return { block: asked, history: EMPTY_DIGEST, records: digest };
      throw new StoreError(
        "NOT_CONNECTED",
        `block ${asked} is not mirrored yet: the head is ${reader.head?.number ?? "none"}`,
      );
    } finally {
      await reader.close();
    }
  }

  async compact(onWork: OnWork = () => undefined): Promise<{ before: number; after: number }> {
    const before = await directorySize(this.#store.directory);
    // In parts, so that it can be told how far it is. What is between two parts' ends belongs to the first.
    const ends = [...COMPACTED_IN, LAST_KEY];
    for (const [part, end] of ends.entries()) {
      onWork({ entries: 0, share: part === 0 ? 0 : await this.share(ends[part - 1] ?? "") });
      await this.#store.compact(ends[part - 1] ?? "", end);
    }
    return { before, after: await directorySize(this.#store.directory) };
  }

  share(key: string): Promise<number | null> {
    return this.#store.shareBefore(key);
  }

  async *backup(): AsyncGenerator<string> {
    const reader = this.#store.snapshot();
    try {
      yield* backupLines(reader);
    } finally {
      await reader.close();
    }
  }
}

function notCompared(reason: string): ChainCheck {
  return { result: "NOT_COMPARED", reason };
}
