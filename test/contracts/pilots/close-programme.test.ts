/*
 * closeProgramme
 * ├── it is refused for a programme that does not exist
 * ├── it is refused to an approver of less than the whole province
 * ├── it is refused without a reason
 * ├── it is refused once the window is closed
 * └── it closes the window now, and nobody applies any more
 */
import { packProgrammeId } from "../../../server/ledger/ids.ts";
import { deployWorld, HANGZHOU, NO_FIELD, NO_REASON, networkHelpers, PROVINCE, REASON, role } from "../fixture.ts";
import { applyWith } from "../journey.ts";
import { Scene } from "../scene.ts";

const UNKNOWN = packProgrammeId({ province: "ZJ", year: 2020, kind: "CITY", batch: 2 });

describe("closeProgramme", () => {
  let scene: Scene;

  beforeEach(async () => {
    scene = new Scene(await networkHelpers.loadFixture(deployWorld));
  });

  const close = (by: "approver" | "cityApprover" = "approver", programme = scene.world.programme, reason = REASON) =>
    scene.world.ledger.connect(scene.world.accounts[by]).closeProgramme(programme, reason);

  it("is refused for a programme that does not exist", () =>
    scene.refuses(close("approver", UNKNOWN), "Programmes_Unknown", UNKNOWN));

  it("is refused to an approver of less than the whole province", async () => {
    const official = scene.address("cityApprover");
    await scene.world.authority.assignRole(official, role("APPROVER"), HANGZHOU, []);
    const refusal = [official, role("APPROVER"), PROVINCE, NO_FIELD];
    await scene.refuses(close("cityApprover"), "Authority_OutOfJurisdiction", ...refusal);
  });

  it("is refused without a reason", () =>
    scene.refuses(close("approver", scene.world.programme, NO_REASON), "Pilots_ReasonRequired"));

  it("is refused once the window is closed", async () => {
    await close();
    await scene.refuses(close(), "Programmes_WindowClosed");
  });

  it("closes the window now, and nobody applies any more", async () => {
    const now = (await networkHelpers.time.latest()) + 10;
    await networkHelpers.time.setNextBlockTimestamp(now);
    const values = [scene.world.programme, scene.address("approver"), now, REASON];
    await scene.records(close(), "ProgrammeClosed", ...values);
    await scene.refuses(applyWith(scene.world), "Programmes_WindowClosed");
  });
});
