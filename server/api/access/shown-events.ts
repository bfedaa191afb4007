import type { ContractName } from "../../ledger/contracts.ts";
import type { EventRecord } from "../../ledger/records.ts";
import type { StoreReader } from "../../store/reader.ts";
import { Problem } from "../problems.ts";
import { covers, type Jurisdiction } from "./jurisdiction.ts";
import { whereaboutsOf } from "./places.ts";
import { jurisdictionFor, type Principal } from "./principal.ts";
import { type Need, wholeLedger, within } from "./scopes.ts";

/** What is needed to be told of the events of a contract. Who got and lost roles is told of the whole ledger, or not at all. */
const NEED_OF: Readonly<Record<ContractName, Need>> = {
  Authority: wholeLedger("audit"),
  PilotLedger: within("pilots"),
  EvidenceLedger: within("pilots"),
  ServiceLedger: within("supervision"),
  SupervisionLedger: within("supervision"),
  StatisticsLedger: within("statistics"),
};

/** Whether a principal may be told of an event: by the scope of its contract, and by where it lies. */
export function eventsShownTo(principal: Principal): (event: EventRecord, reader: StoreReader) => Promise<boolean> {
  const jurisdictions = new Map<Need, Jurisdiction | undefined>();
  const jurisdictionOf = (need: Need) => {
    if (!jurisdictions.has(need)) jurisdictions.set(need, jurisdictionUnlessRefused(principal, need));
    return jurisdictions.get(need);
  };
  return async (event, reader) => {
    const jurisdiction = jurisdictionOf(NEED_OF[event.contractName]);
    if (jurisdiction === undefined || jurisdiction === "whole") return jurisdiction === "whole";
    const whereabouts = await whereaboutsOf("event", event, reader);
    if (whereabouts === "everywhere" || whereabouts === "nowhere") return whereabouts === "everywhere";
    return covers(jurisdiction, whereabouts);
  };
}

function jurisdictionUnlessRefused(principal: Principal, need: Need): Jurisdiction | undefined {
  try {
    return jurisdictionFor(principal, need);
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}
