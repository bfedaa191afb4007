/** What holds of signed acts and batches, whichever ledger takes them. */
import { expect } from "chai";
import type { BaseContract, ContractTransactionResponse, TypedDataDomain } from "ethers";
import type { evidenceLedgerAbi } from "../../server/ledger/abi.generated.ts";
import type { ContractName } from "../../server/ledger/contracts.ts";
import type { Address, Hex } from "../../server/ledger/hex.ts";
import type { SignedAct } from "../../server/ledger/signed-act.ts";
import { DAY, ethers, LEAD, networkHelpers, REASON, type World } from "./fixture.ts";
import type { Handle } from "./handle.ts";
import { domainOf, type Letter, signAct } from "./signatures.ts";

/** A contract that takes signed acts; what else it has does not matter here. */
type SigningLedger = Pick<
  Handle<typeof evidenceLedgerAbi>,
  "batch" | "executeSigned" | "getAddress" | "getFunction" | "interface" | "journal" | "eip712Domain"
> & { connect(runner: World["accounts"]["lead"]): SigningLedger };

/** A ledger on which the lead has something to do. */
export interface Scene {
  readonly world: World;
  readonly ledger: SigningLedger;
  /** An act of the lead, which it can repeat; one event. */
  readonly act: () => Hex;
  /** Another act that the lead may do. */
  readonly other: () => Hex;
  /** An act of the lead that is refused as things stand. */
  readonly refused: { readonly call: Hex; readonly error: string; readonly args: readonly unknown[] };
  /** The error that refuses another organisation's account. */
  readonly notLead: string;
}

