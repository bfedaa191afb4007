import { milestoneCodeOf } from "../../ledger/keys.ts";
import type { RecordKind } from "../../ledger/records.ts";
import type { Replayed } from "./replay.ts";

/** A member of a record that is another than it was; null where it was not, or is no more. */
export interface MemberChange {
  /** Which record: its kind. */
  readonly kind: RecordKind;
  readonly id: string;
  /** Where in the record, such as `state` or `submissions[0].decision.result`. */
  readonly path: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** Where a record comes from is told beside it, and changes with everything. */
const MARKS = new Set(["created", "updated", "provenance"]);

/** What is other in the records after than before, by record and member. Single values only: no change hides in a whole object. */
export function recordChanges(before: Replayed, after: Replayed): MemberChange[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  return keys.flatMap((key) => {
    const [kind, ...rest] = key.split("/");
    const id = rest.join("/");
    const place = { kind: kind as RecordKind, id: kind === "milestone" ? milestoneCodeOf(id) : id };
    return valueChanges("", before.get(key), after.get(key)).map((change) => ({ ...place, ...change }));
  });
}

function valueChanges(path: string, from: unknown, to: unknown): Omit<MemberChange, "kind" | "id">[] {
  if (from === to) return [];
  const members = new Set([...namesOf(from), ...namesOf(to)]);
  if (members.size === 0) {
    return leafOf(from) === leafOf(to) ? [] : [{ path, from: leafOf(from), to: leafOf(to) }];
  }
  return [
    ...(isBranch(from) && isBranch(to) ? [] : valueChanges(path, leafOf(from), leafOf(to))),
    ...[...members].flatMap((name) =>
      valueChanges(joined(path, name, from ?? to), memberOf(from, name), memberOf(to, name)),
    ),
  ];
}

/** The names of the members of an object or a list that has any. */
function namesOf(value: unknown): string[] {
  return isBranch(value) ? Object.keys(value).filter((name) => !MARKS.has(name)) : [];
}

function isBranch(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** A value that has no members. Something empty is nothing: what comes into it is told. */
function leafOf(value: unknown): unknown {
  return isBranch(value) ? null : (value ?? null);
}

function memberOf(value: unknown, name: string): unknown {
  return isBranch(value) ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

function joined(path: string, name: string, within: unknown): string {
  if (Array.isArray(within)) return `${path}[${name}]`;
  return path === "" ? name : `${path}.${name}`;
}
