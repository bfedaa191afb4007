import { MILESTONE_KINDS } from "../../ledger/codes/milestones.ts";
import { TIMELINESS } from "../../ledger/timeliness.ts";
import { listMilestones, MILESTONE_ORDERS } from "../../queries/list-milestones.ts";
import { milestoneByNumber } from "../../queries/milestone-by-number.ts";
import { milestoneCalendar } from "../../queries/milestone-calendar.ts";
import { within } from "../access/scopes.ts";
import { ledgerRoute } from "../ledger-route.ts";
import { listRoute } from "../list-route.ts";
import { AS_OF, codesOf, FIELDS, ORGANISATION, oneOf, PILOT, PILOT_CODE, REGION, wholeNumber } from "../parameters.ts";
import { Problem } from "../problems.ts";
import { MILESTONE_NUMBER, PROGRAMME } from "../record-parameters.ts";
import { MILESTONE, MILESTONE_ITEM } from "../schemas/milestones.ts";
import { noSuchRecord } from "./not-found.ts";

/** Milestones across pilots, by how they stand against their due dates. */
export const milestonesRoute = listRoute({
  path: "/v1/milestones",
  access: within("pilots"),
  summary: { zh: "按时限状态查询里程碑", en: "Milestones by how they stand against their due dates" },
  pathParameters: {},
  queryParameters: {
    timeliness: codesOf(TIMELINESS),
    minDays: wholeNumber(0, 100_000),
    kind: codesOf(MILESTONE_KINDS),
    region: REGION,
    field: FIELDS,
    organisation: ORGANISATION,
    programme: PROGRAMME,
    pilot: PILOT,
    sort: oneOf(MILESTONE_ORDERS),
  },
  item: MILESTONE_ITEM,
  answer: ({ ledger, query: { sort, ...filter }, after, limit }) =>
    listMilestones(ledger, { filter, sort, after, limit }),
});

const DAY = 86_400;

/** How far the calendar looks when it is not told. */
const CALENDAR_DAYS = 31;

/** How much of the calendar one question may ask for. */
const CALENDAR_LIMIT_DAYS = 1_100;

/** Milestones by the date they are due. */
export const calendarRoute = listRoute({
  path: "/v1/milestones/calendar",
  access: within("pilots"),
  summary: { zh: "里程碑日历", en: "Milestones that are due from one instant to another, the earliest first" },
  pathParameters: {},
  queryParameters: { from: AS_OF, to: AS_OF, region: REGION, field: FIELDS, pilot: PILOT },
  item: MILESTONE_ITEM,
  answer: ({ ledger, query: { from = ledger.asOf, to = from + CALENDAR_DAYS * DAY, ...place }, after, limit }) => {
    if (to - from > CALENDAR_LIMIT_DAYS * DAY) {
      throw new Problem("INVALID_PARAMETER", {
        zh: `from 与 to 相距不得超过 ${CALENDAR_LIMIT_DAYS} 天。`,
        en: `from and to must lie no more than ${CALENDAR_LIMIT_DAYS} days apart.`,
      });
    }
    return milestoneCalendar(ledger, { filter: { ...place, from, to }, after, limit });
  },
});

/** One milestone with all its submissions. */
export const milestoneRoute = ledgerRoute({
  path: "/v1/pilots/:code/milestones/:milestone",
  access: within("pilots"),
  summary: { zh: "里程碑详情及历次提交", en: "One milestone with all its submissions and extensions" },
  pathParameters: { code: PILOT_CODE, milestone: MILESTONE_NUMBER },
  queryParameters: {},
  response: { milestone: MILESTONE },
  problems: ["RECORD_NOT_FOUND"],
  answer: async ({ ledger, path: { code, milestone: number } }) => {
    const milestone = await milestoneByNumber(ledger, { code, number });
    if (milestone === undefined) throw noSuchRecord({ zh: "里程碑", en: "milestone" }, `${code}/M${number}`);
    return { milestone };
  },
});
