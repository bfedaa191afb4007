import { isDeepStrictEqual } from "node:util";
import { ZeroAddress } from "ethers";
import { byContract, type ContractName } from "../../../server/ledger/contracts.ts";
import type { Address } from "../../../server/ledger/hex.ts";
import {
  type AccountName,
  DAY,
  deployWorld,
  ethers,
  networkHelpers,
  type World,
} from "../../../test/contracts/fixture.ts";
import { pilotIn, REACHABLE_STATES } from "../../../test/contracts/journey.ts";
import { rebuild, values } from "../../../test/e2e/rebuild.ts";
import { type ExpectedView, viewsOf } from "../../../test/e2e/views.ts";
import type { Extent, Outcome } from "../campaign.ts";
import { Draw } from "../draw.ts";
import { RANDOM_ACTS } from "./acts.ts";

const PILOTS = 4;
const ATTEMPTS = 8;
const OTHERS: readonly AccountName[] = ["party", "outsider", "stranger", "allRounder", "cityApprover", "leadColleague"];

/** Random sequences of acts, after each of which the state rebuilt from the logs alone is that of every view and journal. */
export async function runSequences({ runs, depth, seed }: Extent): Promise<Outcome> {
  const failures: { seed: number; message: string }[] = [];
  let done = 0;
  let compared = 0;
  for (let run = 0; run < runs; run += 1) {
    const world = await networkHelpers.loadFixture(deployWorld);
    done += await play(world, new Draw(seed + run), depth);
    const expectations = await viewsAfter(world);
    compared += expectations.length;
    const wrong: string[] = [];
    for (const { view, expected, actual } of expectations) {
      if (!isDeepStrictEqual(await actual(), expected)) wrong.push(view);
    }
    if (wrong.length > 0)
      failures.push({ seed: seed + run, message: `the logs say otherwise than ${wrong.join(", ")}` });
  }
  const notes = [
    `sequences: ${runs} of ${depth} acts, ${done} acts went through, ${compared} views and journals compared`,
  ];
  return { runs, failures, notes };
}

/** Tries acts on pilots in all kinds of states; returns how many went through. */
async function play(world: World, draw: Draw, depth: number): Promise<number> {
  const pilots: string[] = [];
  for (let index = 0; index < PILOTS; index += 1) pilots.push(await pilotIn(world, draw.one(REACHABLE_STATES)));
  let done = 0;
  for (let step = 0; step < depth; step += 1) {
    // Most acts are refused in most states: a few draws, so that a sequence also gets somewhere.
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      if (!(await attemptAct(world, draw, draw.one(pilots)))) continue;
      done += 1;
      break;
    }
    if (draw.number(10) === 0) await networkHelpers.time.increase(draw.number(10 * DAY) + 1);
  }
  return done;
}

/** Sends a random act, mostly by who may do it; returns whether it went through. */
async function attemptAct(world: World, draw: Draw, pilot: string): Promise<boolean> {
  const act = draw.one(RANDOM_ACTS);
  const sender = world.accounts[draw.number(8) === 0 ? draw.one(OTHERS) : act.by];
  const args = act.args(draw, pilot, world);
  try {
    await world[act.contract]
      .connect(sender)
      .getFunction(act.name)
      .send(...args);
    return true;
  } catch (error) {
    // A refusal is as good as an act; anything else is a fault of the sequence itself.
    if (!/revert/.test(String(error))) throw error;
    return false;
  }
}

async function viewsAfter(world: World): Promise<ExpectedView[]> {
  const addresses: Partial<Record<ContractName, string>> = {
    Authority: await world.authority.getAddress(),
    PilotLedger: await world.ledger.getAddress(),
    EvidenceLedger: await world.evidence.getAddress(),
  };
  // The others are not deployed here, so that no record leads to a view of theirs.
  const contracts = byContract((name) => (addresses[name] ?? ZeroAddress) as Address);
  const deployment = { contracts, province: "ZJ" };
  const records = await rebuild(ethers.provider, deployment);
  const views = viewsOf(deployment, ethers.provider, (pilot) =>
    values(records, "milestone").filter((milestone) => milestone.pilot === pilot),
  );
  const all = [...records.keys()].flatMap((kind) => values(records, kind).flatMap((record) => views.of(kind, record)));
  return [...all, ...views.counts(values(records, "pilot"))];
}
