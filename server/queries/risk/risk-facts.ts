import type { AccountRecord } from "../../ledger/authority-records.ts";
import { packPilotId, parsePilotCode } from "../../ledger/ids.ts";
import type { PilotRecord } from "../../ledger/pilot-records.ts";
import type { EventRecord } from "../../ledger/records.ts";
import type { RiskFacts } from "../../ledger/signals.ts";
import { includes } from "../as-of/cut.ts";
import type { Ledger } from "../as-of/ledger.ts";
import { planIds } from "../as-of/plan-ids.ts";
import { rolesAt } from "../audit/roles-at.ts";
import { findAll } from "../find.ts";
import { inRuns, intersection } from "../sorted-ids.ts";

/** Gathers all that the ledger says of a pilot that bears on its risk. */
export async function riskFacts(ledger: Ledger, pilot: PilotRecord): Promise<RiskFacts> {
  const { code } = pilot;
  const ofPilot = (index: "case.pilot" | "incident.pilot" | "anchor.disputed") => [{ index, values: [code] }];
  const satisfies = () => true;
  const [milestones, filing, cases, incidents, disputed, accounts, unaffiliated, latest] = await Promise.all([
    ledger.getMany("milestone", planIds(pilot)),
    ledger.get("filing", code),
    findAll(ledger, { kind: "case", leads: ofPilot("case.pilot"), satisfies }),
    findAll(ledger, { kind: "incident", leads: ofPilot("incident.pilot"), satisfies }),
    findAll(ledger, { kind: "anchor", leads: ofPilot("anchor.disputed"), satisfies }),
    accountsOf(ledger, pilot.lead),
    unaffiliatedEvents(ledger, pilot),
    latestEvent(ledger, pilot),
  ]);
  const plan = milestones.filter((milestone) => milestone !== undefined);
  return { pilot, milestones: plan, filing, cases, incidents, disputed, accounts, unaffiliated, latest };
}

async function accountsOf(ledger: Ledger, uscc: string): Promise<AccountRecord[]> {
  const organisation = await ledger.get("organisation", uscc);
  const accounts = await ledger.getMany("account", organisation?.accounts ?? []);
  return accounts.filter((account) => account !== undefined);
}

async function unaffiliatedEvents(ledger: Ledger, { code }: PilotRecord): Promise<EventRecord[]> {
  const parts = parsePilotCode(code);
  if (parts === undefined) return [];
  const subject = packPilotId(parts);
  const found = intersection([
    (range) => ledger.lookUp("event.unaffiliated", "ALL", range),
    (range) => ledger.lookUp("event.subject", subject, range),
  ]);
  const events: EventRecord[] = [];
  for await (const ids of inRuns(found, 64)) {
    for (const event of await ledger.getMany("event", ids)) {
      if (event !== undefined && (await isOfNobody(ledger, event))) events.push(event);
    }
  }
  return events;
}

async function isOfNobody(ledger: Ledger, { provenance: { actor, blockTime } }: EventRecord): Promise<boolean> {
  return rolesAt(await ledger.get("account", actor), blockTime).length === 0;
}

async function latestEvent(ledger: Ledger, { code }: PilotRecord): Promise<EventRecord | undefined> {
  const parts = parsePilotCode(code);
  if (parts === undefined) return undefined;
  for await (const ids of inRuns(ledger.lookUp("event.subject", packPilotId(parts), { reverse: true }), 8)) {
    const events = await ledger.getMany("event", ids);
    const latest = events.find((event) => event !== undefined && includes(ledger.cut, event.provenance));
    if (latest !== undefined) return latest;
  }
  return undefined;
}
