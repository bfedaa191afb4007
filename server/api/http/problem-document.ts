import type { z } from "zod";
import { PROBLEMS, type Problem } from "../problems.ts";
import type { PROBLEM_DOCUMENT } from "../schemas/problem.ts";
import type { Language } from "./language.ts";

/** A problem as a document (RFC 9457) in one language. */
export function problemDocument(
  { code, detail, errors }: Pick<Problem, "code" | "detail" | "errors">,
  language: Language,
  requestId: string,
): z.input<typeof PROBLEM_DOCUMENT> {
  const { status, title } = PROBLEMS[code];
  return {
    type: `urn:pilot-ledger:problem:${code.toLowerCase().replaceAll("_", "-")}`,
    title: title[language],
    status,
    code,
    detail: detail[language],
    instance: `urn:uuid:${requestId}`,
    ...(errors.length > 0 && {
      errors: errors.map(({ parameter, detail: what, valid }) => ({
        parameter,
        detail: what[language],
        ...(valid && { valid: [...valid] }),
      })),
    }),
  };
}
