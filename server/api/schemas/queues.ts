import { z } from "zod";
import { TASK_LABELS, type TaskCode } from "../../queries/queues/task.ts";
import { BILINGUAL, COUNT, FIELD_TEXT, INSTANT, PILOT_TEXT, PUBLIC_PROVENANCE, REGION_TEXT } from "./basics.ts";

/** Something that waits for a role. */
export const QUEUE_ITEM = z
  .strictObject({
    task: z.enum(Object.keys(TASK_LABELS) as [TaskCode, ...TaskCode[]]),
    label: BILINGUAL,
    subject: z.string(),
    pilot: PILOT_TEXT.nullable(),
    pilotTitle: BILINGUAL.nullable(),
    region: REGION_TEXT,
    field: FIELD_TEXT.nullable(),
    since: INSTANT,
    ageDays: COUNT,
    workingDays: COUNT.nullable(),
    limitAt: INSTANT.nullable(),
    daysLeft: z.int().nullable(),
    late: z.boolean(),
    awaiting: z
      .array(z.string())
      .nullable()
      .meta({ description: "Accounts or organisations it waits for by name; null for anybody of the role" }),
    fault: z.literal("CALENDAR_YEAR_MISSING").nullable(),
    provenance: PUBLIC_PROVENANCE,
  })
  .meta({ id: "QueueItem" });
