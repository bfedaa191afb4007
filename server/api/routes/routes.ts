import type { Route } from "../route.ts";
import type { StreamRoute } from "../stream-route.ts";
import { accessLogCheckRoute, accessLogRoute } from "./access-log.ts";
import { actorRoute, conflictsRoute, eventsRoute, roleChangesRoute, unknownActorsRoute } from "./audit.ts";
import { bulletinRoute, bulletinsRoute, reproductionRoute } from "./bulletins.ts";
import { caseRoute, casesRoute, caseTimelineRoute, findingsRoute, ordersRoute } from "./cases.ts";
import { drawRoute, drawsRoute } from "./draws.ts";
import { evaluationRoute, evaluationsRoute, guidanceVisitsRoute, unvisitedRegionsRoute } from "./evaluations.ts";
import { anchorsRoute, disputesRoute, evidenceRoute } from "./evidence.ts";
import {
  attainmentRoute,
  componentCheckRoute,
  correctionsRoute,
  indicatorRoute,
  indicatorsRoute,
  lateReportersRoute,
} from "./indicators.ts";
import { eventStreamRoute, publicEventStreamRoute } from "./live.ts";
import { codesRoute, headRoute, rulesRoute } from "./meta.ts";
import { calendarRoute, milestoneRoute, milestonesRoute } from "./milestones.ts";
import { openApiRoute } from "./openapi.ts";
import { organisationRecordRoute, organisationsRoute } from "./organisations.ts";
import { differenceRoute, historyRoute, pilotRoute, pilotsRoute, timelineRoute } from "./pilots.ts";
import { poolMembersRoute, poolsRoute } from "./pools.ts";
import { programmesRoute } from "./programmes.ts";
import { publicPilotRoute, publicPilotsRoute } from "./public.ts";
import { expertQueueRoute, queueRoute, registrarQueueRoute, statisticianQueueRoute } from "./queues.ts";
import { disagreementsRoute, incidentsRoute, riskBoardRoute, riskSignalsRoute } from "./risk.ts";
import { healthRoute, indexRoute, readyRoute } from "./service.ts";
import { challengeRoute, signInRoute } from "./sign-in.ts";
import { datasetRoute, drilldownRoute, growthRoute, overviewRoute, statisticTableRoute } from "./statistics.ts";
import { complaintsRoute, filingNumberRoute, filingsDueRoute, filingsRoute, inspectionsRoute } from "./supervision.ts";
import { WEBHOOK_ROUTES } from "./webhooks.ts";

const LISTED: readonly (Route | StreamRoute)[] = [
  pilotsRoute,
  pilotRoute,
  timelineRoute,
  historyRoute,
  differenceRoute,
  milestonesRoute,
  calendarRoute,
  milestoneRoute,
  programmesRoute,
  organisationsRoute,
  organisationRecordRoute,
  registrarQueueRoute,
  statisticianQueueRoute,
  expertQueueRoute,
  queueRoute,
  casesRoute,
  caseRoute,
  caseTimelineRoute,
  ordersRoute,
  findingsRoute,
  filingsRoute,
  filingsDueRoute,
  filingNumberRoute,
  complaintsRoute,
  inspectionsRoute,
  drawsRoute,
  drawRoute,
  riskBoardRoute,
  riskSignalsRoute,
  disagreementsRoute,
  incidentsRoute,
  eventsRoute,
  eventStreamRoute,
  actorRoute,
  roleChangesRoute,
  unknownActorsRoute,
  conflictsRoute,
  evidenceRoute,
  anchorsRoute,
  disputesRoute,
  overviewRoute,
  statisticTableRoute,
  drilldownRoute,
  growthRoute,
  datasetRoute,
  indicatorsRoute,
  attainmentRoute,
  lateReportersRoute,
  componentCheckRoute,
  correctionsRoute,
  indicatorRoute,
  bulletinsRoute,
  bulletinRoute,
  reproductionRoute,
  evaluationsRoute,
  evaluationRoute,
  guidanceVisitsRoute,
  unvisitedRegionsRoute,
  poolsRoute,
  poolMembersRoute,
  publicPilotsRoute,
  publicPilotRoute,
  publicEventStreamRoute,
  accessLogRoute,
  accessLogCheckRoute,
  ...WEBHOOK_ROUTES,
  challengeRoute,
  signInRoute,
  headRoute,
  codesRoute,
  rulesRoute,
  healthRoute,
  readyRoute,
];

const FRONT = indexRoute(LISTED);
const DESCRIPTION = openApiRoute([FRONT, ...LISTED]);

/** Every route of the API. */
export const ROUTES: readonly (Route | StreamRoute)[] = [FRONT, ...LISTED, DESCRIPTION];

/** What describes them. */
export const API_DOCUMENT = DESCRIPTION.document;
