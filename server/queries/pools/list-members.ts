import type { Bilingual } from "../../ledger/codes/bilingual.ts";
import { MEMBERSHIP_STATE_LABELS } from "../../ledger/codes/labels.ts";
import { RUNNING_STATES } from "../../ledger/codes/pilots.ts";
import type { MembershipState } from "../../ledger/codes/statistics.ts";
import { membershipId } from "../../ledger/keys.ts";
import type { MembershipRecord } from "../../ledger/statistics-records.ts";
import type { Uscc } from "../../ledger/uscc.ts";
import type { Ledger } from "../as-of/ledger.ts";
import { find } from "../find.ts";
import { type LabelsOf, labelsOf } from "../labels.ts";
import { pilotsThatSatisfy } from "../list-pilots.ts";
import { organisationNames } from "../organisation-names.ts";
import { type Page, type PageRequest, takePage } from "../page.ts";
import { covers } from "../pilot-filter.ts";
import { type PublicProvenance, publicProvenance } from "../provenance.ts";

/** An enterprise's membership in a pool, with every movement. */
export interface MemberItem extends Omit<MembershipRecord, "created" | "updated"> {
  readonly poolName: Bilingual | null;
  /** Null where the pool is not shown. */
  readonly region: string | null;
  readonly enterpriseName: Bilingual | null;
  /** Since when it stands there. */
  readonly stateSince: number;
  /** How many pilots that run it leads or takes part in. */
  readonly runningPilots: number;
  readonly labels: LabelsOf<"state">;
  readonly provenance: PublicProvenance;
}

/** Which memberships are asked for. */
export interface MemberFilter {
  readonly pool?: string | undefined;
  readonly enterprise?: Uscc | undefined;
  readonly state?: readonly MembershipState[] | undefined;
  /** Pools of a region of GB/T 2260, with everything it covers. */
  readonly region?: string | undefined;
  /** In this state since this instant or later, Unix seconds. */
  readonly from?: number | undefined;
  /** In this state since before this instant, Unix seconds. */
  readonly to?: number | undefined;
  /** Only enterprises that lead or take part in a pilot that runs, or only those that do not. */
  readonly runsPilots?: boolean | undefined;
}

interface Found {
  readonly membership: MembershipRecord;
  readonly runningPilots: number;
}

/** The memberships of enterprise pools that satisfy a filter, by pool and enterprise. */
export async function listMembers(
  ledger: Ledger,
  { filter, after, limit }: PageRequest & { readonly filter: MemberFilter },
): Promise<Page<MemberItem>> {
  const { items, next } = await takePage(membersThatSatisfy(ledger, filter, after), limit);
  const pools = new Map((await poolsOf(ledger)).map((pool) => [pool.code, pool]));
  const nameOf = await organisationNames(
    ledger,
    items.map(({ membership }) => membership.enterprise),
  );
  return {
    next,
    items: items.map(({ membership: { created: _, updated, ...members }, runningPilots }) => ({
      ...members,
      poolName: pools.get(members.pool)?.name ?? null,
      region: pools.get(members.pool)?.region ?? null,
      enterpriseName: nameOf(members.enterprise),
      stateSince: members.moves.at(-1)?.at ?? updated.blockTime,
      runningPilots,
      labels: labelsOf({ state: MEMBERSHIP_STATE_LABELS }, members),
      provenance: publicProvenance(ledger, updated),
    })),
  };
}

async function* membersThatSatisfy(
  ledger: Ledger,
  filter: MemberFilter,
  after: string | undefined,
): AsyncGenerator<readonly [id: string, found: Found]> {
  const { pool, enterprise, state, region, from = 0, to = Number.MAX_SAFE_INTEGER, runsPilots } = filter;
  const places = new Map((await poolsOf(ledger)).map((one) => [one.code, one.region]));
  const satisfies = (membership: MembershipRecord) => {
    const since = membership.moves.at(-1)?.at ?? 0;
    return (
      (enterprise === undefined || membership.enterprise === enterprise) &&
      (state?.includes(membership.state) ?? true) &&
      (region === undefined || covers(region, places.get(membership.pool) ?? "")) &&
      since >= from &&
      since < to
    );
  };
  const prefix = pool === undefined ? {} : { prefix: membershipId(pool, "") };
  for await (const [id, membership] of find(ledger, { kind: "membership", leads: [], satisfies, after, ...prefix })) {
    const runningPilots = await runningPilotsOf(ledger, membership.enterprise);
    if (runsPilots === undefined || runsPilots === runningPilots > 0) yield [id, { membership, runningPilots }];
  }
}

async function runningPilotsOf(ledger: Ledger, organisation: Uscc): Promise<number> {
  let count = 0;
  for await (const _ of pilotsThatSatisfy(ledger, { organisation, state: RUNNING_STATES })) count += 1;
  return count;
}

/** The pools, of which there are few. */
async function poolsOf(ledger: Ledger) {
  const pools: { readonly code: string; readonly region: string; readonly name: Bilingual }[] = [];
  for await (const [, pool] of ledger.list("pool")) pools.push(pool);
  return pools;
}
