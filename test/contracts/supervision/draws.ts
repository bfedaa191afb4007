/** Random draws in each of their states. */

import type { supervisionLedgerAbi } from "../../../server/ledger/abi.generated.ts";
import { DRAW_STATES, type DrawState } from "../../../server/ledger/codes/supervision.ts";
import type { Hex } from "../../../server/ledger/hex.ts";
import { digest, NO_DIGEST, NO_REASON, networkHelpers, PROVINCE, REASON } from "../fixture.ts";
import type { ArgumentOf } from "../handle.ts";
import type { SupervisedWorld } from "./fixture.ts";
import { inspectorOf } from "./journey.ts";

type DrawCommitmentStruct = ArgumentOf<typeof supervisionLedgerAbi, "commitDraw", 0>;

/** How many blocks after the commitment's own the seed is, and for how many after it the chain knows its hash. */
export const SEED_DELAY = 2;
export const SEED_REACH = 256;

export type ReachableDrawState = Exclude<DrawState, "NONE">;
export const REACHABLE_DRAW_STATES = DRAW_STATES.slice(1) as ReachableDrawState[];

export function commitmentOf(changes: Partial<DrawCommitmentStruct> = {}): DrawCommitmentStruct {
  return { region: PROVINCE, programme: NO_DIGEST, listDigest: digest("list"), listLength: 500, count: 10, ...changes };
}

/** Commits a list to a draw; returns its number. */
export async function commitDraw(
  world: SupervisedWorld,
  changes: Partial<DrawCommitmentStruct> = {},
  missed: Hex = NO_DIGEST,
): Promise<Hex> {
  const act = [commitmentOf(changes), missed, missed === NO_DIGEST ? NO_REASON : REASON] as const;
  const draw = await inspectorOf(world).commitDraw.staticCall(...act);
  await inspectorOf(world).commitDraw(...act);
  return draw as Hex;
}

/** Commits a list to a draw and makes it once its seed is known. */
export async function makeDraw(world: SupervisedWorld, changes: Partial<DrawCommitmentStruct> = {}): Promise<Hex> {
  const draw = await commitDraw(world, changes);
  await networkHelpers.mine(SEED_DELAY);
  await inspectorOf(world).makeDraw(draw);
  return draw;
}

/** A draw of `region` in `state`, which leaves no other one of the region open. */
export async function drawIn(world: SupervisedWorld, state: ReachableDrawState, region: number): Promise<Hex> {
  if (state === "DRAWN") return makeDraw(world, { region });
  const draw = await commitDraw(world, { region });
  if (state === "MISSED") {
    await networkHelpers.mine(SEED_DELAY + SEED_REACH + 1);
    await commitDraw(world, { region }, draw);
  }
  return draw;
}
