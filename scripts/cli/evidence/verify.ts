import type { Outcome, Session } from "../session.ts";
export async function verifyEvidence(_session: Session, _file: string, _algorithm?: string): Promise<Outcome> {
  throw new Error("not yet");
}
