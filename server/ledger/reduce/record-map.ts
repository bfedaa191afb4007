import type { RecordKind } from "../records.ts";

/** Values by the kind and id of a record, in the order they were first set. */
export class RecordMap<Value> {
  readonly #byKind = new Map<RecordKind, Map<string, Value>>();

  has(kind: RecordKind, id: string): boolean {
    return this.#byKind.get(kind)?.has(id) ?? false;
  }

  get(kind: RecordKind, id: string): Value | undefined {
    return this.#byKind.get(kind)?.get(id);
  }

  set(kind: RecordKind, id: string, value: Value): void {
    const byId = this.#byKind.get(kind);
    if (byId === undefined) this.#byKind.set(kind, new Map([[id, value]]));
    else byId.set(id, value);
  }

  *values(): Generator<Value> {
    for (const byId of this.#byKind.values()) yield* byId.values();
  }
}
