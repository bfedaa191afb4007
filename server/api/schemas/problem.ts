import { z } from "zod";
import { PROBLEMS, type ProblemCode } from "../problems.ts";

/** A problem document (RFC 9457) as the API answers with. */
export const PROBLEM_DOCUMENT = z
  .strictObject({
    type: z.string().regex(/^urn:pilot-ledger:problem:[a-z-]+$/),
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
    detail: z.string(),
    instance: z.string().regex(/^urn:uuid:[0-9a-f-]{36}$/),
    errors: z
      .array(z.strictObject({ parameter: z.string(), detail: z.string(), valid: z.array(z.string()).optional() }))
      .optional(),
  })
  .meta({ id: "Problem", description: "RFC 9457; code is stable, texts are in the language asked for" });
