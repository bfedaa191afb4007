import type { Bilingual } from "../../ledger/codes/bilingual.ts";
import type { DrawState } from "../../ledger/codes/supervision.ts";
import { DRAW_STATE_LABELS } from "../../ledger/codes/supervision-labels.ts";
import type { DrawRecord } from "../../ledger/supervision-records.ts";
import type { Ledger } from "../as-of/ledger.ts";
import { find } from "../find.ts";
import { type LabelsOf, labelsOf } from "../labels.ts";
import { nameOfRegion } from "../name-of-region.ts";
import { type Page, type PageRequest, takePage } from "../page.ts";
import { covers } from "../pilot-filter.ts";
import { type PublicProvenance, publicProvenance } from "../provenance.ts";
import { happened, type WhenFilter } from "../when-filter.ts";

/** A random draw (“双随机”抽取) in a list. */
export interface DrawItem extends Omit<DrawRecord, "created" | "updated" | "states"> {
  readonly regionName: Bilingual;
  readonly committedAt: number;
  /** Null until it is made. */
  readonly drawnAt: number | null;
  readonly labels: LabelsOf<"state">;
  readonly provenance: PublicProvenance;
}

/** Which draws are asked for, of those committed at some time. */
export interface DrawFilter extends WhenFilter {
  /** A region of GB/T 2260, with everything it covers. */
  readonly region?: string | undefined;
  readonly programme?: string | undefined;
  readonly state?: readonly DrawState[] | undefined;
}

/** The random draws that satisfy a filter, by number. */
export async function listDraws(
  ledger: Ledger,
  { filter, after, limit }: PageRequest & { readonly filter: DrawFilter },
): Promise<Page<DrawItem>> {
  const { region, programme, state } = filter;
  const satisfies = (draw: DrawRecord) =>
    (region === undefined || covers(region, draw.region)) &&
    (programme === undefined || draw.programme === programme) &&
    (state?.includes(draw.state) ?? true) &&
    happened(draw.created.blockTime, filter);
  const { items, next } = await takePage(find(ledger, { kind: "draw", leads: [], satisfies, after }), limit);
  return { next, items: items.map((draw) => drawItem(ledger, draw)) };
}

/** A draw as lists show it. */
export function drawItem(ledger: Ledger, { created, updated, states, ...members }: DrawRecord): DrawItem {
  return {
    ...members,
    regionName: nameOfRegion(members.region),
    committedAt: created.blockTime,
    drawnAt: states.find(({ state }) => state === "DRAWN")?.at ?? null,
    labels: labelsOf({ state: DRAW_STATE_LABELS }, members),
    provenance: publicProvenance(ledger, updated),
  };
}
