import type { RecordKind, RecordTypes } from "../../ledger/records.ts";
import type { IndexName } from "../../store/indexes.ts";
import type { BlockMark, IdRange, StoreIdentity, StoreReader } from "../../store/reader.ts";
import { Problem } from "../problems.ts";
import { covers, type Jurisdiction, jurisdictionKey } from "./jurisdiction.ts";
import { placeOfPilot, type Whereabouts, whereaboutsOf } from "./places.ts";

const RUN = 64;

/**
 * A reader that shows what lies in a jurisdiction and nothing else. Every question of a regulator is answered from one of these, so
 * that lists, counts, figures, searches, time lines and reads by id are limited in this one place, those of routes to come as well.
 *
 * A record that is asked for by its id and lies outside is refused (REGION_OUT_OF_SCOPE); in lists and batches it is left out. The
 * names of organisations can be read everywhere, since a pilot's parties may come from anywhere; lists have those of the jurisdiction.
 */
export class LimitedReader implements StoreReader {
  readonly head: BlockMark | undefined;
  readonly identity: StoreIdentity;
  readonly #whole: StoreReader;
  readonly #jurisdiction: Jurisdiction;

  constructor(whole: StoreReader, jurisdiction: Jurisdiction) {
    this.head = whole.head;
    this.identity = whole.identity;
    this.#whole = whole;
    this.#jurisdiction = jurisdiction;
  }

  async get<Kind extends RecordKind>(kind: Kind, id: string): Promise<RecordTypes[Kind] | undefined> {
    const record = await this.#whole.get(kind, id);
    if (record === undefined || (await this.#showsById(kind, record))) return record;
    throw outOfScope(id, this.#jurisdiction);
  }

  async getMany<Kind extends RecordKind>(
    kind: Kind,
    ids: readonly string[],
  ): Promise<(RecordTypes[Kind] | undefined)[]> {
    const records = await this.#whole.getMany(kind, ids);
    const shown = await Promise.all(
      records.map((record) => (record === undefined ? false : this.#showsById(kind, record))),
    );
    return records.map((record, index) => (shown[index] ? record : undefined));
  }

  async *list<Kind extends RecordKind>(
    kind: Kind,
    range?: IdRange,
  ): AsyncGenerator<readonly [id: string, value: RecordTypes[Kind]]> {
    for await (const entry of this.#whole.list(kind, range)) if (await this.#shows(kind, entry[1])) yield entry;
  }

  /** Ids of pilots and milestones say themselves where they lie; of others the record has to be looked at. */
  async *lookUp(index: IndexName, value: string, range?: IdRange): AsyncGenerator<string> {
    const kind = index.slice(0, index.indexOf(".")) as RecordKind;
    const ids = this.#whole.lookUp(index, value, range);
    if (kind === "pilot" || kind === "milestone") {
      for await (const id of ids) if (this.#covers(placeOfPilot(id.replace(/\/.*$/, "")))) yield id;
      return;
    }
    let run: string[] = [];
    for await (const id of ids) {
      run.push(id);
      if (run.length < RUN) continue;
      yield* await this.#shownOf(kind, run);
      run = [];
    }
    yield* await this.#shownOf(kind, run);
  }

  block(number: number): Promise<BlockMark | undefined> {
    return this.#whole.block(number);
  }

  close(): Promise<void> {
    return this.#whole.close();
  }

  async #shownOf(kind: RecordKind, ids: readonly string[]): Promise<string[]> {
    const records = await this.#whole.getMany(kind, ids);
    const shown = await Promise.all(records.map((record) => record !== undefined && this.#shows(kind, record)));
    return ids.filter((_, index) => shown[index]);
  }

  async #showsById<Kind extends RecordKind>(kind: Kind, record: RecordTypes[Kind]): Promise<boolean> {
    return kind === "organisation" || kind === "account" || this.#shows(kind, record);
  }

  async #shows<Kind extends RecordKind>(kind: Kind, record: RecordTypes[Kind]): Promise<boolean> {
    return this.#covers(await whereaboutsOf(kind, record, this.#whole));
  }

  #covers(whereabouts: Whereabouts): boolean {
    if (whereabouts === "everywhere") return true;
    return whereabouts !== "nowhere" && covers(this.#jurisdiction, whereabouts);
  }
}

/** That what was asked for lies outside of the asker's jurisdiction. */
export function outOfScope(asked: string, jurisdiction: Jurisdiction): Problem {
  const own = jurisdictionKey(jurisdiction);
  return new Problem("REGION_OUT_OF_SCOPE", {
    zh: `${asked} 不在您的管辖范围（${own}）内。`,
    en: `${asked} lies outside of your jurisdiction (${own}).`,
  });
}
