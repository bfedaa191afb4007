import { digest, type World } from "../../../../test/contracts/fixture.ts";
import { pilotIn } from "../../../../test/contracts/journey.ts";
import { signAct } from "../../../../test/contracts/signatures.ts";
import type { Measure } from "../measure.ts";
import { threeDigests } from "./conduct.ts";

/** Acts that somebody else sends and pays for, and several acts at once. */
export async function signed(world: World, measure: Measure): Promise<void> {
  const { ledger, accounts } = world;
  const relayer = ledger.connect(accounts.stranger);
  const encode = (name: string, args: readonly unknown[]) =>
    ledger.interface.encodeFunctionData(name, args) as `0x${string}`;
  const pilot = await pilotIn(world, "ACTIVE");
  const submit = await signAct(world, accounts.lead, encode("submitMilestone", [pilot, threeDigests(world)]));
  const submission = relayer.executeSigned(submit.act, submit.signature);
  await measure("executeSigned, submitMilestone with 3 digests", submission);
  const accept = encode("acceptMilestone", [pilot, 1, 1, digest("decision")]);
  const waive = encode("waiveMilestone", [pilot, 2, digest("reason"), digest("note")]);
  await measure("batch, acceptMilestone and waiveMilestone", ledger.connect(accounts.approver).batch([accept, waive]));
}
