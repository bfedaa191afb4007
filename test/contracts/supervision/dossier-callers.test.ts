import { numberOf } from "../../../server/ledger/codes/code.ts";
import { COMPLAINT_CHANNELS, INSPECTION_KINDS } from "../../../server/ledger/codes/supervision.ts";
import type { Hex } from "../../../server/ledger/hex.ts";
import { digest, NO_DIGEST, REASON } from "../fixture.ts";
import type { SupervisionAct } from "./acts.ts";
import { describeCallers } from "./callers.ts";
import { activePilot, inDays, type ServiceLedger, type SupervisedWorld, type SupervisionLedger } from "./fixture.ts";
import { inspectorOf, openInspection, openingOf, result, severity } from "./journey.ts";

/*
 * Who may begin a dossier about a pilot, and who may carry it on:
 *   an inspector   complaints (as a registrar may), inspections, cases, ratings, the end of an incident
 *   the lead       the report of an incident
 */

type AboutPilot<Ledger> = SupervisionAct<"ACTIVE", Ledger>;

const about = <Ledger>(
  name: string,
  caller: AboutPilot<Ledger>["caller"],
  attempt: AboutPilot<Ledger>["attempt"],
): AboutPilot<Ledger> => ({ name, caller, states: ["ACTIVE"], ready: "ACTIVE", attempt });

const HOTLINE = numberOf(COMPLAINT_CHANNELS, "HOTLINE");

/** Receives a complaint, and accepts it where the act needs that; returns its id. */
async function complaint(world: SupervisedWorld, pilot: Hex, isAccepted: boolean): Promise<Hex> {
  const act = [pilot, HOTLINE, digest("letter")] as const;
  const id = (await inspectorOf(world).receiveComplaint.staticCall(...act)) as Hex;
  await inspectorOf(world).receiveComplaint(...act);
  if (isAccepted) await inspectorOf(world).acceptComplaint(id);
  return id;
}

describeCallers<"ACTIVE", SupervisionLedger>({
  title: "complaints, inspections and new cases",
  acts: [
    about("receiveComplaint", "INSPECTOR", (ledger, pilot) =>
      ledger.receiveComplaint(pilot, HOTLINE, digest("letter")),
    ),
    about("acceptComplaint", "INSPECTOR", async (ledger, pilot, world) =>
      ledger.acceptComplaint(await complaint(world, pilot, false)),
    ),
    about("rejectComplaint", "INSPECTOR", async (ledger, pilot, world) =>
      ledger.rejectComplaint(await complaint(world, pilot, false), REASON, digest("reply")),
    ),
    about("answerComplaint", "INSPECTOR", async (ledger, pilot, world) =>
      ledger.answerComplaint(await complaint(world, pilot, true), digest("answer")),
    ),
    about("openInspection", "INSPECTOR", (ledger, pilot, { officials }) =>
      ledger.openInspection(pilot, numberOf(INSPECTION_KINDS, "ROUTINE"), NO_DIGEST, NO_DIGEST, [
        officials.inspector1.address,
        officials.inspector2.address,
      ]),
    ),
    about("concludeInspection", "INSPECTOR", async (ledger, pilot, world) =>
      ledger.concludeInspection(await openInspection(world, pilot), result("NO_ISSUE"), digest("record")),
    ),
    about("openCase", "INSPECTOR", async (ledger, pilot) => ledger.openCase(pilot, await openingOf())),
  ],
  ledger: ({ supervision }) => supervision,
  reach: (world) => activePilot(world, "NOT_REQUIRED"),
  pilot: async (_, pilot) => pilot,
});

/** The lead reports an incident; returns its id. */
async function incident({ services, accounts }: SupervisedWorld, pilot: Hex): Promise<Hex> {
  const act = [pilot, severity("GENERAL"), await inDays(0), digest("report")] as const;
  const id = (await services.connect(accounts.lead).reportIncident.staticCall(...act)) as Hex;
  await services.connect(accounts.lead).reportIncident(...act);
  return id;
}

describeCallers<"ACTIVE", ServiceLedger>({
  title: "ratings and incidents",
  acts: [
    about("rateRisk", "INSPECTOR", async (ledger, pilot) => ledger.rateRisk(pilot, 1, await inDays(90), digest("why"))),
    about("closeIncident", "INSPECTOR", async (ledger, pilot, world) =>
      ledger.closeIncident(await incident(world, pilot), await inDays(0), digest("report")),
    ),
    about("reportIncident", "lead", async (ledger, pilot) =>
      ledger.reportIncident(pilot, severity("GENERAL"), await inDays(0), digest("report")),
    ),
  ],
  ledger: ({ services }) => services,
  reach: (world) => activePilot(world, "NOT_REQUIRED"),
  pilot: async (_, pilot) => pilot,
});
