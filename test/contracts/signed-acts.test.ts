import { expect } from "chai";
import type { BaseContract } from "ethers";
import type { Address, Hex } from "../../server/ledger/hex.ts";
import {
  BUREAU,
  DAY,
  deployWorld,
  digest,
  ethers,
  LEAD,
  NO_DIGEST,
  networkHelpers,
  REASON,
  subjectOf,
  type World,
} from "./fixture.ts";
import { applicationOf, pilotIn, planOf, TEXT } from "./journey.ts";
import { domainOf, type Letter, signAct } from "./signatures.ts";

describe("signed acts", () => {
  let world: World;
  let pilot: Hex;
  /** Pays, and is nobody to the ledger. */
  let relayer: World["ledger"];

  beforeEach(async () => {
    world = await networkHelpers.loadFixture(deployWorld);
    pilot = await pilotIn(world, "ACTIVE");
    relayer = world.ledger.connect(world.accounts.stranger);
  });

  const encode = (name: string, args: readonly unknown[]): Hex =>
    world.ledger.interface.encodeFunctionData(name, args) as Hex;
  const amend = (budget = 1n): Hex => encode("amendPilot", [pilot, budget, NO_DIGEST, TEXT]);
  const withdraw = (): Hex => encode("withdrawPilot", [pilot, REASON, NO_DIGEST]);
  const send = ({ act, signature }: Letter) => relayer.executeSigned(act, signature);

  async function refuses(letter: Letter, error: string, ...args: unknown[]): Promise<void> {
    await expect(send(letter))
      .to.be.revertedWithCustomError(world.ledger, error)
      .withArgs(...args);
  }

  it("are the signer's, whoever sends them", async () => {
    const { lead } = world.accounts;
    await expect(send(await signAct(world, lead, amend(7n))))
      .to.emit(world.ledger, "PilotAmended")
      .withArgs(pilot, lead.address, 2, 7n, NO_DIGEST, TEXT);
    expect(await world.ledger.getFunction("nonces(address)")(lead.address)).to.equal(1n);
  });

  it("return what the act returns", async () => {
    const call = encode("applyPilot", [applicationOf(world), planOf(world)]);
    const { act, signature } = await signAct(world, world.accounts.lead, call);
    const result = await relayer.executeSigned.staticCall(act, signature);
    const [id] = world.ledger.interface.decodeFunctionResult("applyPilot", result);
    expect(id).to.equal(
      await world.ledger.connect(world.accounts.lead).applyPilot.staticCall(applicationOf(world), planOf(world)),
    );
  });

  it("are refused for the reasons for which the signer itself is", async () => {
    await expect(send(await signAct(world, world.accounts.outsider, amend()))).to.be.revertedWithCustomError(
      world.ledger,
      "Pilots_NotLead",
    );
    await world.authority.connect(world.accounts.registrar).revokeAccount(world.accounts.lead.address, REASON);
    await expect(send(await signAct(world, world.accounts.lead, amend()))).to.be.revertedWithCustomError(
      world.authority,
      "Authority_AccountRevoked",
    );
  });

  describe("are done once", () => {
    it("and not again by the same signature, by whomever it is sent", async () => {
      const letter = await signAct(world, world.accounts.lead, amend());
      await send(letter);
      for (const sender of [world.accounts.stranger, world.accounts.outsider]) {
        await expect(world.ledger.connect(sender).executeSigned(letter.act, letter.signature))
          .to.be.revertedWithCustomError(world.ledger, "InvalidAccountNonce")
          .withArgs(world.accounts.lead.address, 1n);
      }
    });

    it("and stay to be done when they were refused", async () => {
      const letter = await signAct(world, world.accounts.lead, encode("startPilot", [pilot, 1, REASON]));
      await refuses(letter, "Pilots_StateNotAllowed", pilot, 7);
      await send(await signAct(world, world.accounts.lead, amend()));
    });

    it("in order within a queue, and in any order across queues", async () => {
      const { lead } = world.accounts;
      const second = await signAct(world, lead, amend(), { nonce: 1n });
      await refuses(second, "InvalidAccountNonce", lead.address, 0n);
      await send(await signAct(world, lead, amend(), { nonceKey: 9n }));
      await send(await signAct(world, lead, amend()));
      await send(second);
      await refuses(
        await signAct(world, lead, amend(), { nonceKey: 9n, nonce: 2n }),
        "InvalidAccountNonce",
        lead.address,
        (9n << 64n) | 1n,
      );
    });
  });

  it("expire", async () => {
    const deadline = (await networkHelpers.time.latest()) + DAY;
    const letter = await signAct(world, world.accounts.lead, amend(), { deadline });
    await networkHelpers.time.setNextBlockTimestamp(deadline);
    await send(letter);
    const late = await signAct(world, world.accounts.lead, amend(), { deadline, nonce: 1n });
    await networkHelpers.time.setNextBlockTimestamp(deadline + 1);
    await refuses(late, "SignedActs_Expired", deadline, deadline + 1);
  });

  describe("are refused with a signature", () => {
    const forged = async (letter: Letter, signer = world.accounts.lead.address) =>
      refuses(letter, "SignedActs_SignatureInvalid", signer);

    it("of another account", async () => {
      const { lead, leadColleague } = world.accounts;
      await forged(await signAct(world, leadColleague, amend(), { signer: lead.address as Address }));
    });

    it("for another chain, contract, name or version", async () => {
      const { lead } = world.accounts;
      for (const domain of [
        { chainId: 1 },
        { verifyingContract: await world.authority.getAddress() },
        { name: "PilotLedger Authority" },
        { version: "2" },
      ]) {
        await forged(await signAct(world, lead, amend(), {}, domain));
      }
    });

    it("over another act, nonce, queue or deadline", async () => {
      const { act, signature } = await signAct(world, world.accounts.lead, amend());
      for (const change of [{ call: withdraw() }, { deadline: act.deadline + 1 }, { nonceKey: 1n }]) {
        await forged({ act: { ...act, ...change }, signature });
      }
      await send({ act, signature });
      await forged({ act: { ...act, nonce: 1n }, signature });
    });

    it("that is none, for an account of zero as well", async () => {
      const { act } = await signAct(world, world.accounts.lead, amend());
      await forged({ act, signature: "0x" });
      await forged(
        { act: { ...act, signer: ethers.ZeroAddress as Address }, signature: `0x${"00".repeat(65)}` },
        ethers.ZeroAddress,
      );
    });
  });

  it("reach no function that does not exist, and carry no other signed act", async () => {
    const { lead } = world.accounts;
    for (const [call, selector] of [
      ["0x01020304", "0x01020304"],
      ["0x", "0x00000000"],
    ] as const) {
      await refuses(await signAct(world, lead, call), "SignedActs_UnknownAct", selector);
    }
    const inner = await signAct(world, lead, amend(), { nonceKey: 1n });
    const outer = await signAct(world, lead, encode("executeSigned", [inner.act, inner.signature]));
    await expect(send(outer)).to.be.revertedWithCustomError(world.ledger, "SignedActs_Nested");
  });

  it("leave nothing of the signer behind, whether they are done or refused", async () => {
    const courier = await ethers.deployContract("Courier");
    const { lead } = world.accounts;
    const done = await signAct(world, lead, amend());
    const refused = await signAct(world, lead, encode("startPilot", [pilot, 1, REASON]), { nonce: 1n });
    const calls = [done, refused].map(({ act, signature }) => encode("executeSigned", [act, signature]));
    const unbound = world.authority.interface.encodeErrorResult("Authority_AccountNotBound", [
      await courier.getAddress(),
    ]);
    const delivered = courier.getFunction("deliver")(await world.ledger.getAddress(), [
      calls[0],
      withdraw(),
      calls[1],
      withdraw(),
    ]);
    await expect(delivered).to.emit(courier, "Delivered").withArgs(false, unbound);
    const results = (await (await delivered).wait()).logs
      .filter((log: { address: string }) => log.address === courier.target)
      .map((log: { args: readonly unknown[] }) => log.args[0]);
    expect(results).to.deep.equal([true, false, false, false]);
    expect((await world.ledger.pilotOf(pilot)).state).to.equal(7n);
  });

  describe("of a contract account", () => {
    const bind = async (wallet: BaseContract): Promise<Address> => {
      const address = (await wallet.getAddress()) as Address;
      await world.authority.connect(world.accounts.registrar).bindAccount(LEAD, address);
      return address;
    };

    it("are what the contract accepts", async () => {
      const { outsider, stranger } = world.accounts;
      const signer = await bind(await ethers.deployContract("OwnedWallet", [outsider.address]));
      await expect(send(await signAct(world, outsider, amend(3n), { signer })))
        .to.emit(world.ledger, "PilotAmended")
        .withArgs(pilot, signer, 2, 3n, NO_DIGEST, TEXT);
      await refuses(
        await signAct(world, stranger, amend(), { signer, nonce: 1n }),
        "SignedActs_SignatureInvalid",
        signer,
      );
    });

    it("gain nothing by acting again while the ledger asks it for its signature", async () => {
      const wallet = await ethers.deployContract("ReentrantWallet", [await world.ledger.getAddress()]);
      const signer = await bind(wallet);
      const { lead } = world.accounts;
      const own = await signAct(world, lead, amend(), { signer, nonce: 1n });
      const reentries = [
        withdraw(),
        encode("batch", [[withdraw()]]),
        encode("executeSigned", [own.act, own.signature]),
      ];
      for (const [index, reentry] of reentries.entries()) {
        await wallet.getFunction("setReentry")(reentry);
        const [before] = await world.ledger.journal();
        await send(await signAct(world, lead, amend(), { signer, nonce: BigInt(index) }));
        expect((await world.ledger.journal())[0]).to.equal(before + 1n);
      }
      expect((await world.ledger.pilotOf(pilot)).state).to.equal(7n);
    });
  });

  it("state their domain as EIP-5267 asks", async () => {
    for (const name of ["ledger", "authority", "evidence"] as const) {
      const [, domainName, version, chainId, address] = await world[name].eip712Domain();
      expect({ name: domainName, version, chainId: Number(chainId), verifyingContract: address }).to.deep.equal(
        await domainOf(world, name),
      );
    }
  });

  describe("to the authority", () => {
    const sign = async (account: World["accounts"]["lead"], name: string, args: readonly unknown[]) =>
      signAct(
        world,
        account,
        world.authority.interface.encodeFunctionData(name, args),
        {},
        await domainOf(world, "authority"),
      );
    const deliver = ({ act, signature }: Letter) =>
      world.authority.connect(world.accounts.stranger).executeSigned(act, signature);

    it("are notices of a lost key", async () => {
      const { lead, leadColleague } = world.accounts;
      await expect(deliver(await sign(leadColleague, "reportKeyCompromise", [lead.address, world.opensAt])))
        .to.emit(world.authority, "KeyCompromiseReported")
        .withArgs(subjectOf(LEAD), leadColleague.address, lead.address, world.opensAt);
    });

    it("are nothing else, in a batch neither", async () => {
      const { administrator, registrar, successor } = world.accounts;
      const bind = world.authority.interface.encodeFunctionData("bindAccount", [BUREAU, successor.address]);
      for (const [account, name, args] of [
        [registrar, "bindAccount", [BUREAU, successor.address]],
        [registrar, "batch", [[bind]]],
        [administrator, "beginDefaultAdminTransfer", [successor.address]],
      ] as const) {
        await expect(deliver(await sign(account, name, args)))
          .to.be.revertedWithCustomError(world.authority, "SignedActs_NotSignable")
          .withArgs(world.authority.interface.getFunction(name)?.selector);
      }
    });
  });
});

