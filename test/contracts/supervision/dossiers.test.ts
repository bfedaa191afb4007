import { expect } from "chai";
import type { ContractTransactionResponse } from "ethers";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import {
  CASE_ORIGINS,
  COMPLAINT_CHANNELS,
  COMPLAINT_STATES,
  INCIDENT_STATES,
  INSPECTION_RESULTS,
} from "../../../server/ledger/codes/supervision.ts";
import { packDossierId } from "../../../server/ledger/dossiers.ts";
import type { Hex } from "../../../server/ledger/hex.ts";
import { connection, digest, REASON } from "../fixture.ts";
import { activePilot, deploySupervised, inDays, messageOf, type SupervisedWorld } from "./fixture.ts";
import { inspectorOf, openCase, openInspection, result, severity } from "./journey.ts";

/*
 * Complaint   received ─ accept → accepted ─ open a case → case opened ─ answer → answered
 *                      └ reject → rejected     └──────────── answer ────────────┘
 * Inspection  open ─ conclude → concluded, with or without issues
 * Incident    reported ─ close → closed
 */

type Attempt = (world: SupervisedWorld, dossier: Hex) => Promise<ContractTransactionResponse>;

/** A kind of dossier with few states: how to reach each, and which acts each allows. */
interface Machine {
  readonly name: string;
  readonly states: readonly string[];
  readonly reach: (world: SupervisedWorld, pilot: Hex, state: string) => Promise<Hex>;
  readonly stateOf: (world: SupervisedWorld, dossier: Hex) => Promise<bigint>;
  readonly acts: Readonly<Record<string, { readonly from: readonly string[]; readonly attempt: Attempt }>>;
  readonly contract: "supervision" | "services";
  /** The refusal of an act in a state, and its arguments; that of an id that was never given. */
  readonly refusal: (dossier: Hex, state: number) => { readonly error: string; readonly values: readonly unknown[] };
  readonly unknown: string;
  readonly prefix: "CP" | "IN" | "IC";
}

const complaintActs: Machine["acts"] = {
  acceptComplaint: { from: ["RECEIVED"], attempt: (world, id) => inspectorOf(world).acceptComplaint(id) },
  rejectComplaint: {
    from: ["RECEIVED"],
    attempt: (world, id) => inspectorOf(world).rejectComplaint(id, REASON, digest("reply")),
  },
  answerComplaint: {
    from: ["ACCEPTED", "CASE_OPENED"],
    attempt: (world, id) => inspectorOf(world).answerComplaint(id, digest("answer")),
  },
};

async function complaintIn(world: SupervisedWorld, pilot: Hex, state: string): Promise<Hex> {
  const inspector = inspectorOf(world);
  const act = [pilot, numberOf(COMPLAINT_CHANNELS, "HOTLINE"), digest("letter")] as const;
  const id = (await inspector.receiveComplaint.staticCall(...act)) as Hex;
  await inspector.receiveComplaint(...act);
  if (state === "REJECTED") await inspector.rejectComplaint(id, REASON, digest("reply"));
  if (["ACCEPTED", "CASE_OPENED", "ANSWERED"].includes(state)) await inspector.acceptComplaint(id);
  if (state === "CASE_OPENED")
    await openCase(world, { origin: numberOf(CASE_ORIGINS, "COMPLAINT"), source: id }, pilot);
  if (state === "ANSWERED") await inspector.answerComplaint(id, digest("answer"));
  return id;
}

async function inspectionIn(world: SupervisedWorld, pilot: Hex, state: string): Promise<Hex> {
  const id = await openInspection(world, pilot);
  if (state !== "NONE") {
    const came = result(state === "NO_ISSUE" ? "NO_ISSUE" : "ISSUES_FOUND");
    await inspectorOf(world).concludeInspection(id, came, digest("record"));
  }
  return id;
}

async function incidentIn(world: SupervisedWorld, pilot: Hex, state: string): Promise<Hex> {
  const lead = world.services.connect(world.accounts.lead);
  const act = [pilot, severity("GENERAL"), await inDays(0), digest("report")] as const;
  const id = (await lead.reportIncident.staticCall(...act)) as Hex;
  await lead.reportIncident(...act);
  if (state === "CLOSED") await closeIncident(world, id);
  return id;
}

