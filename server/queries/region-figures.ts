import type { Bilingual } from "../ledger/codes/bilingual.ts";
import { nameOfRegion } from "./name-of-region.ts";
import { writeCell } from "./statistics/fact.ts";

/** The figure of a region. */
export interface RegionFigure {
  readonly code: string;
  readonly name: Bilingual;
  /** Of the region and all that it covers. */
  readonly count: number;
  /** Of the region itself: what is registered at its own level (本级). */
  readonly own: number;
  /** What is counted, and the cells in which the drill-down gives it for `count` and for `own`. */
  readonly metric: string;
  readonly cell: string;
  readonly ownCell: string;
}

/**
 * Figures by region, each pilot in one place only: the provinces' own level (省本级) and the cities, districts and counties
 * counted in their city, add up to the total.
 */
export interface RegionFigures {
  readonly provinces: readonly RegionFigure[];
  readonly cities: readonly (RegionFigure & { readonly districts: readonly RegionFigure[] })[];
}

/** Rolls counts by region code up to cities and provinces (GB/T 2260). */
export function regionFigures(metric: string, counts: ReadonlyMap<string, number>): RegionFigures {
  const codes = [...counts.keys()].toSorted();
  const figure = (code: string, covered: readonly string[]): RegionFigure => ({
    code,
    name: nameOfRegion(code),
    count: covered.reduce((sum, region) => sum + (counts.get(region) ?? 0), 0),
    own: counts.get(code) ?? 0,
    metric,
    cell: writeCell({ region: code }),
    ownCell: writeCell({ own: code }),
  });
  const provinces = distinct(codes.map((code) => `${code.slice(0, 2)}0000`));
  const cities = distinct(codes.map((code) => `${code.slice(0, 4)}00`)).filter((code) => !code.endsWith("0000"));
  return {
    provinces: provinces.map((province) =>
      figure(
        province,
        codes.filter((code) => code.slice(0, 2) === province.slice(0, 2)),
      ),
    ),
    cities: cities.map((city) => {
      const covered = codes.filter((code) => code.slice(0, 4) === city.slice(0, 4));
      const districts = covered.filter((code) => code !== city).map((code) => figure(code, [code]));
      return { ...figure(city, covered), districts };
    }),
  };
}

function distinct(codes: readonly string[]): string[] {
  return [...new Set(codes)];
}
