/** Moves filings through their life: every state can be reached from here. */
import { numberOf } from "../../../server/ledger/codes/code.ts";
import { FILING_FORMS, type FilingState } from "../../../server/ledger/codes/supervision.ts";
import type { Hex } from "../../../server/ledger/hex.ts";
import { digest, NO_DIGEST, named, REASON } from "../fixture.ts";
import { activePilot, inDays, type ServiceLedger, type SupervisedWorld } from "../supervision/fixture.ts";

/** The service ledger in the hands of the pilot's lead, which runs the service. */
export const operatorOf = ({ services, accounts }: SupervisedWorld): ServiceLedger => services.connect(accounts.lead);
/** The service ledger in the hands of an inspector. */
export const examinerOf = ({ services, officials }: SupervisedWorld): ServiceLedger =>
  services.connect(officials.inspector1);

type FilingStep = (world: SupervisedWorld, pilot: Hex) => Promise<unknown>;

const openFiling: FilingStep = async (world, pilot) =>
  operatorOf(world).openFiling(
    pilot,
    numberOf(FILING_FORMS, "APP"),
    await inDays(0),
    await inDays(14),
    named("Service"),
  );
const submit: FilingStep = (world, pilot) => operatorOf(world).submitFiling(pilot, digest("form"));
const file: FilingStep = async (world, pilot) =>
  examinerOf(world).recordFiling(pilot, await inDays(0), "浙网信备0001号");

const filed = [openFiling, submit, file];
const cancelling: FilingStep[] = [
  ...filed,
  async (world, pilot) => operatorOf(world).declareFilingCancellation(pilot, await inDays(60), digest("plan")),
];

const FILING_PATHS: Record<FilingState, readonly FilingStep[]> = {
  NONE: [],
  PENDING: [openFiling],
  SUBMITTED: [openFiling, submit],
  FILED: filed,
  REFUSED: [openFiling, submit, (world, pilot) => examinerOf(world).refuseFiling(pilot, REASON, NO_DIGEST)],
  CHANGE_DUE: [
    ...filed,
    async (world, pilot) => operatorOf(world).declareFilingChange(pilot, await inDays(7), digest("change")),
  ],
  CHECK_DUE: [...filed, async (world, pilot) => examinerOf(world).callFilingCheck(pilot, await inDays(30))],
  CANCELLING: cancelling,
  CANCELLED: [
    ...cancelling,
    (world, pilot) => examinerOf(world).recordFilingCancellation(pilot, digest("cancellation")),
  ],
  REVOKED: [...filed, (world, pilot) => examinerOf(world).revokeFiling(pilot, REASON, NO_DIGEST)],
};

/** A new pilot whose filing stands at `state`. */
export async function filingIn(world: SupervisedWorld, state: FilingState): Promise<Hex> {
  const pilot = await activePilot(world, "REQUIRED");
  for (const step of FILING_PATHS[state]) await step(world, pilot);
  return pilot;
}
