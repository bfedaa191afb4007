import type { Ledger } from "../../../server/queries/as-of/ledger.ts";
import { ledgerAtTime } from "../../../server/queries/as-of/ledger.ts";
import { listEvents } from "../../../server/queries/audit/list-events.ts";
import { listMilestones } from "../../../server/queries/list-milestones.ts";
import { listPilots } from "../../../server/queries/list-pilots.ts";
import { milestoneCalendar } from "../../../server/queries/milestone-calendar.ts";
import { pilotByCode } from "../../../server/queries/pilot-by-code.ts";
import { riskBoard } from "../../../server/queries/risk/risk-board.ts";
import { listCases } from "../../../server/queries/supervision/list-cases.ts";
import { listOrders } from "../../../server/queries/supervision/list-orders.ts";
import type { Draw } from "../../campaign/draw.ts";
import { accountOf, FIELDS, leadOf, OFFICIALS, REGIONS } from "./grow.ts";

const DAY = 86_400;
const limit = 50;

/** The questions that are measured; a new one joins as a line. */
export const QUESTIONS: Readonly<Record<string, (ledger: Ledger, draw: Draw) => Promise<unknown>>> = {
  "pilots of a region": (ledger, draw) => listPilots(ledger, { filter: { region: draw.one(REGIONS) }, limit }),
  "pilots of a region and field, active": (ledger, draw) => {
    const filter = { region: draw.one(REGIONS), field: [draw.one(FIELDS)], state: ["ACTIVE" as const] };
    return listPilots(ledger, { filter, limit });
  },
  "pilots of an organisation": (ledger, draw) =>
    listPilots(ledger, { filter: { organisation: leadOf(draw.number(1_000)) }, limit }),
  "pilots by words": (ledger, draw) => listPilots(ledger, { filter: { q: `项目${draw.number(1_000)}` }, limit }),
  "pilots rated high": (ledger) => listPilots(ledger, { filter: { risk: ["HIGH"] }, limit }),
  "pilots of a region, half a year ago": (ledger, draw) => {
    const then = ledgerAtTime(ledger, ledger.asOf - 180 * DAY);
    return listPilots(then, { filter: { region: draw.one(REGIONS) }, limit });
  },
  "a pilot": (ledger, draw) =>
    pilotByCode(ledger, { code: `ZJ-2019-${draw.one(REGIONS)}-${draw.one(FIELDS)}-00${10 + draw.number(10)}` }),
  "milestones overdue in a region": (ledger, draw) =>
    listMilestones(ledger, { filter: { region: draw.one(REGIONS), timeliness: ["OVERDUE"] }, limit }),
  "cases of a clause, serious": (ledger, draw) =>
    listCases(ledger, { filter: { clause: `BISR-${draw.number(20)}`, severity: ["SERIOUS"] }, limit }),
  "overdue orders": (ledger) => listOrders(ledger, { filter: { overdue: true }, limit }),
  "risk board of a region": (ledger, draw) => riskBoard(ledger, { filter: { region: draw.one(REGIONS) }, limit }),
  "events of an official": (ledger, draw) =>
    listEvents(ledger, { filter: { actor: accountOf(100 + draw.number(OFFICIALS)) }, limit }),
  "events by name": (ledger) => listEvents(ledger, { filter: { name: ["CaseOpened"] }, limit }),
  "calendar of three days": (ledger, draw) => {
    const from = ledger.asOf - draw.number(100) * DAY;
    return milestoneCalendar(ledger, { filter: { from, to: from + 3 * DAY }, limit });
  },
};
