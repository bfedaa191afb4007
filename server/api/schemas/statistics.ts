import { z } from "zod";
import { BILINGUAL, COUNT, DECIMAL, FIGURE, REGION_TEXT } from "./basics.ts";

const figures = z.array(FIGURE);

const REGION_FIGURE = z
  .strictObject({ code: REGION_TEXT, name: BILINGUAL, count: COUNT, own: COUNT })
  .meta({ id: "RegionFigure" });

const CITY_FIGURE = z
  .strictObject({ ...REGION_FIGURE.shape, districts: z.array(REGION_FIGURE) })
  .meta({ id: "CityFigure" });

/** The ledger in figures. */
export const OVERVIEW = z
  .strictObject({
    pilots: z.strictObject({
      cumulative: COUNT,
      byState: figures,
      byStage: figures,
      byField: figures,
      byProgrammeKind: figures,
      byRegion: z.strictObject({ provinces: z.array(REGION_FIGURE), cities: z.array(CITY_FIGURE) }),
    }),
    milestones: z.strictObject({ total: COUNT, byTimeliness: figures }),
    budgetFen: DECIMAL,
    organisations: z.strictObject({ registered: COUNT, leading: COUNT }),
    evidence: z.strictObject({ digests: COUNT, appearances: COUNT, byUse: figures }),
  })
  .meta({ id: "Overview" });