describe("batches", () => {
  let world: World;
  let pilot: Hex;
  let lead: World["ledger"];

  beforeEach(async () => {
    world = await networkHelpers.loadFixture(deployWorld);
    pilot = await pilotIn(world, "ACTIVE");
    lead = world.ledger.connect(world.accounts.lead);
  });

  const amend = (budget = 1n): string =>
    world.ledger.interface.encodeFunctionData("amendPilot", [pilot, budget, NO_DIGEST, TEXT]);
  const batch = (calls: string[]): string => world.ledger.interface.encodeFunctionData("batch", [calls]);

  it("are acts of the caller, in order", async () => {
    await expect(lead.batch([amend(1n), amend(2n)]))
      .to.emit(lead, "PilotAmended")
      .withArgs(pilot, world.accounts.lead.address, 2, 1n, NO_DIGEST, TEXT)
      .and.to.emit(lead, "PilotAmended")
      .withArgs(pilot, world.accounts.lead.address, 3, 2n, NO_DIGEST, TEXT);
  });

  it("return what each act returns", async () => {
    const request = world.ledger.interface.encodeFunctionData("requestAcceptance", [pilot, digest("acceptance")]);
    const apply = world.ledger.interface.encodeFunctionData("applyPilot", [applicationOf(world), planOf(world)]);
    const [id = "", nothing] = await lead.batch.staticCall([apply, amend()]);
    expect(id).to.have.length(66);
    expect(nothing).to.equal("0x");
    await expect(lead.batch([request])).to.be.revertedWithCustomError(lead, "SignedActs_ItemFailed");
  });

  it("are done as a whole or not at all, and name the act that was refused", async () => {
    const reason = world.ledger.interface.encodeErrorResult("Pilots_TextLength", [0, 8_192]);
    const empty = world.ledger.interface.encodeFunctionData("amendPilot", [pilot, 1n, NO_DIGEST, ""]);
    const [before] = await world.ledger.journal();
    await expect(lead.batch([amend(), amend(), empty]))
      .to.be.revertedWithCustomError(lead, "SignedActs_ItemFailed")
      .withArgs(2, reason);
    expect((await world.ledger.journal())[0]).to.equal(before);
  });

  it("hold 1 to 100 acts, and no other batch", async () => {
    const view = world.ledger.interface.encodeFunctionData("journal");
    for (const count of [0, 101]) {
      await expect(lead.batch(Array.from({ length: count }, () => view)))
        .to.be.revertedWithCustomError(lead, "SignedActs_BatchLength")
        .withArgs(count, 100);
    }
    await lead.batch(Array.from({ length: 100 }, () => view));
    await expect(lead.batch([batch([view])])).to.be.revertedWithCustomError(lead, "SignedActs_Nested");
  });

  it("can be signed as one", async () => {
    const { act, signature } = await signAct(world, world.accounts.lead, batch([amend(1n), amend(2n)]));
    await expect(world.ledger.connect(world.accounts.stranger).executeSigned(act, signature))
      .to.emit(lead, "PilotAmended")
      .withArgs(pilot, world.accounts.lead.address, 3, 2n, NO_DIGEST, TEXT);
    const inner = await signAct(world, world.accounts.leadColleague, amend());
    const nested = world.ledger.interface.encodeFunctionData("executeSigned", [inner.act, inner.signature]);
    const outer = await signAct(world, world.accounts.lead, batch([nested]), { nonce: 1n });
    await expect(world.ledger.connect(world.accounts.stranger).executeSigned(outer.act, outer.signature))
      .to.be.revertedWithCustomError(lead, "SignedActs_ItemFailed")
      .withArgs(0, world.ledger.interface.encodeErrorResult("SignedActs_Nested"));
  });

  it("carry signed acts of several accounts, each its signer's", async () => {
    const relayer = world.ledger.connect(world.accounts.stranger);
    const letters = [
      await signAct(world, world.accounts.lead, amend(1n)),
      await signAct(world, world.accounts.leadColleague, amend(2n)),
    ];
    const calls = letters.map(({ act, signature }) =>
      world.ledger.interface.encodeFunctionData("executeSigned", [act, signature]),
    );
    await expect(relayer.batch(calls))
      .to.emit(lead, "PilotAmended")
      .withArgs(pilot, world.accounts.lead.address, 2, 1n, NO_DIGEST, TEXT)
      .and.to.emit(lead, "PilotAmended")
      .withArgs(pilot, world.accounts.leadColleague.address, 3, 2n, NO_DIGEST, TEXT);
    await expect(relayer.batch([...calls, amend()])).to.be.revertedWithCustomError(lead, "SignedActs_ItemFailed");
  });
});
