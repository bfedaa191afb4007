import type { OrderState } from "../../ledger/codes/supervision.ts";
import { ORDER_STATE_LABELS, VERDICT_LABELS } from "../../ledger/codes/supervision-labels.ts";
import type { DossierCode } from "../../ledger/dossiers.ts";
import { overdueOrder } from "../../ledger/signals.ts";
import type { CaseRecord, OrderRecord } from "../../ledger/supervision-records.ts";
import type { Ledger } from "../as-of/ledger.ts";
import { find } from "../find.ts";
import { type LabelsOf, labelsOf } from "../labels.ts";
import { type Order, ordersOf, takeOrderedPage } from "../ordered-page.ts";
import type { Page, PageRequest } from "../page.ts";
import { liesIn, type PilotBrief, type PlaceFilter, withBriefs } from "../pilot-brief.ts";
import { type PublicProvenance, publicProvenance } from "../provenance.ts";
import { sortableNumber } from "../sorted-page.ts";

/** Which orders are asked for. */
export interface OrderFilter extends PlaceFilter {
  /** Only those that are overdue, or only those that are not. */
  readonly overdue?: boolean | undefined;
  readonly state?: readonly OrderState[] | undefined;
}

/** An order to rectify (责令整改). */
export interface OrderItem extends OrderRecord, PilotBrief {
  /** Its case and its place among the orders of the case, such as `JC-2019-330200-0007/1`. */
  readonly code: string;
  readonly case: DossierCode;
  readonly state: OrderState;
  readonly overdue: boolean;
  /** Begun days past the due date until it was responded to, or until now; 0 when not past. */
  readonly daysLate: number;
  readonly labels: LabelsOf<"state" | "verdict">;
  /** The latest event of its case. */
  readonly provenance: PublicProvenance;
}

interface Found {
  readonly dossier: CaseRecord;
  readonly order: OrderRecord;
  readonly index: number;
}

const DAY = 86_400;

/** What orders to rectify can be listed by. */
export const ORDER_ORDERS = ordersOf("code", "orderedAt", "dueAt", "daysLate");
type OrderOrder = Order<"code" | "orderedAt" | "dueAt" | "daysLate">;

/** The orders to rectify that satisfy a filter, by case and in the order they were given unless told otherwise. */
export async function listOrders(
  ledger: Ledger,
  { filter, ...asked }: PageRequest & { readonly filter: OrderFilter; readonly sort?: OrderOrder | undefined },
): Promise<Page<OrderItem>> {
  const page = await takeOrderedPage(
    {
      itemsAfter: (after) => ordersThatSatisfy(ledger, filter, after),
      keys: {
        code: "id",
        orderedAt: ({ order }: Found) => sortableNumber(order.orderedAt),
        dueAt: ({ order }: Found) => sortableNumber(order.dueAt),
        daysLate: (found: Found) => sortableNumber(daysLateOf(found, ledger.asOf)),
      },
    },
    asked,
  );
  const pilotOf = ({ dossier }: Found) => dossier.pilot;
  return withBriefs(ledger, page, pilotOf, (found, brief) => itemOf(ledger, found, brief));
}

async function* ordersThatSatisfy(ledger: Ledger, filter: OrderFilter, after: string | undefined) {
  const { pilot, overdue, state } = filter;
  const values = overdue === true ? ["OPEN"] : ["ANY"];
  const search = {
    kind: "case",
    leads: [
      { index: "case.order", everIndex: null, values },
      ...(pilot === undefined ? [] : [{ index: "case.pilot", values: [pilot] } as const]),
    ],
    satisfies: (dossier: CaseRecord) => liesIn(dossier.pilot, filter),
  } as const;
  const resumed = after?.slice(0, after.lastIndexOf("/"));
  for await (const dossier of resuming(ledger, search, resumed)) {
    for (const [index, order] of dossier.orders.entries()) {
      const id = `${dossier.code}/${String(index + 1).padStart(2, "0")}`;
      if (after !== undefined && id <= after) continue;
      if (overdue !== undefined && overdue !== (overdueOrder(dossier, ledger.asOf) === order)) continue;
      if (state !== undefined && !state.includes(stateOf(dossier, order, index))) continue;
      yield [id, { dossier, order, index }] as const;
    }
  }
}

/** The cases from the one that the last page ended in. */
async function* resuming(ledger: Ledger, search: Parameters<typeof find<"case">>[1], resumed: string | undefined) {
  if (resumed !== undefined) {
    const dossier = await ledger.get("case", resumed);
    if (dossier !== undefined && search.satisfies(dossier)) yield dossier;
  }
  for await (const [, dossier] of find(ledger, { ...search, after: resumed })) yield dossier;
}

function itemOf(ledger: Ledger, found: Found, brief: PilotBrief): OrderItem {
  const { dossier, order, index } = found;
  const state = stateOf(dossier, order, index);
  return {
    ...order,
    ...brief,
    code: `${dossier.code}/${index + 1}`,
    case: dossier.code,
    state,
    overdue: overdueOrder(dossier, ledger.asOf) === order,
    daysLate: daysLateOf(found, ledger.asOf),
    labels: labelsOf(
      { state: ORDER_STATE_LABELS, verdict: VERDICT_LABELS },
      { state, verdict: order.verdict?.verdict ?? null },
    ),
    provenance: publicProvenance(ledger, dossier.updated),
  };
}

function daysLateOf({ dossier, order, index }: Found, asOf: number): number {
  const until = order.response?.at ?? (stateOf(dossier, order, index) === "OPEN" ? asOf : 0);
  return Math.max(0, Math.ceil((until - order.dueAt) / DAY));
}

/** Where an order stands: the last one as the case says, an earlier one by what became of it. */
function stateOf(dossier: CaseRecord, order: OrderRecord, index: number): OrderState {
  if (index === dossier.orders.length - 1 && dossier.order !== "NONE") return dossier.order;
  if (order.lifted !== null) return "LIFTED";
  if (order.verdict !== null) return order.verdict.verdict === "PASS" ? "FULFILLED" : "UNFULFILLED";
  return order.response === null ? "OPEN" : "RESPONDED";
}
