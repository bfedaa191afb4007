import { COMPLAINT_STATES, INSPECTION_KINDS } from "../../ledger/codes/supervision.ts";
import { listComplaints } from "../../queries/supervision/list-complaints.ts";
import {
  FILING_ORDERS,
  FILING_STANDINGS,
  filingsByNumber,
  filingsDue,
  listFilings,
} from "../../queries/supervision/list-filings.ts";
import { listInspections } from "../../queries/supervision/list-inspections.ts";
import { within } from "../access/scopes.ts";
import { listRoute } from "../list-route.ts";
import { AS_OF, codesOf, FIELDS, FLAG, oneOf, PILOT, REGION, wholeNumber } from "../parameters.ts";
import { DRAW, FILING_NUMBER } from "../record-parameters.ts";
import { COMPLAINT_ITEM, FILING_ITEM, INSPECTION_ITEM } from "../schemas/supervision.ts";

const PLACE = { region: REGION, field: FIELDS, pilot: PILOT };

const WHEN = { from: AS_OF, to: AS_OF };

const DUE_WITHIN_DAYS = 10;

/** Service filings by state, the derived one of running unfiled among them. */
export const filingsRoute = listRoute({
  path: "/v1/filings",
  access: within("supervision"),
  summary: { zh: "区块链信息服务备案", en: "Service filings by state, UNFILED_RUNNING among them" },
  pathParameters: {},
  queryParameters: { state: codesOf(FILING_STANDINGS), ...PLACE, sort: oneOf(FILING_ORDERS) },
  item: FILING_ITEM,
  answer: ({ ledger, query: { sort, ...filter }, after, limit }) => listFilings(ledger, { filter, sort, after, limit }),
});

/** Filings of which something is due soon. */
export const filingsDueRoute = listRoute({
  path: "/v1/filings/due",
  access: within("supervision"),
  summary: { zh: "即将到期或已逾期的备案事项", en: "Filings with something due within so many days, or overdue" },
  pathParameters: {},
  queryParameters: { within: wholeNumber(0, 3_650), ...PLACE },
  item: FILING_ITEM,
  answer: ({ ledger, query: { within: days = DUE_WITHIN_DAYS, ...filter }, after, limit }) =>
    filingsDue(ledger, { filter, within: days, after, limit }),
});

/** Whose filing number that is. */
export const filingNumberRoute = listRoute({
  path: "/v1/filings/by-number/:number",
  access: within("supervision"),
  summary: { zh: "按备案编号查询（备案不代表认可）", en: "The filing of a number: a registration, not an endorsement" },
  pathParameters: { number: FILING_NUMBER },
  queryParameters: {},
  item: FILING_ITEM,
  answer: ({ ledger, path: { number }, after, limit }) => filingsByNumber(ledger, { number, after, limit }),
});

/** Complaints. */
export const complaintsRoute = listRoute({
  path: "/v1/complaints",
  access: within("supervision"),
  summary: { zh: "投诉举报", en: "Complaints, by number" },
  pathParameters: {},
  queryParameters: { state: codesOf(COMPLAINT_STATES), ...PLACE, ...WHEN },
  item: COMPLAINT_ITEM,
  answer: ({ ledger, query, after, limit }) => listComplaints(ledger, { filter: query, after, limit }),
});

/** Inspections. */
export const inspectionsRoute = listRoute({
  path: "/v1/inspections",
  access: within("supervision"),
  summary: { zh: "监督检查", en: "Inspections, by number" },
  pathParameters: {},
  queryParameters: { kind: codesOf(INSPECTION_KINDS), open: FLAG, draw: DRAW, ...PLACE, ...WHEN },
  item: INSPECTION_ITEM,
  answer: ({ ledger, query, after, limit }) => listInspections(ledger, { filter: query, after, limit }),
});
