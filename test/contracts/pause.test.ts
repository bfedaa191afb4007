import { expect } from "chai";
import { encodeBytes32String } from "ethers";
import type { Hex } from "../../server/ledger/hex.ts";
import { ACTS, ENTITLED, pilotReadyFor } from "./acts.ts";
import {
  BUREAU,
  deployWorld,
  field,
  HANGZHOU,
  kindNumber,
  LEAD,
  named,
  networkHelpers,
  OTHER,
  REASON,
  role,
  UNREGISTERED,
  type World,
} from "./fixture.ts";

const _STREAM = encodeBytes32String("PAUSE");

describe("the pause", () => {
  let world: World;

  beforeEach(async () => {
    world = await networkHelpers.loadFixture(deployWorld);
  });

  const refused = (act: Promise<unknown>) =>
    expect(act).to.be.revertedWithCustomError(world.authority, "Authority_Paused").withArgs();

  it("halts every act on a pilot and on evidence, which go through afterwards", async () => {
    for (const act of ACTS) {
      world = await networkHelpers.loadFixture(deployWorld);
      const pilot: Hex = await pilotReadyFor(world, act);
      const attempt = () => act.attempt(world.ledger.connect(world.accounts[ENTITLED[act.caller]]), pilot, world);
      await world.authority.pause(REASON);
      await refused(attempt());
      await world.authority.unpause(REASON);
      await attempt();
    }
  });

  it("halts the registers of organisations and accounts, and the code tables", async () => {
    const { authority, accounts } = world;
    const registrar = authority.connect(accounts.registrar);
    await authority.pause(REASON);
    for (const act of [
      registrar.registerOrganisation(UNREGISTERED, HANGZHOU, kindNumber("CARRIER"), named("New")),
      registrar.updateOrganisation(OTHER, HANGZHOU, kindNumber("CARRIER"), named("New")),
      registrar.setOrganisationStatus(OTHER, 2, REASON),
      registrar.bindAccount(BUREAU, accounts.successor.address),
      registrar.revokeAccount(accounts.outsider.address, REASON),
      authority.setField(field("AGR"), true, named("Agriculture")),
      authority.setRegions([HANGZHOU], false),
    ]) {
      await refused(act);
    }
  });

  it("lets roles be given and taken, lost keys be reported, and everything be read", async () => {
    const { authority, ledger, accounts } = world;
    await authority.pause(REASON);
    await authority.assignRole(accounts.successor.address, role("APPROVER"), HANGZHOU, []);
    await authority.revokeRole(role("APPROVER"), accounts.approver.address);
    await authority.connect(accounts.lead).reportKeyCompromise(accounts.lead.address, world.opensAt);
    expect((await authority.bindingOf(accounts.lead.address)).organisation).to.equal(LEAD);
    expect((await ledger.journal())[0]).to.equal(1n);
  });
});
