import { z } from "zod";
import { EVENT_LABELS } from "../../ledger/codes/event-labels.ts";
import type { EventName } from "../../ledger/events.ts";

/*
 * The forms that members of answers take. A schema with an `id` is one that the OpenAPI document names; `z.strictObject` says that
 * there is nothing else, so that the document tells all of an answer.
 */

/** A text in Chinese and English. */
export const BILINGUAL = z.strictObject({ zh: z.string(), en: z.string() }).meta({ id: "Bilingual" });

/** An instant, Unix seconds. */
export const INSTANT = z.int().nonnegative().meta({ id: "Instant", description: "Unix seconds (UTC)" });

/** How many of something. */
export const COUNT = z.int().nonnegative();

/** 32 bytes. */
export const DIGEST_TEXT = z
  .string()
  .regex(/^0x[0-9a-f]{64}$/)
  .meta({ id: "Digest", description: "32 bytes, hexadecimal" });

/** An account or a contract. */
export const ADDRESS = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/)
  .meta({ id: "Address", description: "An account or contract, with the checksum of EIP-55" });

/** An organisation's unified social credit code (统一社会信用代码). */
export const USCC_TEXT = z
  .string()
  .regex(/^[0-9A-Z]{18}$/)
  .meta({ id: "Uscc", description: "Unified social credit code (GB 32100)" });

/** Money, or another whole number that JSON's numbers are too small for. */
export const DECIMAL = z
  .string()
  .regex(/^-?\d+$/)
  .meta({ id: "Decimal", description: "A whole number in decimal text; money is in fen" });

export const PILOT_TEXT = z.string().meta({ id: "PilotCode", description: "Such as ZJ-2019-330100-JUD-0001" });

export const REGION_TEXT = z
  .string()
  .regex(/^\d{6}$/)
  .meta({ id: "RegionCode", description: "Six digits of GB/T 2260" });

export const FIELD_TEXT = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .meta({ id: "FieldCode" });

export const EVENT_NAME = z.enum(Object.keys(EVENT_LABELS) as [EventName, ...EventName[]]).meta({ id: "EventName" });

/** Why something was decided. */
export const REASON = z
  .strictObject({ code: z.string(), documentDigest: DIGEST_TEXT.nullable() })
  .meta({ id: "Reason" });

const provenance = {
  contract: ADDRESS,
  event: EVENT_NAME,
  blockNumber: z.int(),
  blockHash: DIGEST_TEXT,
  blockTime: INSTANT,
  transactionHash: DIGEST_TEXT,
  logIndex: z.int(),
  actor: ADDRESS,
  actorOrganisation: USCC_TEXT.nullable(),
};

/** Which event of the chain a part of a record comes from. */
export const PROVENANCE = z.strictObject(provenance).meta({ id: "EventPlace" });

/** Which event of which chain an item comes from. */
export const PUBLIC_PROVENANCE = z.strictObject({ chainId: z.int(), ...provenance }).meta({ id: "Provenance" });

/** A code with its name. */
export const CODE_LABEL = z.strictObject({ code: z.string(), label: BILINGUAL }).meta({ id: "CodeLabel" });

/** What the codes of some members are called, by the member; null where a member holds none. */
export function labelled<Member extends string>(...members: readonly Member[]) {
  const shape = Object.fromEntries(members.map((member) => [member, BILINGUAL.nullable()]));
  return z.strictObject(shape as Record<Member, z.ZodNullable<typeof BILINGUAL>>);
}

/** Which pilot an item is about. */
export const PILOT_BRIEF = {
  pilot: PILOT_TEXT,
  pilotTitle: BILINGUAL.nullable(),
  region: REGION_TEXT,
  field: FIELD_TEXT,
  lead: USCC_TEXT.nullable(),
  leadName: BILINGUAL.nullable(),
};

/** The number of a dossier. */
export const DOSSIER_TEXT = z.string().meta({ id: "DossierCode", description: "Such as JC-2019-330200-0007" });
