import { expect } from "chai";
import { accountBound, organisationRegistered, pilotApplied, pilotCode, programmeOpened } from "../support/acts.ts";
import { FailingWrites } from "../support/failing-database.ts";
import { freshDigest, MirroredChain } from "../support/mirrored.ts";
import { SimulatedChain } from "../support/simulated-chain.ts";

describe("a mirror whose store rots", () => {
  let chain: SimulatedChain;
  let mirrored: MirroredChain;
  const writes = new FailingWrites();

  beforeEach(async () => {
    chain = new SimulatedChain()
      .mine(programmeOpened(), organisationRegistered(), accountBound())
      .mine(pilotApplied(1))
      .mine(pilotApplied(2));
    mirrored = await MirroredChain.of(chain, { database: writes.factory });
    expect((await mirrored.mirror.syncOnce()).state).to.equal("live");
  });

  afterEach(() => mirrored.close());

  const rot = () => writes.database?.put(`r/pilot/${pilotCode(1)}`, `${"0".repeat(16)}{}`);

  it("sets it aside when somebody reads what is altered, tells so, and comes to the whole again", async () => {
    await rot();
    const states: string[] = [];
    await mirrored.restart({ onProgress: ({ state, reason }) => states.push(`${state} ${reason?.code}`) });
    await mirrored.mirror.syncOnce();
    await rot();
    const reader = mirrored.store.snapshot();
    const error = await reader.get("pilot", pilotCode(1)).catch((cause: unknown) => cause);
    expect(error).to.have.property("code", "CORRUPT");
    await reader.close();
    await mirrored.mirror.syncOnce();
    expect(states).to.include("healing CORRUPT");
    const { state, reason } = await mirrored.mirror.syncOnce();
    expect([state, reason]).to.deep.equal(["live", null]);
    expect(await mirrored.digest()).to.equal(await freshDigest(chain));
  });

  it("sets it aside when a commit meets what is altered", async () => {
    await rot();
    chain.mine(pilotApplied(3));
    await writes.database?.put("r/account/0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC", "rotten");
    expect((await mirrored.mirror.syncOnce()).state).to.equal("healing");
    expect((await mirrored.mirror.syncOnce()).state).to.equal("live");
    expect(await mirrored.digest()).to.equal(await freshDigest(chain));
  });

  it("gives a disk up that alters what is written again and again", async () => {
    for (let time = 1; time <= 3; time++) {
      await rot();
      expect((await mirrored.store.check({ journals: "leave" })).faults).to.have.length.greaterThan(0);
      expect((await mirrored.mirror.syncOnce()).state).to.equal("healing");
      expect((await mirrored.mirror.syncOnce()).state).to.equal("live");
    }
    await rot();
    await mirrored.store.check({ journals: "leave" });
    const { state, reason } = await mirrored.mirror.syncOnce();
    expect([state, reason?.code]).to.deep.equal(["halted", "CORRUPT"]);
  });
});
