import { PROGRAMME_KIND_LABELS } from "../ledger/codes/labels.ts";
import type { ProgrammeKind } from "../ledger/codes/programmes.ts";
import type { ProgrammeRecord } from "../ledger/pilot-records.ts";
import type { Ledger } from "./as-of/ledger.ts";
import { find } from "./find.ts";
import { type LabelsOf, labelsOf } from "./labels.ts";
import { type Page, type PageRequest, takePage } from "./page.ts";
import { holdsWords } from "./pilot-filter.ts";
import { type PublicProvenance, publicProvenance } from "./provenance.ts";

/** A programme (批次): its window for applications, and the digests of the rule set and template that govern its pilots. */
export interface ProgrammeItem extends Omit<ProgrammeRecord, "created" | "updated"> {
  /** Whether applications are taken. */
  readonly open: boolean;
  readonly labels: LabelsOf<"kind">;
  readonly provenance: PublicProvenance;
}

/** Which programmes are asked for. */
export interface ProgrammeFilter {
  readonly kind?: readonly ProgrammeKind[] | undefined;
  readonly year?: number | undefined;
  readonly open?: boolean | undefined;
  /** Words of the title or the code. */
  readonly q?: string | undefined;
}

/** The programmes that satisfy a filter, by code. */
export async function listProgrammes(
  ledger: Ledger,
  { filter, after, limit }: PageRequest & { readonly filter: ProgrammeFilter },
): Promise<Page<ProgrammeItem>> {
  const { kind, year, open, q } = filter;
  const satisfies = (programme: ProgrammeRecord) =>
    (kind?.includes(programme.kind) ?? true) &&
    (year === undefined || programme.year === year) &&
    (open === undefined || open === isOpen(programme, ledger.asOf)) &&
    (q === undefined || holdsWords([programme.title.zh, programme.title.en, programme.code], q));
  const { items, next } = await takePage(find(ledger, { kind: "programme", leads: [], satisfies, after }), limit);
  return {
    next,
    items: items.map((programme) => {
      const { created: _, updated, ...members } = programme;
      return {
        ...members,
        open: isOpen(programme, ledger.asOf),
        labels: labelsOf({ kind: PROGRAMME_KIND_LABELS }, members),
        provenance: publicProvenance(ledger, updated),
      };
    }),
  };
}

function isOpen({ opensAt, closesAt, closedReason }: ProgrammeRecord, at: number): boolean {
  return closedReason === null && at >= opensAt && at < closesAt;
}
