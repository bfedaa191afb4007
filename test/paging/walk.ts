import { isDeepStrictEqual } from "node:util";
import { Draw } from "../../scripts/campaign/draw.ts";
import type { TestServer } from "../api/server.ts";
import { LEADS, REGIONS } from "../support/random-ledger.ts";
import { provinceOf } from "../support/random-province.ts";
import type { SyntheticLedger } from "../support/synthetic-ledger.ts";
import { DAY } from "../support/synthetic-names.ts";

/** What came of walking through the lists of one ledger. */
export interface Walks {
  readonly walks: number;
  readonly pages: number;
  readonly refused: number;
  readonly faults: readonly string[];
}

/** Lists that are walked through, one order and many filters. */
const LISTS = [
  "/v1/pilots",
  "/v1/pilots?region=330100",
  "/v1/pilots?state=APPLIED,ACTIVE,TERMINATED",
  "/v1/pilots?sort=-stateSince",
  "/v1/pilots?sort=budget&field=GOV,ECO",
  "/v1/milestones",
  "/v1/milestones?timeliness=OVERDUE,DUE_SOON,ON_TRACK",
  "/v1/milestones?sort=-daysLate",
  "/v1/milestones/calendar?from=1554048000&to=1580000000",
  "/v1/cases",
  "/v1/cases?sort=-severity",
  "/v1/orders",
  "/v1/filings",
  "/v1/complaints",
  "/v1/incidents",
  "/v1/risk/board",
  "/v1/risk/board?sort=-score",
  "/v1/queues/registrar",
  "/v1/queues/approver",
  "/v1/queues/inspector",
  "/v1/queues/decider",
  "/v1/queues/expert",
  "/v1/queues/statistician",
  "/v1/inspections",
  "/v1/draws",
  "/v1/anchors",
  "/v1/anchors?status=DISPUTED,ATTESTED",
  "/v1/disputes",
  "/v1/evaluations",
  "/v1/evaluations?sort=-total",
  "/v1/guidance-visits",
  "/v1/guidance-visits/missing",
  "/v1/pools",
  "/v1/pools/members",
  "/v1/indicators/late-reporters",
  "/v1/indicators/corrections",
  "/v1/bulletins",
  "/v1/events",
  "/v1/audit/conflicts",
  "/v1/stats/drilldown?metric=PILOTS",
  "/v1/stats/drilldown?metric=ON_TIME_RATE",
] as const;

/**
 * Walks through every list, page by page, while the ledger is written to and now and then reorganised. A walk gives exactly what the list
 * held when its first page was asked for; only one whose first page's blocks are gone is refused, and that one always.
 */
export async function walkAll(server: TestServer, seed: number, acts: number): Promise<Walks> {
  const begun = provinceOf(seed, acts);
  const draw = new Draw(seed);
  const faults: string[] = [];
  let [pages, refused] = [0, 0];
  for (const path of LISTS) {
    server.ledger = begun.upToBlock(begun.blocks().length - 1);
    const walk = await walkOne(server, path, draw);
    pages += walk.pages;
    if (walk.fault !== undefined) faults.push(`${path}: ${walk.fault}`);
    if (walk.isRefused) refused += 1;
  }
  return { walks: LISTS.length, pages, refused, faults };
}

async function walkOne(server: TestServer, path: string, draw: Draw) {
  const separator = path.includes("?") ? "&" : "?";
  const whole = await server.get(`${path}${separator}limit=200`);
  const head = server.ledger?.blocks().at(-1)?.number ?? 0;
  const seen: unknown[] = [];
  let pages = 0;
  let isGone = false;
  for (let address: string | undefined = `${path}${separator}limit=${1 + draw.number(4)}`; address !== undefined; ) {
    const { status, headers, body } = await server.get(address);
    if (status === 409) {
      const fault = isGone ? undefined : "was refused although its first page's blocks are all there";
      return { pages, isRefused: true, fault };
    }
    if (status !== 200) return { pages, isRefused: false, fault: `answered ${status} ${JSON.stringify(body)}` };
    if (pages > 0 && isGone)
      return { pages, isRefused: false, fault: "went on although its first page's blocks are gone" };
    pages += 1;
    seen.push(...(body.items as unknown as unknown[]));
    address = /<([^>]+)>; rel="next"/.exec(String(headers.link ?? ""))?.[1];
    if (server.ledger !== undefined) {
      const changed = disturbed(server.ledger, head, draw);
      isGone ||= changed.isGone;
      server.ledger = changed.ledger;
    }
  }
  const isSame = isDeepStrictEqual(seen.map(content), (whole.body.items as unknown as unknown[]).map(content));
  return {
    pages,
    isRefused: false,
    fault: isSame ? undefined : `gave ${seen.length} items that are not those of the first page's time`,
  };
}

/** An item without what says how far the mirror has come, which is not of the item. */
function content(item: unknown): string {
  return JSON.stringify(item);
}

/** Lets something happen to the ledger between two pages. */
function disturbed(ledger: SyntheticLedger, head: number, draw: Draw) {
  const what = draw.number(12);
  let isGone = false;
  let next = ledger;
  if (what === 0) {
    const from = Math.max(1, ledger.blocks().length - 1 - draw.number(6));
    next = ledger.forkedAt(from, `branch ${draw.number(1_000_000)}`);
    // The fork's first own block has the number after `from`.
    isGone = from < head;
  }
  next.tick = draw.number(2) * 60;
  if (what <= 8) write(next, draw);
  return { ledger: next, isGone };
}

function write(ledger: SyntheticLedger, draw: Draw): void {
  if (draw.number(3) === 0) ledger.pass(draw.number(40) * DAY);
  const serial = 5_000 + ledger.blocks().length;
  const code = `ZJ-2019-${draw.one(REGIONS)}-GOV-${serial}`;
  ledger.apply(code, { lead: draw.one(LEADS), budget: BigInt(draw.number(1_000)) });
  if (draw.number(2) === 0) ledger.start(code);
  const known = ledger.said().findLast(({ name }) => name === "PilotApplied");
  if (known !== undefined && draw.number(2) === 0) ledger.reasoned(code, "PilotTerminated");
}
