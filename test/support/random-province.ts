import fc from "fast-check";
import { RandomConduct } from "./random-conduct.ts";
import { act, REGIONS, type Step } from "./random-ledger.ts";
import { RandomStatistics } from "./random-statistics.ts";
import { Register, settled, staffedLedger, supervise } from "./random-supervision.ts";
import type { SyntheticLedger } from "./synthetic-ledger.ts";

const step = fc.tuple(fc.nat(9), fc.tuple(fc.nat(11), fc.nat(40), fc.nat(5), fc.nat(12)));

/** A ledger of a random history of everything that a province's ledger knows, of so many acts; the same for the same seed. */
export function provinceOf(seed: number, acts: number): SyntheticLedger {
  const [history = []] = fc.sample(fc.array(step, { minLength: acts, maxLength: acts }), { seed, numRuns: 1 });
  // Blocks of another seed have other hashes: an answer that was kept for one ledger is none for another.
  return province(history, `province ${seed}`);
}

function province(history: readonly (readonly [number, Step])[], branch: string): SyntheticLedger {
  const { ledger, supervision } = staffedLedger(branch);
  const register = new Register();
  const conduct = new RandomConduct(ledger);
  const statistics = new RandomStatistics(ledger, REGIONS);
  for (const [part, step] of history) {
    if (part <= 2 || register.pilots.length === 0) act(ledger, register.pilots, settled(step, register.pilots.length));
    else if (part <= 4) supervise(ledger, supervision, register, step);
    else if (part <= 6) conduct.step(register.pilots, step);
    else if (part === 7) conduct.evidenceStep(register.pilots, step);
    else statistics.step(step);
  }
  return ledger;
}
