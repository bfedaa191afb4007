/*
 * reportIncident
 * ├── given another caller: supervision/dossier-callers.test.ts
 * ├── it is refused without a severity
 * ├── it is refused for something to come
 * ├── it is refused without the report
 * └── it enters the incident, numbered in its region and year
 *
 * closeIncident
 * ├── given another state, or another caller: supervision/dossiers.test.ts, supervision/dossier-callers.test.ts
 * ├── it is refused when it was contained at a time to come
 * ├── it is refused without the report of its cause
 * └── it closes the incident
 */
import { expect } from "chai";
import { unpackDossierId } from "../../../server/ledger/dossiers.ts";
import type { Hex } from "../../../server/ledger/hex.ts";
import { digest, NO_DIGEST } from "../fixture.ts";
import { inDays } from "../supervision/fixture.ts";
import { severity } from "../supervision/journey.ts";
import { type FilingScene, filingScene } from "./scene.ts";

const CRITICAL = severity("CRITICAL");

describe("reportIncident and closeIncident", () => {
  let scene: FilingScene;
  let past: number;

  beforeEach(async () => {
    scene = await filingScene("NONE");
    past = await inDays(-1);
  });

  const report = ({ grade = CRITICAL, occurredAt = past, document = digest("report") as string } = {}) =>
    scene.operator.reportIncident(scene.filing, grade, occurredAt, document);
  const number = async () =>
    (await scene.operator.reportIncident.staticCall(scene.filing, CRITICAL, past, digest("report"))) as Hex;
  async function reported(): Promise<Hex> {
    const incident = await number();
    await report();
    return incident;
  }

  it("is refused without a severity", () => scene.refuses(report({ grade: 0 }), "Supervision_SeverityRequired"));

  it("is refused for something to come", async () =>
    scene.refuses(report({ occurredAt: await inDays(1) }), "Supervision_DateNotPast"));

  it("is refused without the report", () =>
    scene.refuses(report({ document: NO_DIGEST }), "Supervision_DigestRequired"));

  it("enters the incident, numbered in its region and year", async () => {
    for (const serial of ["0001", "0002"]) {
      const incident = await number();
      expect(unpackDossierId(incident)).to.match(new RegExp(`^IC-\\d{4}-330100-${serial}$`));
      await scene.recordsOfOperator(report(), "IncidentReported", incident, CRITICAL, past, digest("report"));
      const { state, severity: grade } = await scene.world.services.incidentOf(incident);
      expect([state, grade]).to.deep.equal([1n, BigInt(CRITICAL)]);
    }
  });

  it("is refused when it was contained at a time to come", async () => {
    const incident = await reported();
    const act = scene.examiner.closeIncident(incident, await inDays(1), digest("cause"));
    await scene.refuses(act, "Supervision_DateNotPast");
  });

  it("is refused without the report of its cause", async () => {
    const incident = await reported();
    await scene.refuses(scene.examiner.closeIncident(incident, past, NO_DIGEST), "Supervision_DigestRequired");
  });

  it("closes the incident", async () => {
    const incident = await reported();
    const act = scene.examiner.closeIncident(incident, past, digest("cause"));
    await scene.recordsOfExaminer(act, "IncidentClosed", incident, past, digest("cause"));
    expect((await scene.world.services.incidentOf(incident)).state).to.equal(2n);
  });
});
