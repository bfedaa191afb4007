/*
 * Where somebody may look: regions with all that they cover (GB/T 2260), and fields in them.
 */

/** A part of the ledger: a region with what it covers, and some of its fields. */
export interface Area {
  readonly region: string;
  /** Null for every field. */
  readonly fields: readonly string[] | null;
}

/** Where a record lies. `field` is null for what belongs to a region alone. */
export interface Place {
  readonly region: string;
  readonly field: string | null;
}

/** All of the ledger, or the parts that may be seen. */
export type Jurisdiction = "whole" | readonly Area[];

/** Whether `region` is `other` or covers it: 330000 all of the province, 330100 all of its city. */
export function coversRegion(region: string, other: string): boolean {
  return other.startsWith(region.replace(/(00)+$/, "")) && /^\d{6}$/.test(other);
}

/** Whether a jurisdiction takes in a place. What has no field is seen by whoever sees its region. */
export function covers(jurisdiction: Jurisdiction, { region, field }: Place): boolean {
  if (jurisdiction === "whole") return true;
  return jurisdiction.some(
    (area) =>
      coversRegion(area.region, region) && (field === null || area.fields === null || area.fields.includes(field)),
  );
}

/**
 * Whether all of what is asked for lies in a jurisdiction: a region with what it covers, some fields, or both. A question that names
 * neither asks for what there is in the jurisdiction.
 */
export function coversQuestion(
  jurisdiction: Jurisdiction,
  region: string | undefined,
  fields: readonly string[] | undefined,
): boolean {
  if (jurisdiction === "whole") return true;
  const areas = region === undefined ? jurisdiction : jurisdiction.filter((area) => coversRegion(area.region, region));
  if (areas.length === 0) return false;
  return fields === undefined || fields.every((field) => areas.some((area) => area.fields?.includes(field) ?? true));
}

/** Names a jurisdiction, the same for the same one: part of what an answer depends on. */
export function jurisdictionKey(jurisdiction: Jurisdiction): string {
  if (jurisdiction === "whole") return "whole";
  return jurisdiction
    .map(({ region, fields }) => `${region}:${fields === null ? "*" : fields.toSorted().join("+")}`)
    .sort()
    .join(",");
}
