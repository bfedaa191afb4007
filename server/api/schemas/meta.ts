import { z } from "zod";
import type { ContractName } from "../../ledger/contracts.ts";
import { CONTRACT_NAMES } from "../../ledger/contracts.ts";
import { ADDRESS, BILINGUAL, CODE_LABEL, COUNT, DIGEST_TEXT, INSTANT } from "./basics.ts";
import { HEAD } from "./envelope.ts";

/** Which ledger is mirrored, and how the mirror fares. */
export const LEDGER_HEAD = {
  chainId: z.int(),
  genesisHash: DIGEST_TEXT,
  deploymentBlock: z.int(),
  schemaVersion: z.int(),
  contracts: z.array(
    z.strictObject({
      name: z.enum(CONTRACT_NAMES as [ContractName, ...ContractName[]]),
      address: ADDRESS,
      journal: z.strictObject({ count: COUNT, head: z.string().regex(/^0x[0-9a-f]{56}$/) }),
    }),
  ),
  head: HEAD.nullable(),
  mirror: z.strictObject({
    state: z.enum(["inspecting", "starting", "syncing", "live", "healing", "stopped", "halted"]),
    halted: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
    chainHead: z.int().nullable(),
    lastError: z.strictObject({ code: z.string(), at: INSTANT }).nullable(),
  }),
};

const SWITCHABLE = z.array(z.strictObject({ ...CODE_LABEL.shape, enabled: z.boolean() }));

/** The code tables. */
export const CODE_TABLES = {
  fields: SWITCHABLE,
  regions: SWITCHABLE,
  programmes: z.array(CODE_LABEL),
  tables: z.record(z.string(), z.array(CODE_LABEL)),
};

/** The rule set and the working-day calendar that answers are derived by. */
export const RULES_IN_FORCE = {
  ruleSet: z.strictObject({
    id: z.string(),
    version: z.string(),
    /** SHA-256 of its file, as programmes have it on the ledger. */
    digest: DIGEST_TEXT,
    rules: z.record(z.string(), z.unknown()),
    programmes: z.array(z.string()),
  }),
  otherRuleSets: z.array(z.strictObject({ programme: z.string(), ruleSetDigest: DIGEST_TEXT })),
  calendar: z.strictObject({ digest: DIGEST_TEXT, years: z.array(z.int()) }),
};

/** What there is. */
export const INDEX = {
  name: z.literal("pilot-ledger"),
  links: z.array(
    z.strictObject({
      method: z.enum(["GET", "POST", "DELETE"]),
      href: z.string(),
      access: z.string(),
      summary: BILINGUAL,
      parameters: z.array(z.string()),
    }),
  ),
};
