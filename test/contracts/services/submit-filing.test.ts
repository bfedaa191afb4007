/*
 * submitFiling
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused without the form
 * ├── it enters that the form was handed in
 * └── it enters that it was handed in again after a refusal
 */
import { expect } from "chai";
import { digest, NO_DIGEST } from "../fixture.ts";
import { type FilingScene, filingScene } from "./scene.ts";

describe("submitFiling", () => {
  let scene: FilingScene;

  beforeEach(async () => {
    scene = await filingScene("PENDING");
  });

  const submit = (form = digest("form")) => scene.operator.submitFiling(scene.filing, form);

  it("is refused without the form", () => scene.refuses(submit(NO_DIGEST), "Supervision_DigestRequired"));

  it("enters that the form was handed in", async () => {
    await scene.recordsOfOperator(submit(), "FilingSubmitted", digest("form"));
    expect(await scene.filingState()).to.equal("SUBMITTED");
  });

  it("enters that it was handed in again after a refusal", async () => {
    scene = await filingScene("REFUSED");
    await submit();
    expect(await scene.filingState()).to.equal("SUBMITTED");
  });
});
