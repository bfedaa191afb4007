import type { Route } from "../route.ts";
import { evidenceRoute } from "./evidence.ts";
import { codesRoute, headRoute } from "./meta.ts";
import { milestonesRoute } from "./milestones.ts";
import { openApiRoute } from "./openapi.ts";
import { differenceRoute, historyRoute, pilotRoute, pilotsRoute, timelineRoute } from "./pilots.ts";
import { healthRoute, indexRoute, readyRoute } from "./service.ts";
import { overviewRoute } from "./statistics.ts";

const LISTED: readonly Route[] = [
  pilotsRoute,
  pilotRoute,
  timelineRoute,
  historyRoute,
  differenceRoute,
  milestonesRoute,
  evidenceRoute,
  overviewRoute,
  headRoute,
  codesRoute,
  healthRoute,
  readyRoute,
];

const FRONT = indexRoute(LISTED);
const DESCRIPTION = openApiRoute([FRONT, ...LISTED]);

/** Every route of the API. */
export const ROUTES: readonly Route[] = [FRONT, ...LISTED, DESCRIPTION];

/** What describes them. */
export const API_DOCUMENT = DESCRIPTION.document;
