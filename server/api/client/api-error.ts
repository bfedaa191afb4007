import { PROBLEM_DOCUMENT } from "../schemas/problem.ts";

/** A question that was not answered as it should be. */
export class ApiError extends Error {
  /** `UNREACHABLE`, `NOT_AS_DOCUMENTED`, or the code of the problem that the API answered with. */
  readonly code: string;
  /** The HTTP status; null where there was no answer. */
  readonly status: number | null;

  constructor(code: string, status: number | null, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "ApiError";
    this.code = code;
    this.status = status;
  }
}

/** A problem that the API answered with, as an error. */
export function problemOf(status: number, body: unknown): ApiError {
  const problem = PROBLEM_DOCUMENT.safeParse(body);
  if (!problem.success) return new ApiError("NOT_AS_DOCUMENTED", status, `HTTP ${status} without a problem document`);
  return new ApiError(problem.data.code, status, problem.data.detail);
}
