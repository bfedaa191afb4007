import type { EventName, LedgerEvent } from "../events.ts";
import { asciiFromHex, type Hex, ZERO_BYTES32 } from "../hex.ts";
import type { Provenance, Reason } from "../provenance.ts";
import type { RecordChange, RecordKey, RecordKind, RecordReader, RecordTypes } from "../records.ts";

/** An event whose subject, actor or act names a record that must be there and is not: the logs are not a whole ledger's. */
export class ReduceError extends Error {
  readonly code = "RECORD_MISSING";

  constructor(kind: RecordKind, id: string) {
    super(`the event refers to ${kind} ${id}, of which no earlier event tells: events are missing`);
    this.name = "ReduceError";
  }
}

/** The records as one event finds them, and what it makes of them. */
export class Draft {
  readonly provenance: Provenance;
  readonly #reader: RecordReader;
  /** Few, so that they are looked through rather than kept by their keys. */
  readonly #changes: RecordChange[] = [];

  constructor(reader: RecordReader, provenance: Provenance) {
    this.#reader = reader;
    this.provenance = provenance;
  }

  /** A record that may be missing. */
  find<Kind extends RecordKind>(kind: Kind, id: string): RecordTypes[Kind] | undefined {
    const place = this.#placeOf(kind, id);
    return place < 0 ? this.#reader.get(kind, id) : (this.#changes[place]?.value as RecordTypes[Kind] | undefined);
  }

  /**
   * A record that an earlier event made.
   *
   * @throws {ReduceError} when none did.
   */
  get<Kind extends RecordKind>(kind: Kind, id: string): RecordTypes[Kind] {
    const record = this.find(kind, id);
    if (record === undefined) throw new ReduceError(kind, id);
    return record;
  }

  /** Writes a record whole. */
  put<Kind extends RecordKind>(kind: Kind, id: string, value: RecordTypes[Kind]): void {
    this.#change({ kind, id, value } as RecordChange);
  }

  /** Takes a record away. */
  remove(kind: RecordKind, id: string): void {
    this.#change({ kind, id, value: undefined } as RecordChange);
  }

  /** Changes some members of a record and names this event as its latest. */
  update<Kind extends RecordKind>(kind: Kind, id: string, members: Partial<RecordTypes[Kind]>): void {
    this.put(kind, id, { ...this.get(kind, id), ...members, updated: this.provenance });
  }

  /** What the event changed, in the order it did. */
  changes(): readonly RecordChange[] {
    return this.#changes;
  }

  #change(change: RecordChange): void {
    const place = this.#placeOf(change.kind, change.id);
    if (place < 0) this.#changes.push(change);
    else this.#changes[place] = change;
  }

  #placeOf(kind: RecordKind, id: string): number {
    for (let at = this.#changes.length - 1; at >= 0; at--) {
      const change = this.#changes[at];
      if (change?.id === id && change.kind === kind) return at;
    }
    return -1;
  }
}

/** What an event does to the records. */
export interface Handler<Name extends EventName> {
  /** The records `apply` may read, so that they can be fetched before. */
  readonly reads: (event: LedgerEvent<Name>) => readonly RecordKey[];
  readonly apply: (event: LedgerEvent<Name>, draft: Draft) => void;
}

/** Handlers of some events, by the event's name. */
export type Handlers<Names extends EventName> = { readonly [Name in Names]: Handler<Name> };

/** The created and updated marks of a new record. */
export function recordedBy(provenance: Provenance): { created: Provenance; updated: Provenance } {
  return { created: provenance, updated: provenance };
}

/** A reason as the contracts give it: an ASCII code, and a digest that is zero for none. */
export function reasonOf(code: Hex, documentDigest: Hex = ZERO_BYTES32): Reason {
  return { code: asciiFromHex(code), documentDigest: digestOrNull(documentDigest) };
}

/** A digest, or null for zero. */
export function digestOrNull(digest: Hex): Hex | null {
  return digest === ZERO_BYTES32 ? null : digest;
}
