/*
 * declareFilingChange
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused with a due date that is not to come
 * ├── it is refused without the declaration
 * └── it enters until when the change is to be filed
 *
 * recordFilingChange
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused without a form
 * ├── it is refused without the record of the change
 * ├── it is refused without the service's name
 * └── it enters what the service has become
 */
import { expect } from "chai";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import { FILING_FORMS } from "../../../server/ledger/codes/supervision.ts";
import { digest, NO_DIGEST, named } from "../fixture.ts";
import { inDays } from "../supervision/fixture.ts";
import { type FilingScene, filingScene } from "./scene.ts";

const [, , ANOTHER = "APP"] = FILING_FORMS;
const FORM = numberOf(FILING_FORMS, ANOTHER);

describe("declareFilingChange and recordFilingChange", () => {
  let scene: FilingScene;

  const declare = async (days: number, declaration = digest("change")) =>
    scene.operator.declareFilingChange(scene.filing, await inDays(days), declaration);
  const record = ({ form = FORM, document = digest("change") as string, text = named("Renamed") } = {}) =>
    scene.examiner.recordFilingChange(scene.filing, form, document, text);

  describe("of a filed service", () => {
    beforeEach(async () => {
      scene = await filingScene("FILED");
    });

    it("is refused with a due date that is not to come", () => scene.refuses(declare(0), "Supervision_DateNotAhead"));

    it("is refused without the declaration", () => scene.refuses(declare(7, NO_DIGEST), "Supervision_DigestRequired"));

    it("enters until when the change is to be filed", async () => {
      const dueAt = await inDays(7);
      const act = scene.operator.declareFilingChange(scene.filing, dueAt, digest("change"));
      await scene.recordsOfOperator(act, "FilingChangeDeclared", dueAt, digest("change"));
      expect(await scene.filingState()).to.equal("CHANGE_DUE");
      expect((await scene.world.services.serviceOf(scene.filing)).filingDueAt).to.equal(BigInt(dueAt));
    });
  });

  describe("that was declared", () => {
    beforeEach(async () => {
      scene = await filingScene("CHANGE_DUE");
    });

    it("is refused without a form", () => scene.refuses(record({ form: 0 }), "Filings_FormRequired"));

    it("is refused without the record of the change", () =>
      scene.refuses(record({ document: NO_DIGEST }), "Supervision_DigestRequired"));

    it("is refused without the service's name", () =>
      scene.refuses(record({ text: "" }), "Supervision_TextLength", 0, 4_096));

    it("enters what the service has become", async () => {
      await scene.recordsOfExaminer(record(), "FilingChanged", FORM, digest("change"), named("Renamed"));
      expect(await scene.filingState()).to.equal("FILED");
      const { form, filingDueAt } = await scene.world.services.serviceOf(scene.filing);
      expect([form, filingDueAt]).to.deep.equal([BigInt(FORM), 0n]);
    });
  });
});
