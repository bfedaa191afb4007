import { SEVERITIES } from "../../../server/ledger/codes/supervision.ts";
import type { Paper } from "../paper/paper.ts";
import { type Item, listOf } from "../question.ts";

/*
 * What is other about a pilot at one point than at another: of the pilot, of its plan, its filing and its cases.
 */

type Value = string | number | boolean | null;

/** What is other by the paper, in the order of the places. */
export function moved(before: Paper, after: Paper, code: string): unknown[] {
  const [then, now] = [said(before, code), said(after, code)];
  return [...new Set([...then.keys(), ...now.keys()])].toSorted().flatMap((place) => {
    const [from, to] = [then.get(place) ?? null, now.get(place) ?? null];
    return from === to ? [] : [[place, from, to]];
  });
}

/** The same of an answer. */
export function pilotChanges(changes: Item | undefined): unknown[] {
  return listOf(changes)
    .map(({ kind, id, path, from, to }) => [`${kind} ${id} ${path}`, from, to] as const)
    .filter(([place]) => COMPARED.some((pattern) => pattern.test(place)))
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
}

/** The places that are compared. */
const COMPARED = [
  /^pilot \S+ (budgetFen|stage|state|version|title\.zh|title\.en)$/,
  /^milestone \S+ (dueAt|originalDueAt)$/,
  /^milestone \S+ submissions\[\d+\]\.(revision|submittedAt|decision\.result)$/,
  /^milestone \S+ extensions\[\d+\]\.(requestedAt|decision\.result)$/,
  /^filing \S+ (state|number|dueAt)$/,
  /^case \S+ (state|severity|orders\[\d+\]\.dueAt)$/,
];

/** What the paper says, by place. */
function said({ pilots, supervision }: Paper, code: string): ReadonlyMap<string, Value> {
  const places = new Map<string, Value>();
  const pilot = pilots.find(code);
  if (pilot === undefined) return places;
  const tell = (record: string, members: Readonly<Record<string, Value>>) => {
    for (const [path, value] of Object.entries(members)) places.set(`${record} ${path}`, value);
  };
  const { budget, stage, state, version, title, plan } = pilot;
  tell(`pilot ${code}`, {
    budgetFen: String(budget),
    stage,
    state,
    version,
    "title.zh": title.zh,
    "title.en": title.en,
  });
  for (const { number, dueAt, originalDueAt, submissions, extensions } of plan) {
    const record = `milestone ${code}/M${number}`;
    tell(record, { dueAt, originalDueAt });
    for (const [index, { revision, at, result }] of submissions.entries()) {
      const place = `submissions[${index}]`;
      const decided = result === "WAITING" ? null : result;
      tell(record, {
        [`${place}.revision`]: revision,
        [`${place}.submittedAt`]: at,
        [`${place}.decision.result`]: decided,
      });
    }
    for (const [index, { requestedAt, result }] of extensions.entries()) {
      const place = `extensions[${index}]`;
      const decided = result === "WAITING" ? null : result;
      tell(record, { [`${place}.requestedAt`]: requestedAt, [`${place}.decision.result`]: decided });
    }
  }
  for (const { state: is, number, dueAt } of supervision.filings.filter((one) => one.pilot === code)) {
    tell(`filing ${code}`, { state: is, number, dueAt });
  }
  for (const dossier of supervision.cases.filter((one) => one.pilot === code)) {
    const record = `case ${dossier.code}`;
    tell(record, { state: dossier.state, severity: SEVERITIES[dossier.severity] ?? null });
    for (const [index, { dueAt }] of dossier.orders.entries()) tell(record, { [`orders[${index}].dueAt`]: dueAt });
  }
  return places;
}
