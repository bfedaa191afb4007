/*
 * addParty
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── given an organisation that takes part already
 * │   └── it is refused for the lead and for a party
 * ├── given an organisation that is not in the register, or not active
 * │   └── it is refused as the authority refuses it
 * ├── it is refused without a role
 * ├── it is refused without the party's consent
 * └── it lets the organisation take part
 */
import { expect } from "chai";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import { PARTY_ROLES } from "../../../server/ledger/codes/pilots.ts";
import type { Hex } from "../../../server/ledger/hex.ts";
import { digest, LEAD, NO_DIGEST, OTHER, PARTY, REASON, UNREGISTERED } from "../fixture.ts";
import { type PilotScene, pilotScene } from "./scene.ts";

const RESEARCH = numberOf(PARTY_ROLES, "RESEARCH");

describe("addParty", () => {
  let scene: PilotScene;

  beforeEach(async () => {
    scene = await pilotScene("APPLIED");
  });

  const add = (organisation: Hex, part = RESEARCH, consent = digest("consent")) =>
    scene.as("lead").addParty(scene.pilot, organisation, part, consent);

  it("is refused for the lead and for a party", async () => {
    for (const organisation of [LEAD, PARTY]) {
      await scene.refuses(add(organisation), "Pilots_PartyExists", scene.pilot, organisation);
    }
  });

  it("is refused as the authority refuses it", async () => {
    await scene.refuses(add(UNREGISTERED), "Authority_OrganisationUnknown", UNREGISTERED);
    await scene.world.authority.connect(scene.world.accounts.registrar).setOrganisationStatus(OTHER, 3, REASON);
    await scene.refuses(add(OTHER), "Authority_OrganisationNotActive", OTHER, 3);
  });

  it("is refused without a role", () => scene.refuses(add(OTHER, 0), "Pilots_PartyRoleRequired"));

  it("is refused without the party's consent", () =>
    scene.refuses(add(OTHER, RESEARCH, NO_DIGEST), "Pilots_DigestRequired"));

  it("lets the organisation take part", async () => {
    const values = [scene.pilot, scene.address("lead"), OTHER, RESEARCH, digest("consent")];
    await scene.records(add(OTHER), "PartyJoined", ...values);
    const { leads, role, submitted } = await scene.world.ledger.standingOf(scene.pilot, OTHER);
    expect([leads, role, submitted]).to.deep.equal([false, BigInt(RESEARCH), false]);
  });
});
