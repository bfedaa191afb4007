import type { Request, Response } from "express";
import type { Services } from "../services.ts";
import { localsOf, withoutSecrets } from "./request-log.ts";

/** What came of a question. */
interface Outcome {
  readonly status: number;
  readonly code?: string;
  /** Digest of the answer. */
  readonly answer?: string;
}

/** Keeps a regulator's question in the access log before it is answered. Questions of nobody known are not kept. */
export async function keepQuestion(
  { accessLog, clock }: Pick<Services, "accessLog" | "clock">,
  request: Request,
  response: Response,
  { status, code = undefined, answer = undefined }: Outcome,
): Promise<void> {
  const { principal, requestId, where } = localsOf(response);
  if (principal === undefined) return;
  const { kind, id, name } = principal;
  await accessLog.append({
    at: clock(),
    requestId,
    who: { kind, id, name },
    where: where ?? null,
    method: request.method,
    address: withoutSecrets(request.originalUrl),
    status,
    code: code ?? null,
    answer: answer ?? null,
  });
}