export function describeSignedActs(name: ContractName, prepare: () => Promise<Scene>): void {
  describe(`signed acts on the ${name}`, () => {
    let scene: Scene;
    let world: World;
    let ledger: SigningLedger;

    beforeEach(async () => {
      scene = await networkHelpers.loadFixture(prepare);
      ({ world, ledger } = scene);
    });

    const encode = (method: string, args: readonly unknown[]): Hex =>
      ledger.interface.encodeFunctionData(method, args) as Hex;
    const sign = async (
      account: World["accounts"]["lead"],
      call: string,
      changes: Partial<SignedAct> = {},
      domain: TypedDataDomain = {},
    ) =>
      signAct(world, account, call, changes, {
        ...(await domainOf(ledger, name)),
        ...domain,
      });
    /** Pays, and is nobody to the ledger. */
    const relayer = () => ledger.connect(world.accounts.stranger);
    const send = ({ act, signature }: Letter) => relayer().executeSigned(act, signature);
    /** Whom the events that a transaction made the ledger emit name as their actor. */
    const actorsOf = async (sent: Promise<ContractTransactionResponse>): Promise<string[]> => {
      const receipt = await (await sent).wait();
      const address = await ledger.getAddress();
      return (receipt?.logs ?? []).filter((log) => log.address === address).map(({ topics }) => actorIn(topics));
    };

    async function refuses(letter: Letter, error: string, ...args: unknown[]): Promise<void> {
      await expect(send(letter))
        .to.be.revertedWithCustomError(ledger, error)
        .withArgs(...args);
    }

    it("are the signer's, whoever sends them", async () => {
      const { lead } = world.accounts;
      expect(await actorsOf(send(await sign(lead, scene.act())))).to.deep.equal([lead.address]);
      expect(await ledger.getFunction("nonces(address)")(lead.address)).to.equal(1n);
    });

    it("return what the act returns", async () => {
      const { lead } = world.accounts;
      const { act, signature } = await sign(lead, scene.act());
      const own = await lead.call({ to: await ledger.getAddress(), data: scene.act() });
      expect(await relayer().executeSigned.staticCall(act, signature)).to.equal(own);
    });

    it("are refused for the reasons for which the signer itself is", async () => {
      await expect(send(await sign(world.accounts.outsider, scene.act()))).to.be.revertedWithCustomError(
        ledger,
        scene.notLead,
      );
      await world.authority.connect(world.accounts.registrar).revokeAccount(world.accounts.lead.address, REASON);
      await expect(send(await sign(world.accounts.lead, scene.act()))).to.be.revertedWithCustomError(
        world.authority,
        "Authority_AccountRevoked",
      );
    });

    describe("are done once", () => {
      it("and not again by the same signature, by whomever it is sent", async () => {
        const letter = await sign(world.accounts.lead, scene.act());
        await send(letter);
        for (const sender of [world.accounts.stranger, world.accounts.outsider]) {
          await expect(ledger.connect(sender).executeSigned(letter.act, letter.signature))
            .to.be.revertedWithCustomError(ledger, "InvalidAccountNonce")
            .withArgs(world.accounts.lead.address, 1n);
        }
      });

      it("and stay to be done when they were refused", async () => {
        const letter = await sign(world.accounts.lead, scene.refused.call);
        await refuses(letter, scene.refused.error, ...scene.refused.args);
        await send(await sign(world.accounts.lead, scene.act()));
      });

      it("in order within a queue, and in any order across queues", async () => {
        const { lead } = world.accounts;
        const second = await sign(lead, scene.act(), { nonce: 1n });
        await refuses(second, "InvalidAccountNonce", lead.address, 0n);
        await send(await sign(lead, scene.act(), { nonceKey: 9n }));
        await send(await sign(lead, scene.act()));
        await send(second);
        await refuses(
          await sign(lead, scene.act(), { nonceKey: 9n, nonce: 2n }),
          "InvalidAccountNonce",
          lead.address,
          (9n << 64n) | 1n,
        );
      });
    });

    it("expire", async () => {
      const deadline = (await networkHelpers.time.latest()) + DAY;
      const letter = await sign(world.accounts.lead, scene.act(), { deadline });
      await networkHelpers.time.setNextBlockTimestamp(deadline);
      await send(letter);
      const late = await sign(world.accounts.lead, scene.act(), { deadline, nonce: 1n });
      await networkHelpers.time.setNextBlockTimestamp(deadline + 1);
      await refuses(late, "SignedActs_Expired", deadline, deadline + 1);
    });

    describe("are refused with a signature", () => {
      const forged = async (letter: Letter, signer = world.accounts.lead.address) =>
        refuses(letter, "SignedActs_SignatureInvalid", signer);

      it("of another account", async () => {
        const { lead, leadColleague } = world.accounts;
        await forged(await sign(leadColleague, scene.act(), { signer: lead.address as Address }));
      });

      it("for another chain, contract, name or version", async () => {
        const { lead } = world.accounts;
        for (const domain of [
          { chainId: 1 },
          { verifyingContract: await world.authority.getAddress() },
          { name: "Another ledger" },
          { version: "2" },
        ]) {
          await forged(await sign(lead, scene.act(), {}, domain));
        }
      });

      it("over another act, nonce, queue or deadline", async () => {
        const { act, signature } = await sign(world.accounts.lead, scene.act());
        for (const change of [{ call: scene.other() }, { deadline: act.deadline + 1 }, { nonceKey: 1n }]) {
          await forged({ act: { ...act, ...change }, signature });
        }
        await send({ act, signature });
        await forged({ act: { ...act, nonce: 1n }, signature });
      });

      it("that is none, for an account of zero as well", async () => {
        const { act } = await sign(world.accounts.lead, scene.act());
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
        await refuses(await sign(lead, call), "SignedActs_UnknownAct", selector);
      }
      const inner = await sign(lead, scene.act(), { nonceKey: 1n });
      const outer = await sign(lead, encode("executeSigned", [inner.act, inner.signature]));
      await expect(send(outer)).to.be.revertedWithCustomError(ledger, "SignedActs_Nested");
    });

    it("leave nothing of the signer behind, whether they are done or refused", async () => {
      const courier = await ethers.deployContract("Courier");
      const { lead } = world.accounts;
      const done = await sign(lead, scene.act());
      const refused = await sign(lead, scene.refused.call, { nonce: 1n });
      const calls = [done, refused].map(({ act, signature }) => encode("executeSigned", [act, signature]));
      const [before] = await ledger.journal();
      const unbound = world.authority.interface.encodeErrorResult("Authority_AccountNotBound", [
        await courier.getAddress(),
      ]);
      const delivered = courier.getFunction("deliver")(await ledger.getAddress(), [
        calls[0],
        scene.other(),
        calls[1],
        scene.other(),
      ]);
      await expect(delivered).to.emit(courier, "Delivered").withArgs(false, unbound);
      const results = (await (await delivered).wait()).logs
        .filter((log: { address: string }) => log.address === courier.target)
        .map((log: { args: readonly unknown[] }) => log.args[0]);
      expect(results).to.deep.equal([true, false, false, false]);
      expect((await ledger.journal())[0]).to.equal(before + 1n);
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
        expect(await actorsOf(send(await sign(outsider, scene.act(), { signer })))).to.deep.equal([signer]);
        await refuses(await sign(stranger, scene.act(), { signer, nonce: 1n }), "SignedActs_SignatureInvalid", signer);
      });

      it("gain nothing by acting again while the ledger asks it for its signature", async () => {
        const wallet = await ethers.deployContract("ReentrantWallet", [await ledger.getAddress()]);
        const signer = await bind(wallet);
        const { lead } = world.accounts;
        const own = await sign(lead, scene.act(), { signer, nonce: 1n });
        const reentries = [
          scene.other(),
          encode("batch", [[scene.other()]]),
          encode("executeSigned", [own.act, own.signature]),
        ];
        for (const [index, reentry] of reentries.entries()) {
          await wallet.getFunction("setReentry")(reentry);
          const [before] = await ledger.journal();
          await send(await sign(lead, scene.act(), { signer, nonce: BigInt(index) }));
          expect((await ledger.journal())[0]).to.equal(before + 1n);
        }
      });
    });

    it("state their domain as EIP-5267 asks", async () => {
      const [, domainName, version, chainId, address] = await ledger.eip712Domain();
      expect({ name: domainName, version, chainId: Number(chainId), verifyingContract: address }).to.deep.equal(
        await domainOf(ledger, name),
      );
    });

    it("of a batch are done as a whole or not at all, and the one that was refused is named", async () => {
      const { lead } = world.accounts;
      const { call, error, args } = scene.refused;
      const batch = encode("batch", [[scene.act(), scene.other(), call]]);
      const reason = ledger.interface.encodeErrorResult(error, args);
      const [before] = await ledger.journal();
      await refuses(await sign(lead, batch), "SignedActs_ItemFailed", 2, reason);
      await expect(ledger.connect(lead).batch([call]))
        .to.be.revertedWithCustomError(ledger, "SignedActs_ItemFailed")
        .withArgs(0, reason);
      expect((await ledger.journal())[0]).to.equal(before);
      const done = await sign(lead, encode("batch", [[scene.act(), scene.act()]]));
      expect(await actorsOf(send(done))).to.deep.equal([lead.address, lead.address]);
    });

    it("of several accounts go in one batch, each its signer's", async () => {
      const { lead, leadColleague } = world.accounts;
      const letters = [await sign(lead, scene.act()), await sign(leadColleague, scene.act())];
      const calls = letters.map(({ act, signature }) => encode("executeSigned", [act, signature]));
      expect(await actorsOf(relayer().batch(calls))).to.deep.equal([lead.address, leadColleague.address]);
      await expect(relayer().batch([...calls, scene.act()])).to.be.revertedWithCustomError(
        ledger,
        "SignedActs_ItemFailed",
      );
    });
  });
}

/** The actor of a journalled event: its third topic. */
function actorIn(topics: readonly string[]): string {
  return ethers.getAddress(ethers.dataSlice(topics[2] ?? "0x", 12));
}
