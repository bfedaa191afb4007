import type { Bilingual } from "../../ledger/codes/bilingual.ts";
import type { MembershipState } from "../../ledger/codes/statistics.ts";
import { membershipId } from "../../ledger/keys.ts";
import type { PoolRecord } from "../../ledger/statistics-records.ts";
import type { Ledger } from "../as-of/ledger.ts";
import { find } from "../find.ts";
import { nameOfRegion } from "../name-of-region.ts";
import { type Page, type PageRequest, takePage } from "../page.ts";
import { covers, holdsWords } from "../pilot-filter.ts";
import { type PublicProvenance, publicProvenance } from "../provenance.ts";

/** How many enterprises, by where they stand. */
export type MembershipCounts = Readonly<Record<Exclude<MembershipState, "NONE">, number>>;

/** An enterprise pool (试点企业培育库) with its size and its movements. */
export interface PoolItem extends Omit<PoolRecord, "created" | "updated"> {
  readonly regionName: Bilingual;
  /** The enterprises by where they stand now. */
  readonly members: MembershipCounts;
  /** The passages into each state in the span asked for. */
  readonly movements: MembershipCounts;
  readonly provenance: PublicProvenance;
}

/** Which pools are asked for, and of when the movements. */
export interface PoolFilter {
  readonly region?: string | undefined;
  /** Words of the name or the code. */
  readonly q?: string | undefined;
  /** Movements from this instant on, Unix seconds. */
  readonly from?: number | undefined;
  /** Movements before this instant, Unix seconds. */
  readonly to?: number | undefined;
}

/** The enterprise pools that satisfy a filter, by code. */
export async function listPools(
  ledger: Ledger,
  { filter, after, limit }: PageRequest & { readonly filter: PoolFilter },
): Promise<Page<PoolItem>> {
  const { region, q } = filter;
  const satisfies = ({ code, name, region: of }: PoolRecord) =>
    (region === undefined || covers(region, of)) && (q === undefined || holdsWords([name.zh, name.en, code], q));
  const { items, next } = await takePage(find(ledger, { kind: "pool", leads: [], satisfies, after }), limit);
  const pools: PoolItem[] = [];
  for (const { created: _, updated, ...members } of items) {
    const { stands, movements } = await countsOf(ledger, members.code, filter);
    pools.push({
      ...members,
      regionName: nameOfRegion(members.region),
      members: stands,
      movements,
      provenance: publicProvenance(ledger, updated),
    });
  }
  return { next, items: pools };
}

async function countsOf(ledger: Ledger, pool: string, { from = 0, to = Number.MAX_SAFE_INTEGER }: PoolFilter) {
  const stands = { NOMINATED: 0, IN_POOL: 0, GRADUATED: 0, REMOVED: 0 };
  const movements = { ...stands };
  for await (const [, { state, moves }] of ledger.list("membership", { prefix: membershipId(pool, "") })) {
    if (state !== "NONE") stands[state] += 1;
    for (const move of moves) {
      if (move.state !== "NONE" && move.at >= from && move.at < to) movements[move.state] += 1;
    }
  }
  return { stands, movements };
}
