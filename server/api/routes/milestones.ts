import { TIMELINESS } from "../../ledger/timeliness.ts";
import { listMilestones } from "../../queries/list-milestones.ts";
import { within } from "../access/scopes.ts";
import { codesOf, FIELDS, PILOT, REGION, wholeNumber } from "../parameters.ts";
import { listRoute } from "../route.ts";
import { MILESTONE_ITEM } from "../schemas/milestones.ts";

/** Milestones across pilots, by how they stand against their due dates. */
export const milestonesRoute = listRoute({
  path: "/v1/milestones",
  access: within("pilots"),
  summary: { zh: "按时限状态查询里程碑", en: "Milestones by how they stand against their due dates" },
  pathParameters: {},
  queryParameters: {
    timeliness: codesOf(TIMELINESS),
    minDays: wholeNumber(0, 100_000),
    region: REGION,
    field: FIELDS,
    pilot: PILOT,
  },
  item: MILESTONE_ITEM,
  answer: ({ ledger, query, after, limit }) => listMilestones(ledger, { filter: query, after, limit }),
});
