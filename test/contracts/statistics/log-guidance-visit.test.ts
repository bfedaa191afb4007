/*
 * logGuidanceVisit
 * ├── it is refused to everybody but a registrar of the region
 * ├── it is refused for a region that is not enabled
 * ├── it is refused with a contact that is not in the register
 * ├── it is refused for a visit to come
 * ├── it is refused without the record
 * └── it enters the visit
 */
import { asciiToHex, type Hex } from "../../../server/ledger/hex.ts";
import { digest, GUANGZHOU, HANGZHOU, NO_DIGEST, networkHelpers, OTHER, role, UNREGISTERED } from "../fixture.ts";
import type { ActorName } from "./fixture.ts";
import { type StatisticsScene, statisticsScene } from "./scene.ts";

describe("logGuidanceVisit", () => {
  let scene: StatisticsScene;
  let now: number;

  beforeEach(async () => {
    scene = await statisticsScene();
    now = await networkHelpers.time.latest();
  });

  interface Visit {
    region: number;
    contact: Hex;
    at: number;
    document: string;
  }
  const log = (changes: Partial<Visit> = {}, by: ActorName = "registrar") => {
    const visit = { region: HANGZHOU, contact: OTHER, at: now, document: digest("visit"), ...changes };
    return scene.as(by).logGuidanceVisit(visit.region, visit.contact, visit.at, visit.document);
  };

  it("is refused to everybody but a registrar of the region", async () => {
    await scene.refuses(log({}, "approver"), "Authority_MissingRole", scene.address("approver"), role("REGISTRAR"));
    await scene.refuses(log({ region: GUANGZHOU }), "Authority_OutOfJurisdiction");
  });

  it("is refused for a region that is not enabled", () =>
    scene.refuses(log({ region: 339_900 }), "Statistics_RegionNotEnabled", 339_900));

  it("is refused with a contact that is not in the register", () =>
    scene.refuses(log({ contact: UNREGISTERED }), "Authority_OrganisationUnknown", UNREGISTERED));

  it("is refused for a visit to come", () => scene.refuses(log({ at: now + 1_000 }), "Guidance_VisitInFuture"));

  it("is refused without the record", () => scene.refuses(log({ document: NO_DIGEST }), "Statistics_DigestRequired"));

  it("enters the visit", async () => {
    // The log of a region reads as GV-330100.
    const stream = `${asciiToHex("GV", 2)}${HANGZHOU.toString(16).padStart(6, "0")}`.padEnd(66, "0");
    const said = [HANGZHOU, OTHER, now, digest("visit")];
    await scene.records(log(), "GuidanceVisitLogged", stream, scene.address("registrar"), ...said);
  });
});
