import type { Route } from "../route.ts";
import { evidenceRoute } from "./evidence.ts";
import { codesRoute, headRoute } from "./meta.ts";
import { milestonesRoute } from "./milestones.ts";
import { pilotRoute, pilotsRoute, timelineRoute } from "./pilots.ts";
import { healthRoute, indexRoute, readyRoute } from "./service.ts";
import { overviewRoute } from "./statistics.ts";

const LISTED: readonly Route[] = [
  pilotsRoute,
  pilotRoute,
  timelineRoute,
  milestonesRoute,
  evidenceRoute,
  overviewRoute,
  headRoute,
  codesRoute,
  healthRoute,
  readyRoute,
];

/** Every route of the API. */
export const ROUTES: readonly Route[] = [indexRoute(LISTED), ...LISTED];
