import { SIGNAL_CODES } from "../../ledger/codes/signals.ts";
import { RISK_LEVELS, SEVERITIES } from "../../ledger/codes/supervision.ts";
import { INCIDENT_ORDERS, listIncidents } from "../../queries/risk/list-incidents.ts";
import { RISK_ORDERS, riskBoard } from "../../queries/risk/risk-board.ts";
import { within } from "../access/scopes.ts";
import { listRoute } from "../list-route.ts";
import { AS_OF, codesOf, FIELDS, FLAG, oneOf, PILOT, RATED, REGION } from "../parameters.ts";
import { RISK_ITEM } from "../schemas/risk.ts";
import { INCIDENT_ITEM } from "../schemas/supervision.ts";

const PLACE = { region: REGION, field: FIELDS, pilot: PILOT };

const SORT = oneOf(RISK_ORDERS);

/** Bands from which a rating and what is suggested disagree. */
const DISAGREEMENT = 2;

/** Running pilots with their rating, and what the ledger suggests. */
export const riskBoardRoute = listRoute({
  path: "/v1/risk/board",
  access: within("supervision"),
  summary: { zh: "风险看板", en: "Running pilots: rated and suggested level, and the signals behind it" },
  pathParameters: {},
  queryParameters: { level: RATED, suggested: codesOf(RISK_LEVELS), ...PLACE, sort: SORT },
  item: RISK_ITEM,
  answer: ({ ledger, query: { sort, ...filter }, after, limit }) => riskBoard(ledger, { filter, sort, after, limit }),
});

/** Running pilots with a signal. */
export const riskSignalsRoute = listRoute({
  path: "/v1/risk/signals",
  access: within("supervision"),
  summary: { zh: "风险信号及其依据", en: "Running pilots with a signal, and the events it follows from" },
  pathParameters: {},
  queryParameters: { code: codesOf(SIGNAL_CODES), ...PLACE, sort: SORT },
  item: RISK_ITEM,
  answer: ({ ledger, query: { code = SIGNAL_CODES, sort, ...place }, after, limit }) =>
    riskBoard(ledger, { filter: { ...place, code }, sort, after, limit }),
});

/** Running pilots that are rated otherwise than the signals suggest. */
export const disagreementsRoute = listRoute({
  path: "/v1/risk/disagreements",
  access: within("supervision"),
  summary: {
    zh: "评级与信号相差两级及以上的试点项目",
    en: "Running pilots rated two bands or more from what the signals suggest",
  },
  pathParameters: {},
  queryParameters: { ...PLACE, sort: SORT },
  item: RISK_ITEM,
  answer: ({ ledger, query: { sort, ...place }, after, limit }) =>
    riskBoard(ledger, { filter: { ...place, minDisagreement: DISAGREEMENT }, sort, after, limit }),
});

/** Incidents. */
export const incidentsRoute = listRoute({
  path: "/v1/incidents",
  access: within("supervision"),
  summary: { zh: "安全事件", en: "Incidents, by number" },
  pathParameters: {},
  queryParameters: {
    open: FLAG,
    severity: codesOf(SEVERITIES),
    ...PLACE,
    from: AS_OF,
    to: AS_OF,
    sort: oneOf(INCIDENT_ORDERS),
  },
  item: INCIDENT_ITEM,
  answer: ({ ledger, query: { sort, ...filter }, after, limit }) =>
    listIncidents(ledger, { filter, sort, after, limit }),
});
