import { isDeepStrictEqual } from "node:util";
import { Draw } from "../../scripts/campaign/draw.ts";
import type { TestServer } from "../api/server.ts";
import type { Said } from "../support/event-chain.ts";
import { provinceOf } from "../support/random-province.ts";
import type { SyntheticLedger } from "../support/synthetic-ledger.ts";
import { Paper } from "./paper/paper.ts";
import type { OracleQuestion } from "./question.ts";
import { QUESTIONS } from "./questions/all.ts";
import { routeOf } from "./routes.ts";

/** Campaigns ask more than anybody may. */
export const UNLIMITED = { perAddress: 1e9, perPrincipal: 1e9 };

/** What a question says when the cut that was drawn is none that it can be asked for. */
const PASSED_OVER = "PASSED_OVER";

/** A question whose answer is not the paper's. */
export interface Disagreement {
  readonly question: string;
  readonly path: string;
  readonly answered: string;
  readonly expected: string;
}

/** What a run asked. */
export interface OracleRun {
  readonly asked: number;
  readonly events: number;
  readonly disagreements: readonly Disagreement[];
}

/**
 * Asks every question of one random ledger several times, mostly as of a block or an instant of its past, and compares each answer with
 * what somebody would find who read the raw events up to there.
 */
export async function consult(server: TestServer, seed: number, acts: number, rounds = 4): Promise<OracleRun> {
  const ledger = provinceOf(seed, acts);
  server.ledger = ledger;
  const all = new Paper(ledger.said());
  const draw = new Draw(seed);
  const disagreements: Disagreement[] = [];
  let asked = 0;
  for (let round = 0; round < rounds; round++) {
    for (const [question, make] of Object.entries(QUESTIONS)) {
      const one = make(draw, all);
      const disagreement = await compare(server, ledger, one, all, draw);
      if (disagreement !== PASSED_OVER) asked += 1;
      if (typeof disagreement === "object") disagreements.push({ question, ...disagreement });
    }
  }
  return { asked, events: ledger.said().length, disagreements };
}

async function compare(
  server: TestServer,
  ledger: SyntheticLedger,
  { path, expected: expect, read }: OracleQuestion,
  all: Paper,
  draw: Draw,
): Promise<Omit<Disagreement, "question"> | undefined | typeof PASSED_OVER> {
  const { cut, until, now } = cutOf(ledger, draw);
  const expected = expect(new Paper(ledger.said().filter(until)), now, all);
  if (expected === PASSED_OVER) return PASSED_OVER;
  const isPaged = "limit" in (routeOf(path)?.queryParameters ?? {});
  const address = `${path}${path.includes("?") ? "&" : "?"}${[cut, isPaged ? "limit=200" : ""].filter(Boolean).join("&")}`;
  const { status, body } = await server.get(address);
  const answered = status === 200 ? read(body) : (body.code ?? body);
  if (isDeepStrictEqual(answered, expected)) return undefined;
  return { path: address, answered: JSON.stringify(answered), expected: JSON.stringify(expected) };
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