const closeIncident: Attempt = async ({ services, officials }, id) =>
  services.connect(officials.inspector1).closeIncident(id, await inDays(0), digest("report"));

const MACHINES: readonly Machine[] = [
  {
    name: "complaint",
    states: COMPLAINT_STATES.slice(1),
    reach: complaintIn,
    stateOf: async ({ supervision }, id) => (await supervision.complaintOf(id)).state,
    acts: complaintActs,
    contract: "supervision",
    refusal: (dossier, state) => ({ error: "Complaints_StateNotAllowed", values: [dossier, state] }),
    unknown: "Complaints_Unknown",
    prefix: "CP",
  },
  {
    name: "inspection",
    states: INSPECTION_RESULTS,
    reach: inspectionIn,
    stateOf: async ({ supervision }, id) => (await supervision.inspectionOf(id)).result,
    acts: {
      concludeInspection: {
        from: ["NONE"],
        attempt: (world, id) => inspectorOf(world).concludeInspection(id, result("NO_ISSUE"), digest("record")),
      },
    },
    contract: "supervision",
    refusal: (dossier) => ({ error: "Inspections_Concluded", values: [dossier] }),
    unknown: "Inspections_Unknown",
    prefix: "IN",
  },
  {
    name: "incident",
    states: INCIDENT_STATES.slice(1),
    reach: incidentIn,
    stateOf: async ({ services }, id) => (await services.incidentOf(id)).state,
    acts: { closeIncident: { from: ["REPORTED"], attempt: closeIncident } },
    contract: "services",
    refusal: (dossier, state) => ({ error: "Risk_IncidentStateNotAllowed", values: [dossier, state] }),
    unknown: "Risk_IncidentUnknown",
    prefix: "IC",
  },
];

const NUMBERS: Readonly<Record<string, readonly string[]>> = {
  complaint: COMPLAINT_STATES,
  inspection: INSPECTION_RESULTS,
  incident: INCIDENT_STATES,
};

for (const machine of MACHINES) {
  const numberIn = (state: string): number => (NUMBERS[machine.name] ?? []).indexOf(state);

  describe(`the life of each ${machine.name}`, () => {
    let world: SupervisedWorld;
    const dossiers = new Map<string, Hex>();
    const dossierIn = (state: string): Hex => {
      const dossier = dossiers.get(state);
      if (dossier === undefined) throw new Error(`no ${machine.name} in the state ${state}`);
      return dossier;
    };

    before(async () => {
      world = await deploySupervised();
      const pilot = await activePilot(world, "NOT_REQUIRED");
      for (const state of machine.states) dossiers.set(state, await machine.reach(world, pilot, state));
    });

    // An act that goes through leaves no trace for the next one.
    let snapshot: unknown;
    beforeEach(async () => {
      snapshot = await connection.provider.request({ method: "evm_snapshot" });
    });
    afterEach(async () => {
      await connection.provider.request({ method: "evm_revert", params: [snapshot] });
    });

    it("reaches every state", async () => {
      for (const state of machine.states) {
        expect(await machine.stateOf(world, dossierIn(state)), state).to.equal(BigInt(numberIn(state)));
      }
    });

    for (const [name, { from, attempt }] of Object.entries(machine.acts)) {
      it(`${name} is refused for an id that was never given`, async () => {
        const unknown = packDossierId({ prefix: machine.prefix, year: 2019, region: "330100", serial: 9_999 });
        await expect(attempt(world, unknown))
          .to.be.revertedWithCustomError(world[machine.contract], machine.unknown)
          .withArgs(unknown);
      });

      for (const state of machine.states) {
        it(`${name} ${from.includes(state) ? "goes through" : "is refused"} in the state ${state}`, async () => {
          const dossier = dossierIn(state);
          if (from.includes(state)) expect(await messageOf(attempt(world, dossier))).to.equal("");
          else {
            const { error, values } = machine.refusal(dossier, numberIn(state));
            await expect(attempt(world, dossier))
              .to.be.revertedWithCustomError(world[machine.contract], error)
              .withArgs(...values);
          }
        });
      }
    }
  });
}
