/** An account whose acts somebody else sends. */
import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { Interface, type TransactionRequest, type TransactionResponse, VoidSigner } from "ethers";
import { serviceLedgerAbi } from "../../server/ledger/abi.generated.ts";
import { SIGNED_ACT_TYPES, type SignedAct } from "../../server/ledger/signed-act.ts";
import { DAY, ethers, networkHelpers } from "./fixture.ts";
import { domainOf, type Signable } from "./signatures.ts";

/** Every ledger takes signed acts in the same way. */
const LEDGER = new Interface(serviceLedgerAbi);

/** Signs what it is asked to send to the contract `name`, and has `relayer` send it; a contract is connected to it like to any account. */
export class RelayedSigner extends VoidSigner {
  readonly #account: HardhatEthersSigner;
  readonly #relayer: HardhatEthersSigner;
  readonly #name: Signable;

  constructor(account: HardhatEthersSigner, relayer: HardhatEthersSigner, name: Signable) {
    super(account.address, ethers.provider);
    this.#account = account;
    this.#relayer = relayer;
    this.#name = name;
  }

  override async sendTransaction({ to, data }: TransactionRequest): Promise<TransactionResponse> {
    const address = String(to);
    const nonces = new ethers.Contract(address, LEDGER, ethers.provider);
    const act: SignedAct = {
      signer: this.#account.address as SignedAct["signer"],
      nonceKey: 0n,
      nonce: await nonces.getFunction("nonces(address)")(this.#account.address),
      deadline: (await networkHelpers.time.latest()) + DAY,
      call: data as SignedAct["call"],
    };
    const domain = await domainOf({ getAddress: async () => address }, this.#name);
    const signature = await this.#account.signTypedData(domain, SIGNED_ACT_TYPES, act);
    const call = LEDGER.encodeFunctionData("executeSigned", [act, signature]);
    return this.#relayer.sendTransaction({ to: address, data: call });
  }
}
