import { z } from "zod";
import { ORGANISATION_KINDS, ORGANISATION_STATUSES } from "../../ledger/codes/authority.ts";
import { PILOT_STATES } from "../../ledger/codes/pilots.ts";
import {
  ADDRESS,
  BILINGUAL,
  DECIMAL,
  labelled,
  PILOT_TEXT,
  PUBLIC_PROVENANCE,
  REGION_TEXT,
  USCC_TEXT,
} from "./basics.ts";
import { CASE_ITEM, INCIDENT_ITEM, PENALTY_ITEM, REPEATED_CLAUSE } from "./supervision.ts";

const organisation = {
  uscc: USCC_TEXT,
  region: REGION_TEXT,
  kind: z.enum(ORGANISATION_KINDS),
  status: z.enum(ORGANISATION_STATUSES),
  name: BILINGUAL,
  accounts: z.array(ADDRESS),
  labels: labelled("kind", "status"),
  provenance: PUBLIC_PROVENANCE,
};

/** An organisation in a list. */
export const ORGANISATION_ITEM = z.strictObject(organisation).meta({ id: "OrganisationItem" });

const PILOT_PART = z.strictObject({
  pilot: PILOT_TEXT,
  title: BILINGUAL,
  as: z.enum(["LEAD", "PARTY"]),
  state: z.enum(PILOT_STATES),
  labels: labelled("state"),
});

/** An organisation with everything on record about its pilots. */
export const ORGANISATION_RECORD = z
  .strictObject({
    ...organisation,
    pilots: z.array(PILOT_PART),
    cases: z.array(CASE_ITEM),
    penalties: z.array(PENALTY_ITEM),
    finesFen: DECIMAL,
    repeated: z.array(REPEATED_CLAUSE),
    incidents: z.array(INCIDENT_ITEM),
  })
  .meta({ id: "OrganisationRecord" });
