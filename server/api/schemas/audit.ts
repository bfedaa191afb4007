import { z } from "zod";
import { ROLES } from "../../ledger/codes/authority.ts";
import type { ContractName } from "../../ledger/contracts.ts";
import { CONTRACT_NAMES } from "../../ledger/contracts.ts";
import { ADDRESS, BILINGUAL, INSTANT, PILOT_TEXT, REGION_TEXT, USCC_TEXT } from "./basics.ts";
import { TIMELINE_ITEM } from "./pilots.ts";

const ROLE = z.enum([...ROLES, "ADMINISTRATOR"]).meta({ id: "Role" });

/** An event of the ledger. */
export const EVENT_ITEM = z
  .strictObject({
    ...TIMELINE_ITEM.shape,
    contractName: z.enum(CONTRACT_NAMES as [ContractName, ...ContractName[]]),
    subject: z.string().regex(/^0x[0-9a-f]{64}$/i),
  })
  .meta({ id: "EventItem" });

/** An act of an account with the roles it held then. */
export const ACT_ITEM = z
  .strictObject({ ...EVENT_ITEM.shape, roles: z.array(ROLE), organisationName: BILINGUAL.nullable() })
  .meta({ id: "ActItem" });

/** Who an account is. */
export const ACTOR = z
  .strictObject({
    address: ADDRESS,
    organisation: USCC_TEXT.nullable(),
    organisationName: BILINGUAL.nullable(),
    boundAt: INSTANT.nullable(),
    revokedAt: INSTANT.nullable(),
    lostAt: INSTANT.nullable(),
    roles: z.array(
      z.strictObject({
        role: ROLE,
        region: REGION_TEXT.nullable(),
        fields: z.string().regex(/^0x[0-9a-f]+$/),
        from: INSTANT,
        until: INSTANT.nullable(),
      }),
    ),
  })
  .meta({ id: "Actor" });

/** An act by an account that nobody answers for. */
export const UNKNOWN_ACT = z.strictObject({ ...EVENT_ITEM.shape, actor: ADDRESS }).meta({ id: "UnknownAct" });

/** A decision by somebody who was on the other side as well. */
export const CONFLICT_ITEM = z
  .strictObject({
    ...TIMELINE_ITEM.shape,
    kind: z.enum(["PARTICIPANT_DECIDES"]),
    kindLabel: BILINGUAL,
    pilot: PILOT_TEXT,
    organisation: USCC_TEXT,
    organisationName: BILINGUAL.nullable(),
    as: z.enum(["LEAD", "PARTY"]),
  })
  .meta({ id: "ConflictItem" });
