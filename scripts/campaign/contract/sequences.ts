import { isDeepStrictEqual } from "node:util";
import { ZeroAddress } from "ethers";
import { byContract, type ContractName } from "../../../server/ledger/contracts.ts";
import type { Address } from "../../../server/ledger/hex.ts";
import { DAY, ethers, networkHelpers } from "../../../test/contracts/fixture.ts";
import { rebuild, values } from "../../../test/e2e/rebuild.ts";
import { type ExpectedView, viewsOf } from "../../../test/e2e/views.ts";
import type { Extent, Outcome } from "../campaign.ts";
import { Draw } from "../draw.ts";
import { pilots } from "./pilots.ts";
import type { Scene, Stage } from "./scene.ts";
import { LawBroken, playSigned } from "./signed.ts";
import { statistics } from "./statistics.ts";
import { supervision } from "./supervision.ts";

/** What is played in each run; a new part of the ledger joins here. */
const SCENES: readonly Scene[] = [pilots, supervision, statistics];
const ATTEMPTS = 8;

/** Random sequences of acts, some of them signed and sent by another, after each of which the state rebuilt from the logs alone is that of every view and journal. */
export async function runSequences({ runs, depth, seed }: Extent): Promise<Outcome> {
  const failures: { seed: number; message: string }[] = [];
  const notes: string[] = [];
  for (const scene of SCENES) {
    let done = 0;
    let signed = 0;
    let compared = 0;
    for (let run = 0; run < runs; run += 1) {
      const draw = new Draw(seed + run);
      const stage = await scene.open(draw);
      try {
        signed += await playSigned(draw, async () => {
          done += await play(stage, draw, depth);
        });
      } catch (error) {
        if (!(error instanceof LawBroken)) throw error;
        failures.push({ seed: seed + run, message: `${scene.name}: ${error.message}` });
        continue;
      }
      const expectations = await viewsAfter(stage);
      compared += expectations.length;
      const wrong: string[] = [];
      for (const { view, expected, actual } of expectations) {
        if (!isDeepStrictEqual(await actual(), expected)) wrong.push(view);
      }
      if (wrong.length > 0) {
        const message = `${scene.name}: the logs say otherwise than ${wrong.join(", ")}`;
        failures.push({ seed: seed + run, message });
      }
    }
    notes.push(
      `sequences on ${scene.name}: ${runs} of ${depth} acts, ${done} acts went through, ${signed} of them signed and sent by another, ${compared} views and journals compared`,
    );
  }
  return { runs: runs * SCENES.length, failures, notes };
}

/** Tries random acts; returns how many went through. */
async function play(stage: Stage, draw: Draw, depth: number): Promise<number> {
  let done = 0;
  for (let step = 0; step < depth; step += 1) {
    // Most acts are refused in most states: a few draws, so that a sequence also gets somewhere.
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      if (!(await goesThrough(stage.act(draw)))) continue;
      done += 1;
      break;
    }
    if (draw.number(10) === 0) await networkHelpers.time.increase(draw.number(10 * DAY) + 1);
  }
  return done;
}

async function goesThrough(act: Promise<unknown>): Promise<boolean> {
  try {
    await act;
    return true;
  } catch (error) {
    // A refusal is as good as an act; anything else is a fault of the sequence itself.
    if (!/revert/.test(String(error))) throw error;
    return false;
  }
}

async function viewsAfter(stage: Stage): Promise<ExpectedView[]> {
  const addresses: Partial<Record<ContractName, string>> = {};
  for (const [name, contract] of Object.entries(stage.contracts)) {
    addresses[name as ContractName] = await contract.getAddress();
  }
  // Nothing is recorded by those that are not deployed, so that no record leads to a view of theirs.
  const contracts = byContract((name) => (addresses[name] ?? ZeroAddress) as Address);
  const deployment = { contracts, province: "ZJ" };
  const records = await rebuild(ethers.provider, deployment);
  const views = viewsOf(deployment, ethers.provider, records);
  const all = [...records.keys()].flatMap((kind) => values(records, kind).flatMap((record) => views.of(kind, record)));
  return [...all, ...views.counts(values(records, "pilot")), ...(stage.sums?.(records) ?? [])];
}
