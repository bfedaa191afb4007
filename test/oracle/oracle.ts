import { isDeepStrictEqual } from "node:util";
import { Draw } from "../../scripts/campaign/draw.ts";
import type { TestServer } from "../api/server.ts";
import { supervisedLedgerOf } from "../support/random-supervision.ts";
import type { Said, SyntheticLedger } from "../support/synthetic-ledger.ts";
import { FIGURES } from "./figures.ts";
import { Paper } from "./model.ts";
import { type Item, QUESTIONS } from "./questions.ts";

/** Campaigns ask more than anybody may. */
export const UNLIMITED = { perAddress: 1e9, perPrincipal: 1e9 };

/** A question whose answer is not the paper's. */
export interface Disagreement {
  readonly question: string;
  readonly path: string;
  readonly answered: string;
  readonly expected: string;
}

/** How often each question is asked in a run, of another cut each time. */
const ROUNDS = 4;

/** What a run asked. */
export interface OracleRun {
  readonly asked: number;
  readonly events: number;
  readonly disagreements: readonly Disagreement[];
}

/**
 * Asks every question of one random ledger several times, mostly as of a block or an instant of its past, and compares each answer with what somebody
 * would find who read the raw events up to there.
 */
export async function consult(server: TestServer, seed: number, acts: number): Promise<OracleRun> {
  const ledger = supervisedLedgerOf(seed, acts);
  server.ledger = ledger;
  const draw = new Draw(seed);
  const disagreements: Disagreement[] = [];
  let asked = 0;
  const compare = async (
    question: string,
    path: string,
    read: (body: Item) => unknown,
    expect: (paper: Paper, now: number) => unknown,
  ) => {
    const { cut, until, now } = cutOf(ledger, draw);
    const address = cut === "" ? path : `${path}${path.includes("?") ? "&" : "?"}${cut}`;
    const paper = new Paper(ledger.said().filter(until));
    const { status, body } = await server.get(address);
    const answered = status === 200 ? read(body) : body;
    const expected = expect(paper, now);
    asked += 1;
    if (isDeepStrictEqual(answered, expected)) return;
    disagreements.push({
      question,
      path: address,
      answered: JSON.stringify(answered),
      expected: JSON.stringify(expected),
    });
  };
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, make] of Object.entries(QUESTIONS)) {
      const { path, expected, seen } = make(draw);
      const whole = `${path}${path.includes("?") ? "&" : "?"}limit=200`;
      await compare(name, whole, ({ items }) => (items as unknown as Item[]).map(seen), expected);
    }
    for (const [name, make] of Object.entries(FIGURES)) {
      const { path, metrics, expected } = make(draw);
      await compare(`figures: ${name}`, path, ({ table }) => figuresIn(table, metrics), expected);
    }
  }
  return { asked, events: ledger.said().length, disagreements };
}

/** A cut of a ledger: none for the present, a block, or an instant, which mostly is none of an event. */
function cutOf(ledger: SyntheticLedger, draw: Draw) {
  const blocks = ledger.blocks();
  const [first, last] = [blocks[0]?.time ?? 0, blocks.at(-1)?.time ?? 0];
  const kind = draw.number(4);
  if (kind === 0) return { cut: "", until: () => true, now: last };
  if (kind === 1) {
    const { number, time } = draw.one(blocks);
    return { cut: `asOfBlock=${number}`, until: ({ block }: Said) => block <= number, now: time };
  }
  const now = first + draw.number(last - first + 1);
  return { cut: `asOf=${now}`, until: ({ time }: Said) => time <= now, now };
}

function figuresIn(table: Item | undefined, metrics: readonly string[]) {
  const rows = table?.rows as unknown as { cell: string; figures: { metric: string; value: string | null }[] }[];
  return rows.flatMap(({ cell, figures }) =>
    figures.filter(({ metric }) => metrics.includes(metric)).map(({ metric, value }) => [cell, metric, value]),
  );
}
