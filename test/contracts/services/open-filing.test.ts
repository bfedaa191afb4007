/*
 * openFiling
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused for a pilot that does not exist
 * ├── it is refused for a service that need not be filed
 * ├── it is refused without a form
 * ├── it is refused without the service's name, or with more than 4096 bytes of it
 * ├── it is refused with a due date that is not after the service's start
 * └── it opens the filing
 */
import { expect } from "chai";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import { FILING_FORMS } from "../../../server/ledger/codes/supervision.ts";
import { named, textOf } from "../fixture.ts";
import { inDays } from "../supervision/fixture.ts";
import { type FilingScene, filingScene } from "./scene.ts";

const APP = numberOf(FILING_FORMS, "APP");

describe("openFiling", () => {
  let scene: FilingScene;
  let start: number;

  beforeEach(async () => {
    scene = await filingScene("NONE");
    start = await inDays(0);
  });

  const open = ({ pilot = scene.filing as string, form = APP, dueAt = start + 1, text = named("Service") } = {}) =>
    scene.operator.openFiling(pilot, form, start, dueAt, text);

  it("is refused for a pilot that does not exist", async () => {
    const unknown = scene.filing.replace(/00000001/, "0000ffff");
    await scene.refuses(open({ pilot: unknown }), "Supervision_PilotUnknown", unknown);
  });

  it("is refused for a service that need not be filed", async () => {
    const pilot = await scene.pilot();
    await scene.refuses(open({ pilot }), "Filings_NotRequired", pilot, 1);
  });

  it("is refused without a form", () => scene.refuses(open({ form: 0 }), "Filings_FormRequired"));

  it("is refused without the service's name, or with more than 4096 bytes of it", async () => {
    for (const length of [0, 4_097]) {
      await scene.refuses(open({ text: textOf(length) }), "Supervision_TextLength", length, 4_096);
    }
  });

  it("is refused with a due date that is not after the service's start", () =>
    scene.refuses(open({ dueAt: start }), "Supervision_DateNotAhead", start, start));

  it("opens the filing", async () => {
    await scene.recordsOfOperator(open(), "FilingOpened", APP, start, start + 1, named("Service"));
    expect(await scene.filingState()).to.equal("PENDING");
    const { form, filingDueAt } = await scene.world.services.serviceOf(scene.filing);
    expect([form, filingDueAt]).to.deep.equal([BigInt(APP), BigInt(start + 1)]);
  });
});
