/** Kinds of programme, in the order of `ProgrammeKind` in the contracts. */
export const PROGRAMME_KINDS = [
  "NONE",
  "PILOT",
  "BASE",
  "CARRIER",
  "CITY",
  "COUNTY",
  "RND",
  "MAJOR_PROJECT",
  "NATIONAL",
] as const;

export type ProgrammeKind = (typeof PROGRAMME_KINDS)[number];
