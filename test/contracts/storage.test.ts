import { expect } from "chai";
import { AbiCoder, concat, dataSlice, id, keccak256, toBeHex } from "ethers";
import { packPilotScope } from "../../server/ledger/ids.ts";
import { deployWorld, ethers, LEAD, networkHelpers, type World } from "./fixture.ts";
import { pilotIn } from "./journey.ts";

/** The slot of an ERC-7201 namespace. */
function namespace(name: string): bigint {
  const inner = AbiCoder.defaultAbiCoder().encode(["uint256"], [BigInt(id(name)) - 1n]);
  return BigInt(keccak256(inner)) & ~0xffn;
}

/** The slot of a mapping's entry. */
function entryOf(key: string, slot: bigint): bigint {
  return BigInt(keccak256(AbiCoder.defaultAbiCoder().encode(["bytes32", "uint256"], [key, slot])));
}

describe("the storage a proof reads", () => {
  let world: World;
  let address: string;

  before(async () => {
    world = await networkHelpers.loadFixture(deployWorld);
    address = await world.ledger.getAddress();
  });

  const load = (slot: bigint): Promise<string> => ethers.provider.getStorage(address, slot);
  const PILOTS = namespace("pilotledger.pilots");
  const JOURNAL = namespace("pilotledger.journal");

  it("holds the number of pilots of a scope first in the namespace of the pilots", async () => {
    const scope = packPilotScope({ province: "ZJ", year: 2019, region: "330100", field: "JUD" });
    await pilotIn(world, "APPLIED");
    await pilotIn(world, "APPLIED");
    expect(await load(entryOf(scope, PILOTS))).to.equal(toBeHex(2, 32));
  });

  it("holds a pilot, and its handling, in one slot each behind it", async () => {
    const pilot = await pilotIn(world, "UNDER_REVIEW");
    const entry = await load(entryOf(pilot, PILOTS + 1n));
    expect(dataSlice(entry, 14)).to.equal(LEAD);
    expect(dataSlice(entry, 13, 14)).to.equal("0x03");
    const handling = await load(entryOf(pilot, PILOTS + 2n));
    expect(dataSlice(handling, 12)).to.equal(world.accounts.registrar.address.toLowerCase());
  });

  it("holds the whole journal, then the stream of each subject, in one slot each: the head, then the count", async () => {
    const pilot = await pilotIn(world, "ACTIVE");
    const [count, head] = await world.ledger.journal();
    expect(await load(JOURNAL)).to.equal(concat([head, toBeHex(count, 4)]));
    const [streamCount, streamHead] = await world.ledger.journalOf(pilot);
    expect(await load(entryOf(pilot, JOURNAL + 1n))).to.equal(concat([streamHead, toBeHex(streamCount, 4)]));
  });
});
