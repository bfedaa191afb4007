import { documentDigest } from "../files/document.ts";
import { carryOut } from "../receipts/act.ts";
import { type Outcome, pathOf, type Session } from "../session.ts";
import type { PilotArgument } from "../values/codes.ts";
import { contentOf } from "../yaml/document.ts";
import { packedApplication } from "./packed.ts";
import { readApplication } from "./read.ts";

/** Changes a pilot's public text and budget to those of an application file. */
export async function amendPilot(
  session: Session,
  pilot: PilotArgument,
  { file, document }: { readonly file: string; readonly document: string },
): Promise<Outcome> {
  const content = contentOf(file, await readApplication(pathOf(session, file)));
  const digest = await documentDigest(session, document);
  const { budget, text } = packedApplication(content, digest);
  return carryOut(session, { contract: "PilotLedger", method: "amendPilot", args: [pilot.id, budget, digest, text] });
}
