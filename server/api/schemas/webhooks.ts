import { z } from "zod";
import { CONTRACT_NAMES, type ContractName } from "../../ledger/contracts.ts";
import { ADDRESS, COUNT, EVENT_NAME, INSTANT, USCC_TEXT } from "./basics.ts";

const SUBJECT_TEXT = z.string().regex(/^0x[0-9a-fA-F]{64}$/);

const CONTRACT = z.enum(CONTRACT_NAMES as [ContractName, ...ContractName[]]);

/** Which events are told. */
const WEBHOOK_FILTER = z
  .strictObject({
    name: z.array(EVENT_NAME).min(1).optional(),
    subject: SUBJECT_TEXT.optional(),
    actor: ADDRESS.optional(),
    organisation: USCC_TEXT.optional(),
    contract: z.array(CONTRACT).min(1).optional(),
  })
  .meta({
    id: "WebhookFilter",
    description: "As the parameters of /v1/events; everything that the token may be told where it is empty",
  });

const ON_GIVING_UP = z.enum(["continue", "pause"]);

const FROM_BLOCK = z.int().min(0).max(999_999_999);

const CURSOR = z.string().min(1).max(400);

/** What is said to subscribe. */
export const WEBHOOK_WISH = z
  .strictObject({
    url: z.string().min(1).max(2_000),
    description: z.string().max(200).optional(),
    filter: WEBHOOK_FILTER.optional(),
    onGivingUp: ON_GIVING_UP.optional(),
    after: CURSOR.optional(),
    fromBlock: FROM_BLOCK.optional(),
  })
  .meta({
    id: "WebhookWish",
    description: "It begins after the cursor `after`, or with the block `fromBlock`, or with what is still to come",
  });

/** From where on things are told anew. */
export const REPLAY_WISH = z
  .strictObject({ after: CURSOR.optional(), fromBlock: FROM_BLOCK.optional() })
  .meta({ id: "ReplayWish", description: "One of the two" });

/** Which dead letters are delivered again. */
export const REDELIVERY_WISH = z
  .strictObject({ numbers: z.array(z.int().positive()).min(1).max(1_000).optional() })
  .meta({ id: "RedeliveryWish", description: "All of them where no numbers are given" });

const STOP_REASON = z.enum([
  ...(["OWNER", "DEAD_LETTER", "DEAD_LETTERS_FULL", "REORGANISATION_UNDELIVERED", "GONE"] as const),
  ...(["TOKEN_REVOKED", "TOKEN_EXPIRED", "TOKEN_INVALID"] as const),
]);

/** A subscription. */
export const WEBHOOK = z
  .strictObject({
    id: z.string(),
    url: z.string(),
    description: z.string(),
    filter: WEBHOOK_FILTER,
    onGivingUp: ON_GIVING_UP,
    state: z.enum(["ACTIVE", "PAUSED", "DISABLED"]),
    reason: STOP_REASON.nullable(),
    createdAt: INSTANT,
    previousSecretUntil: INSTANT.nullable(),
    cursor: z.string(),
    lagBlocks: COUNT.nullable(),
    trying: z.strictObject({ message: z.string(), attempts: COUNT, since: INSTANT, notBefore: INSTANT }).nullable(),
    redelivering: COUNT,
  })
  .meta({
    id: "Webhook",
    description:
      "cursor is after the last message that was delivered or given up; trying is the message that was not taken yet",
  });

/** The secret that messages are signed with. */
export const WEBHOOK_SECRET = z
  .string()
  .regex(/^whsec_[A-Za-z0-9+/]{43}=$/)
  .meta({ id: "WebhookSecret", description: "Told this once: note it now" });

const MESSAGE = {
  message: z.string(),
  type: z.enum(["ledger.event", "ledger.reorganised"]),
};

const OUTCOME = { status: z.int().nullable(), fault: z.string().nullable() };

/** An attempt to deliver a message. */
export const DELIVERY = z
  .strictObject({
    at: INSTANT,
    ...MESSAGE,
    outcome: z.enum(["DELIVERED", "FAILED", "GIVEN_UP", "GONE"]),
    ...OUTCOME,
    milliseconds: COUNT,
  })
  .meta({
    id: "Delivery",
    description: "fault is why there was no answer, such as TIMEOUT, ECONNREFUSED or ADDRESS_REFUSED",
  });

/** A message that could not be delivered. */
export const DEAD_LETTER = z
  .strictObject({
    number: z.int().positive(),
    ...MESSAGE,
    content: z.record(z.string(), z.unknown()),
    at: INSTANT,
    attempts: COUNT,
    ...OUTCOME,
  })
  .meta({ id: "DeadLetter", description: "A message that could not be delivered, with its content" });
