import type { CaseState } from "../codes/supervision.ts";
import { unpackDossierId } from "../dossiers.ts";
import type { EventName, LedgerEvent } from "../events.ts";
import type { Address, Hex } from "../hex.ts";
import type { RecordKey } from "../records.ts";
import type { CaseRecord } from "../supervision-records.ts";
import type { Draft, Handler } from "./handler.ts";
import { dossierKey, passage } from "./passages.ts";

/** The names of the events about a case; each names it as `dossier`. */
export type CaseEventName = Extract<
  EventName,
  | `Case${string}`
  | `Rectification${string}`
  | `Penalty${string}`
  | `Statement${string}`
  | `Hearing${string}`
  | "FindingsIssued"
>;

/** What an event changes of its case, given the case. */
type Step<Name extends CaseEventName> = (
  event: LedgerEvent<Name>,
  former: CaseRecord,
  draft: Draft,
) => Partial<CaseRecord>;

/** The handler of an event that changes its case; the case stays in its state unless the step says which one it enters. */
export function changingCase<Name extends CaseEventName>(step: Step<Name>): Handler<Name> {
  return {
    reads: (event): RecordKey[] => [dossierKey("case", dossierOf(event))],
    apply: (event, draft) => {
      const code = unpackDossierId(dossierOf(event));
      const former = draft.get("case", code);
      const members = step(event, former, draft);
      const entered = members.state;
      const args = event.args as { reason?: Hex; documentDigest?: Hex; decisionDigest?: Hex };
      draft.update("case", code, {
        ...members,
        ...(entered !== undefined && { states: [...former.states, passage(draft, entered, args)] }),
      });
    },
  };
}

/** A change of the case into `state`, or none when it is in another than `from`. */
export function moving(former: CaseRecord, from: CaseState, state: CaseState): Partial<CaseRecord> {
  return former.state === from ? { state } : {};
}

/** The case's inspectors with `actor` among them. */
export function withInspector(former: CaseRecord, actor: Address): Pick<CaseRecord, "inspectors"> {
  const { inspectors } = former;
  return { inspectors: inspectors.includes(actor) ? inspectors : [...inspectors, actor] };
}

/** A list with its last item changed. */
export function withLast<Item>(items: readonly Item[], change: (item: Item) => Item): Item[] {
  return items.map((item, index) => (index === items.length - 1 ? change(item) : item));
}

function dossierOf(event: { readonly args: object }): Hex {
  return (event.args as { readonly dossier: Hex }).dossier;
}
