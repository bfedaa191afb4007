import { INDICATOR_DIRECTION_LABELS } from "../../ledger/codes/labels.ts";
import type { IndicatorRecord } from "../../ledger/statistics-records.ts";
import type { Ledger } from "../as-of/ledger.ts";
import { find } from "../find.ts";
import { type LabelsOf, labelsOf } from "../labels.ts";
import { type Page, type PageRequest, takePage } from "../page.ts";
import { type PublicProvenance, publicProvenance } from "../provenance.ts";

/** A version of an indicator (指标定义). */
export interface IndicatorItem extends Omit<IndicatorRecord, "created" | "updated"> {
  readonly labels: LabelsOf<"direction">;
  readonly provenance: PublicProvenance;
}

/** The definitions of indicators, by code and version. */
export async function listIndicators(ledger: Ledger, { after, limit }: PageRequest): Promise<Page<IndicatorItem>> {
  const found = find(ledger, { kind: "indicator", leads: [], satisfies: () => true, after });
  const { items, next } = await takePage(found, limit);
  return {
    next,
    items: items.map(({ created: _, updated, ...members }) => ({
      ...members,
      labels: labelsOf({ direction: INDICATOR_DIRECTION_LABELS }, { direction: members.direction }),
      provenance: publicProvenance(ledger, updated),
    })),
  };
}
