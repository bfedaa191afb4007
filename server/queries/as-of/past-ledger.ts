import type { AccountRecord } from "../../ledger/authority-records.ts";
import { packDossierId, parseDossierCode } from "../../ledger/dossiers.ts";
import { asciiToHex, type Hex } from "../../ledger/hex.ts";
import { eventId } from "../../ledger/keys.ts";
import type { PilotRecord } from "../../ledger/pilot-records.ts";
import type { Provenance } from "../../ledger/provenance.ts";
import type { EventRecord, RecordKind, RecordTypes } from "../../ledger/records.ts";
import type { DrawRecord } from "../../ledger/supervision-records.ts";
import type { IdRange } from "../../store/reader.ts";
import { inRuns } from "../sorted-ids.ts";
import { includes } from "./cut.ts";
import { CutReader } from "./cut-reader.ts";
import { planIds } from "./plan-ids.ts";
import { type Replayed, replay, replayKey } from "./replay.ts";

const RUN = 64;

/** How many replays are kept: a pilot's plan, cases and filing are asked for one after the other. */
const KEPT = 128;

type Member = RecordTypes[RecordKind];

/**
 * The ledger exactly as it stood at a cut in the past. A record that has not changed since is given as it is; one that has is made
 * anew from the events of its subject.
 */
export class PastLedger extends CutReader {
  readonly isPresent = false;
  readonly #replays = new Map<string, Promise<Replayed>>();

  async get<Kind extends RecordKind>(kind: Kind, id: string): Promise<RecordTypes[Kind] | undefined> {
    const [record] = await this.getMany(kind, [id]);
    return record;
  }

  async getMany<Kind extends RecordKind>(
    kind: Kind,
    ids: readonly string[],
  ): Promise<(RecordTypes[Kind] | undefined)[]> {
    const present = await this.reader.getMany(kind, ids);
    return Promise.all(ids.map((id, index) => this.#then(kind, id, present[index])));
  }

  async *list<Kind extends RecordKind>(
    kind: Kind,
    range?: IdRange,
  ): AsyncGenerator<readonly [id: string, value: RecordTypes[Kind]]> {
    if (kind === "milestone") {
      yield* this.#milestones(range) as AsyncGenerator<readonly [string, RecordTypes[Kind]]>;
      return;
    }
    for await (const run of inRuns(this.reader.list(kind, range), RUN)) {
      const then = await Promise.all(run.map(([id, record]) => this.#then(kind, id, record)));
      for (const [index, [id]] of run.entries()) {
        const record = then[index];
        if (record !== undefined) yield [id, record];
      }
    }
  }

  /** Milestones that a later plan dropped are no more, but were: they are found by their pilots. */
  async *#milestones({ prefix = "", after, reverse = false }: IdRange = {}) {
    const isAsked = (id: string) =>
      id.startsWith(prefix) && (after === undefined || (reverse ? id < after : id > after));
    for await (const [, pilot] of this.list("pilot", { reverse })) {
      const ids = planIds(pilot).filter(isAsked);
      const milestones = await this.getMany("milestone", reverse ? ids.toReversed() : ids);
      for (const [index, milestone] of milestones.entries()) {
        const id = (reverse ? ids.toReversed() : ids)[index];
        if (id !== undefined && milestone !== undefined) yield [id, milestone] as const;
      }
    }
  }

  async #then<Kind extends RecordKind>(
    kind: Kind,
    id: string,
    present: RecordTypes[Kind] | undefined,
  ): Promise<RecordTypes[Kind] | undefined> {
    if (present === undefined) return this.#replaced(kind, id);
    const { created, updated } = marksOf(kind, present);
    if (!includes(this.cut, created)) return this.#replaced(kind, id);
    if (includes(this.cut, updated)) return present;
    const replayed = await this.#replayed(await this.#subjectsOf(kind, present, created));
    return replayed.get(replayKey(kind, id)) as RecordTypes[Kind] | undefined;
  }

  /** A milestone that a later plan dropped or wrote anew. Of all other kinds, what is there is what was there first. */
  async #replaced<Kind extends RecordKind>(kind: Kind, id: string): Promise<RecordTypes[Kind] | undefined> {
    if (kind !== "milestone") return undefined;
    const pilot = await this.reader.get("pilot", id.slice(0, id.lastIndexOf("/")));
    if (pilot === undefined || pilot.version === 1 || !includes(this.cut, pilot.created)) return undefined;
    const replayed = await this.#replayed(await this.#subjectsOf("pilot", pilot, pilot.created));
    return replayed.get(replayKey("milestone", id)) as RecordTypes[Kind] | undefined;
  }

  /** The streams whose events make a record: that of its first event; for an account those of its organisation and roles, for a draw those missed before it. */
  async #subjectsOf(kind: RecordKind, record: Member, created: Provenance): Promise<Hex[]> {
    const [first] = await this.reader.getMany("event", [eventId(created)]);
    const subjects: Hex[] = first === undefined ? [] : [first.subject];
    if (kind === "draw") return [...subjects, ...(await this.#missedBefore(record as DrawRecord))];
    if (kind !== "account") return subjects;
    const { address, organisation } = record as AccountRecord;
    subjects.push(`0x${address.slice(2).toLowerCase().padStart(64, "0")}`);
    if (organisation !== null) subjects.push(asciiToHex(organisation, 32));
    return [...new Set(subjects)];
  }

  /** The streams of the draws that were missed before one: its first event tells of the last of them, and that one's of the one before. */
  async #missedBefore({ missed }: DrawRecord): Promise<Hex[]> {
    const parts = missed === null ? undefined : parseDossierCode(missed);
    const before = missed === null ? undefined : await this.reader.get("draw", missed);
    if (parts === undefined || before === undefined) return [];
    return [packDossierId(parts), ...(await this.#missedBefore(before))];
  }

  #replayed(subjects: readonly Hex[]): Promise<Replayed> {
    const key = subjects.join();
    const known = this.#replays.get(key);
    if (known !== undefined) return known;
    const made = replay(this.reader, subjects, this.cut);
    this.#replays.set(key, made);
    const [oldest] = this.#replays.keys();
    if (this.#replays.size > KEPT && oldest !== undefined) this.#replays.delete(oldest);
    return made;
  }
}

/** The events that made a record and that changed it last. What is written once has only the one. */
function marksOf(kind: RecordKind, record: Member): { readonly created: Provenance; readonly updated: Provenance } {
  if (kind === "journal") throw new TypeError("an accumulator has no past of its own: count the events instead");
  if ("updated" in record) return record as PilotRecord;
  const { provenance } = record as EventRecord;
  return { created: provenance, updated: provenance };
}
