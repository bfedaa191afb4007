import { expect } from "chai";
import { datedLogs } from "../../server/chain/dated-logs.ts";
import type { ContractName } from "../../server/ledger/contracts.ts";
import { decodeLog } from "../../server/ledger/decode.ts";
import { journalId, milestoneId } from "../../server/ledger/keys.ts";
import type { RecordChange, RecordReader } from "../../server/ledger/records.ts";
import { applyEvent, recordsRead } from "../../server/ledger/reduce/apply.ts";
import { ReduceError } from "../../server/ledger/reduce/handler.ts";
import {
  accountBound,
  LEAD,
  milestoneAccepted,
  milestoneReturned,
  milestoneSubmitted,
  ORGANISATION,
  organisationRegistered,
  PROGRAMME,
  pilotAdmitted,
  pilotApplied,
  pilotCode,
  pilotResubmitted,
  pilotReturned,
  programmeOpened,
  REGISTRAR,
} from "../support/acts.ts";
import { CONTRACTS, type EmittedEvent, SimulatedChain } from "../support/simulated-chain.ts";

const NAMES = new Map(Object.entries(CONTRACTS).map(([name, address]) => [address, name as ContractName]));

/** The records that some events make, one in each block; a handler that reads what it did not name fails. */
async function recordsOf(...events: readonly EmittedEvent[]): Promise<RecordReader> {
  const chain = events.reduce((longer, event) => longer.mine(event), new SimulatedChain());
  const values = new Map<string, RecordChange["value"]>();
  const get = (kind: string, id: string) => values.get(`${kind}/${id}`);
  for (const log of datedLogs(await chain.logs(0, chain.height), chain.blocks)) {
    const event = decodeLog(log, NAMES);
    if (event === undefined) continue;
    const named = new Set(recordsRead(event).map(({ kind, id }) => `${kind}/${id}`));
    const reader = {
      get: (kind: string, id: string) => {
        if (!named.has(`${kind}/${id}`)) throw new Error(`${event.name} read ${kind} ${id} without naming it`);
        return get(kind, id);
      },
    } as RecordReader;
    for (const { kind, id, value } of applyEvent(event, reader)) {
      if (value === undefined) values.delete(`${kind}/${id}`);
      else values.set(`${kind}/${id}`, value);
    }
  }
  return { get } as RecordReader;
}

const SETUP = [programmeOpened(), organisationRegistered(), accountBound()];

describe("what events make of the records", () => {
  it("an application makes a pilot and its milestones", async () => {
    const records = await recordsOf(...SETUP, pilotApplied(1));
    const pilot = records.get("pilot", pilotCode(1));
    expect(pilot).to.include({
      state: "APPLIED",
      version: 1,
      programme: PROGRAMME,
      lead: ORGANISATION,
      milestoneCount: 3,
    });
    expect(pilot?.created.actorOrganisation).to.equal(ORGANISATION);
    expect(records.get("milestone", milestoneId(pilotCode(1), 3))).to.include({ number: 3, state: "PLANNED" });
    expect(records.get("milestone", milestoneId(pilotCode(1), 4))).to.equal(undefined);
    expect(records.get("organisation", ORGANISATION)?.accounts).to.deep.equal([LEAD]);
  });

  it("an application sent again with a shorter plan takes the other milestones away", async () => {
    const records = await recordsOf(...SETUP, pilotApplied(1), pilotReturned(1), pilotResubmitted(1, 1));
    const pilot = records.get("pilot", pilotCode(1));
    expect(pilot).to.include({ state: "APPLIED", version: 2, returnRounds: 1, milestoneCount: 1, mandatoryOpen: 1 });
    expect(pilot?.states.map(({ state }) => state)).to.deep.equal(["APPLIED", "RETURNED", "APPLIED"]);
    expect(pilot?.states[1]?.reason?.code).to.equal("MISSING_DOCUMENT");
    expect(records.get("milestone", milestoneId(pilotCode(1), 1))).not.to.equal(undefined);
    expect(records.get("milestone", milestoneId(pilotCode(1), 2))).to.equal(undefined);
  });

  it("an admission names the registrar", async () => {
    const records = await recordsOf(...SETUP, pilotApplied(1), pilotAdmitted(1));
    expect(records.get("pilot", pilotCode(1))).to.include({ state: "UNDER_REVIEW", registrar: REGISTRAR });
  });

  it("a milestone returned and accepted keeps both submissions and its original due date", async () => {
    const acts = [
      milestoneSubmitted(1, 1),
      milestoneReturned(1, 1),
      milestoneSubmitted(1, 1, 2),
      milestoneAccepted(1, 1, 2),
    ];
    const records = await recordsOf(...SETUP, pilotApplied(1), ...acts);
    const milestone = records.get("milestone", milestoneId(pilotCode(1), 1));
    expect(milestone?.submissions.map(({ decision }) => decision?.result)).to.deep.equal(["RETURNED", "ACCEPTED"]);
    expect(milestone?.dueAt).to.equal(milestone?.originalDueAt);
    expect(records.get("pilot", pilotCode(1))?.mandatoryOpen).to.equal(2);
  });

  it("every event goes into the journals of its contract and its subject", async () => {
    const records = await recordsOf(...SETUP, pilotApplied(1), pilotAdmitted(1));
    const count = (contract: ContractName) => records.get("journal", journalId(CONTRACTS[contract], null))?.count;
    expect([count("Authority"), count("PilotLedger")]).to.deep.equal([2, 3]);
    const subject = pilotAdmitted(1).subject;
    expect(records.get("journal", journalId(CONTRACTS.PilotLedger, subject))?.count).to.equal(2);
  });

  it("an event about a pilot that never applied is an error that names it", async () => {
    const error = await recordsOf(...SETUP, pilotAdmitted(9)).catch((fault: unknown) => fault);
    expect(error).to.be.instanceOf(ReduceError);
    expect((error as ReduceError).message).to.contain(pilotCode(9));
  });
});
