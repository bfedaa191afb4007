import { expect } from "chai";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import { COMPLAINT_CHANNELS, FILING_FORMS, FILING_STATES } from "../../../server/ledger/codes/supervision.ts";
import { eventNames } from "../../../server/ledger/decode.ts";
import { drawnPlaces } from "../../../server/ledger/draw.ts";
import type { Address, Hex } from "../../../server/ledger/hex.ts";
import { compare, type Records, rebuild, values } from "../../e2e/rebuild.ts";
import { openSeriousCases, pilotId, serviceOf } from "../../e2e/supervision-views.ts";
import { viewsOf } from "../../e2e/views.ts";
import { digest, ethers, HANGZHOU, NINGBO, NO_DIGEST, named, networkHelpers, PROVINCE, REASON } from "../fixture.ts";
import { examinerOf, filingIn, operatorOf } from "../services/journey.ts";
import { drawIn, REACHABLE_DRAW_STATES } from "./draws.ts";
import { activePilot, deploySupervised, inDays, type SupervisedWorld } from "./fixture.ts";
import {
  caseIn,
  deciderOf,
  inspectorOf,
  judge,
  leadOf,
  openInspection,
  REACHABLE_CASE_STATES,
  respond,
  result,
  severity,
} from "./journey.ts";

/** A case in each of its states, a filing in each of its, and one of every other record. */
async function deployChronicle(): Promise<SupervisedWorld> {
  const world = await deploySupervised();
  const { services, supervision, accounts, officials } = world;
  const inspector = inspectorOf(world);
  for (const state of REACHABLE_CASE_STATES) await caseIn(world, state, "SERIOUS");
  for (const state of FILING_STATES) await filingIn(world, state);

  const answered = await caseIn(world, "RECTIFYING");
  await respond(world, answered);
  await judge("PASS")(world, answered);
  const heard = await caseIn(world, "PENALTY_NOTICED");
  await leadOf(world).submitStatement(heard, digest("statement"));
  await leadOf(world).requestHearing(heard, digest("request"));
  await caseIn(world, "PENALTY_NOTICED").then((dossier) => leadOf(world).requestHearing(dossier, digest("request")));
  await deciderOf(world).recordHearing(heard, digest("record"));
  await deciderOf(world).liftOrder(await caseIn(world, "RECTIFYING"), REASON, NO_DIGEST);

  const changed = await filingIn(world, "CHANGE_DUE");
  const examiner = examinerOf(world);
  await examiner.recordFilingChange(changed, numberOf(FILING_FORMS, "WEBSITE"), digest("change"), named("New name"));
  await examiner.recordFilingCheck(await filingIn(world, "CHECK_DUE"), digest("check"));

  const pilot = await activePilot(world, "NOT_REQUIRED");
  const registrar = supervision.connect(accounts.registrar);
  const complaint = [pilot, numberOf(COMPLAINT_CHANNELS, "LETTER"), digest("letter")] as const;
  for (const outcome of ["received", "accepted", "rejected", "answered"]) {
    const id = await registrar.receiveComplaint.staticCall(...complaint);
    await registrar.receiveComplaint(...complaint);
    if (outcome === "accepted" || outcome === "answered") await inspector.acceptComplaint(id);
    if (outcome === "answered") await inspector.answerComplaint(id, digest("answer"));
    if (outcome === "rejected") await inspector.rejectComplaint(id, REASON, NO_DIGEST);
  }
  const inspection = await openInspection(world, pilot);
  await inspector.concludeInspection(inspection, result("NO_ISSUE"), digest("record"));
  for (const [index, state] of REACHABLE_DRAW_STATES.entries()) {
    await drawIn(world, state, [PROVINCE, HANGZHOU, NINGBO][index] ?? PROVINCE);
  }
  await examiner.rateRisk(pilot, 2, await inDays(30), digest("reasons"));
  await services.connect(officials.inspector2).rateRisk(pilot, 3, await inDays(90), digest("reasons"));
  for (const state of ["reported", "closed"]) {
    const act = [pilot, severity("CRITICAL"), await inDays(-1), digest("report")] as const;
    const incident = await operatorOf(world).reportIncident.staticCall(...act);
    await operatorOf(world).reportIncident(...act);
    if (state === "closed") await examiner.closeIncident(incident, await inDays(0), digest("cause"));
  }
  return world;
}

describe("the supervision rebuilt from logs alone", function () {
  this.timeout(120_000);
  let world: SupervisedWorld;
  let records: Records;
  let views: ReturnType<typeof viewsOf>;

  before(async () => {
    world = await networkHelpers.loadFixture(deployChronicle);
    const { authority, ledger, evidence, services, supervision } = world;
    const contracts = {
      Authority: (await authority.getAddress()) as Address,
      PilotLedger: (await ledger.getAddress()) as Address,
      EvidenceLedger: (await evidence.getAddress()) as Address,
      StatisticsLedger: ethers.ZeroAddress as Address,
      ServiceLedger: (await services.getAddress()) as Address,
      SupervisionLedger: (await supervision.getAddress()) as Address,
    };
    records = await rebuild(ethers.provider, { contracts });
    views = viewsOf({ contracts, province: "ZJ" }, ethers.provider, records);
  });

  for (const kind of ["complaint", "draw", "inspection", "case", "incident", "journal"] as const) {
    it(`has the same ${kind} records as the contracts' views tell of`, async () => {
      await compare(values(records, kind).flatMap((record) => views.of(kind, record)));
    });
  }

  it("repeats the draws that were made from their seeds and sizes", () => {
    const draws = values(records, "draw");
    expect(draws.map(({ state }) => state)).to.include.members(REACHABLE_DRAW_STATES);
    for (const { seed, listLength, count, chosen } of draws) {
      expect(chosen).to.deep.equal(seed && drawnPlaces(seed, listLength, count));
    }
  });

  it("sums up each pilot as the contracts do: its filing and its risk, and its open serious cases", async () => {
    const pilots = values(records, "pilot").map(({ code }) => code);
    expect(pilots.length).to.be.greaterThan(20);
    for (const pilot of pilots) {
      const id = pilotId(pilot) as Hex;
      const service = serviceOf(
        values(records, "filing").find((record) => record.pilot === pilot),
        values(records, "riskRating").find((record) => record.pilot === pilot),
      );
      const serious = openSeriousCases(values(records, "case").filter((record) => record.pilot === pilot));
      expect(plain(await world.services.serviceOf(id)), pilot).to.deep.equal(service);
      expect(await world.supervision.openSeriousCases(id), pilot).to.equal(serious);
    }
  });

  it("tells of every kind of event, and of every kind of record", () => {
    const seen = new Set(values(records, "event").map((event) => event.provenance.event));
    const known = [...eventNames("ServiceLedger"), ...eventNames("SupervisionLedger")];
    const missing = known.filter((name) => !seen.has(name));
    expect(missing).to.deep.equal([]);
    for (const kind of ["filing", "case", "inspection", "complaint", "incident", "riskRating"] as const) {
      expect(values(records, kind), kind).not.to.be.empty;
    }
  });
});

/** A struct as ethers returns it, by name. */
function plain(struct: unknown): unknown {
  return (struct as { toObject(): unknown }).toObject();
}
