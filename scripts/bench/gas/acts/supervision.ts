import { numberOf } from "../../../../server/ledger/codes/code.ts";
import { COMPLAINT_CHANNELS, FILING_FORMS, INSPECTION_KINDS } from "../../../../server/ledger/codes/supervision.ts";
import {
  DAY,
  digest,
  NO_DIGEST,
  named,
  networkHelpers,
  REASON,
  type World,
} from "../../../../test/contracts/fixture.ts";
import { entitledToFile, FILING_ACTS } from "../../../../test/contracts/services/acts.ts";
import { examinerOf, filingIn, operatorOf } from "../../../../test/contracts/services/journey.ts";
import { CASE_ACTS, entitled } from "../../../../test/contracts/supervision/acts.ts";
import { commitmentOf, makeDraw, SEED_DELAY } from "../../../../test/contracts/supervision/draws.ts";
import {
  activePilot,
  deploySupervision,
  inDays,
  type SupervisedWorld,
  superviseWith,
} from "../../../../test/contracts/supervision/fixture.ts";
import {
  caseIn,
  deciderOf,
  FINE,
  inspectorOf,
  kinds,
  leadOf,
  openCase,
  openInspection,
  openingOf,
  result,
  severity,
} from "../../../../test/contracts/supervision/journey.ts";
import type { Measure } from "../measure.ts";

/** Every act on services and of supervision, each on a pilot that has been supervised before. */
export async function supervision(bare: World, measure: Measure): Promise<void> {
  const deployed = await deploySupervision(bare);
  await measure("setSupervision", bare.ledger.setSupervision(await deployed.supervision.getAddress()));
  const world = await superviseWith(bare, deployed);
  for (const act of FILING_ACTS) {
    const pilot = await filingIn(world, act.ready ?? "NONE");
    const name = act.ready === "NONE" ? `${act.name}, first record of the pilot` : act.name;
    await measure(name, act.attempt(entitledToFile(world, act), pilot, world));
  }
  const refiled = await filingIn(world, "CANCELLED");
  const refiling = [
    refiled,
    numberOf(FILING_FORMS, "APP"),
    await inDays(0),
    await inDays(14),
    named("Service"),
  ] as const;
  await measure("openFiling", operatorOf(world).openFiling(...refiling));
  for (const act of CASE_ACTS.filter(({ ready }) => ready !== null)) {
    const dossier = await caseIn(world, act.ready ?? "OPENED");
    await measure(act.name, act.attempt(entitled(world, act), dossier, world));
  }
  await hearing(world, measure);
  await dossiers(world, measure);
}

async function hearing(world: SupervisedWorld, measure: Measure): Promise<void> {
  const dossier = await caseIn(world, "PENALTY_NOTICED");
  await leadOf(world).requestHearing(dossier, digest("request"));
  await measure("recordHearing", deciderOf(world).recordHearing(dossier, digest("minutes")));
  await networkHelpers.time.increase(8 * DAY);
  const decision = deciderOf(world).decidePenalty(dossier, kinds("WARNING", "FINE"), FINE, digest("decision"));
  await measure("decidePenalty", decision);
}

async function dossiers(world: SupervisedWorld, measure: Measure): Promise<void> {
  const inspector = inspectorOf(world);
  const registrar = world.supervision.connect(world.accounts.registrar);
  const pilot = await activePilot(world, "NOT_REQUIRED");
  await openCase(world, {}, pilot);
  await measure("openCase", inspector.openCase(pilot, await openingOf()));

  const { inspector1, inspector2 } = world.officials;
  const inspectors = [inspector1.address, inspector2.address];
  const kind = numberOf(INSPECTION_KINDS, "ROUTINE");
  const opened = inspector.openInspection(pilot, kind, NO_DIGEST, NO_DIGEST, inspectors);
  await measure("openInspection, 2 inspectors", opened);
  const inspection = await openInspection(world, pilot);
  const concluded = inspector.concludeInspection(inspection, result("NO_ISSUE"), digest("record"));
  await measure("concludeInspection", concluded);
  await makeDraw(world);
  // Of a list so long that no place comes up twice: a draw costs less where one does, and the seed is another each time.
  const commitment = [commitmentOf({ listLength: 0xffffffff }), NO_DIGEST, NO_DIGEST] as const;
  const draw = await inspector.commitDraw.staticCall(...commitment);
  await measure("commitDraw", inspector.commitDraw(...commitment));
  await networkHelpers.mine(SEED_DELAY);
  await measure("makeDraw, 10 places", inspector.makeDraw(draw));

  const channel = numberOf(COMPLAINT_CHANNELS, "HOTLINE");
  const receive = () => registrar.receiveComplaint(pilot, channel, digest("letter"));
  const complaint = await registrar.receiveComplaint.staticCall(pilot, channel, digest("letter"));
  await receive();
  await measure("receiveComplaint", receive());
  await measure("acceptComplaint", inspector.acceptComplaint(complaint));
  await measure("answerComplaint", inspector.answerComplaint(complaint, digest("answer")));
  const other = await registrar.receiveComplaint.staticCall(pilot, channel, digest("letter"));
  await receive();
  await measure("rejectComplaint", inspector.rejectComplaint(other, REASON, NO_DIGEST));

  const rate = async () => examinerOf(world).rateRisk(pilot, 2, await inDays(90), digest("reasons"));
  await measure("rateRisk, first record of the pilot", rate());
  await measure("rateRisk", rate());
  const report = [pilot, severity("SERIOUS"), await inDays(0), digest("report")] as const;
  const incident = await operatorOf(world).reportIncident.staticCall(...report);
  await measure("reportIncident, first of the region and year", operatorOf(world).reportIncident(...report));
  await measure("reportIncident", operatorOf(world).reportIncident(...report));
  await measure("closeIncident", examinerOf(world).closeIncident(incident, await inDays(0), digest("cause")));
}
