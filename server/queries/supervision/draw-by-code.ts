import type { DossierCode } from "../../ledger/dossiers.ts";
import { drawnPlaces } from "../../ledger/draw.ts";
import type { Hex } from "../../ledger/hex.ts";
import type { DrawRecord } from "../../ledger/supervision-records.ts";
import type { Ledger } from "../as-of/ledger.ts";
import { findAll } from "../find.ts";
import { type DrawItem, drawItem } from "./list-draws.ts";

/** What came of checking a draw again. Of each check `matches` is null where one side is not to be had. */
export interface DrawCheck {
  /** The seed against the hash of its block as mirrored; a mirror keeps the hashes of old blocks with events only. */
  readonly seed: { readonly stated: Hex | null; readonly mirrored: Hex | null; readonly matches: boolean | null };
  /** The places drawn, made again from the seed. */
  readonly places: {
    readonly stated: readonly number[] | null;
    readonly repeated: readonly number[] | null;
    readonly matches: boolean | null;
  };
  /** The committed list against the SHA-256 of the list that the asker has. */
  readonly list: { readonly committed: Hex; readonly given: Hex | null; readonly matches: boolean | null };
}

/** All that the ledger says of a draw. */
export interface DrawView extends DrawItem, Pick<DrawRecord, "states"> {
  /** The inspections that name it. */
  readonly inspections: readonly DossierCode[];
  readonly check: DrawCheck;
}

/**
 * A random draw by its number, checked again: the seed by the mirrored block, the places by repeating the draw, and the list by its digest.
 * The lines at the places, counted from 0, are those that were drawn.
 *
 * @param list SHA-256 of the list that the asker has, where the list is to be checked.
 * @returns undefined when there is no such draw.
 */
export async function drawByCode(
  ledger: Ledger,
  { code, list }: { readonly code: DossierCode; readonly list: Hex | undefined },
): Promise<DrawView | undefined> {
  const draw = await ledger.get("draw", code);
  if (draw === undefined) return undefined;
  return {
    ...drawItem(ledger, draw),
    states: draw.states,
    inspections: await inspectionsOf(ledger, code),
    check: {
      seed: await seedCheck(ledger, draw),
      places: placesCheck(draw),
      list: {
        committed: draw.listDigest,
        given: list ?? null,
        matches: list === undefined ? null : list === draw.listDigest,
      },
    },
  };
}

async function seedCheck(ledger: Ledger, { seed, seedBlock }: DrawRecord): Promise<DrawCheck["seed"]> {
  const mirrored = seed === null ? null : ((await ledger.block(seedBlock))?.hash ?? null);
  return { stated: seed, mirrored, matches: mirrored === null ? null : mirrored === seed };
}

function placesCheck({ seed, chosen, listLength, count }: DrawRecord): DrawCheck["places"] {
  if (seed === null || chosen === null) return { stated: null, repeated: null, matches: null };
  const repeated = drawnPlaces(seed, listLength, count);
  const matches = repeated.length === chosen.length && repeated.every((place, index) => place === chosen[index]);
  return { stated: chosen, repeated, matches };
}

async function inspectionsOf(ledger: Ledger, draw: DossierCode): Promise<DossierCode[]> {
  const found = await findAll(ledger, {
    kind: "inspection",
    leads: [{ index: "inspection.draw", values: [draw] }],
    satisfies: () => true,
  });
  return found.map(({ code }) => code);
}
