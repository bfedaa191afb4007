/** Acts on their way to the ledgers: whoever sends one can have it signed and sent by another instead. */
import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { Contract, Interface, type TransactionRequest, type TransactionResponse, type TypedDataDomain } from "ethers";
import { pilotLedgerAbi } from "../../server/ledger/abi.generated.ts";
import { CONTRACT_NAMES, type ContractName } from "../../server/ledger/contracts.ts";
import type { Address, Hex } from "../../server/ledger/hex.ts";
import { explainRefusal } from "../../server/ledger/refusals/refusal.ts";
import { revertData } from "../../server/ledger/refusals/revert-data.ts";
import { SIGNED_ACT_TYPES, type SignedAct, signedActDomain } from "../../server/ledger/signed-act.ts";
import { DAY, ethers, networkHelpers } from "./fixture.ts";
import type { Letter } from "./signatures.ts";

/** Every ledger takes signed acts in the same way. */
const LEDGER = new Interface(pilotLedgerAbi);
const POSTED = ["executeSigned", "batch"].map((name) => LEDGER.getFunction(name)?.selector);

/** An act that an account is about to send. */
export class Envelope {
  readonly account: HardhatEthersSigner;
  readonly contract: ContractName;
  readonly call: Hex;
  readonly #address: Address;
  readonly #domain: TypedDataDomain;
  readonly #relay: (request: TransactionRequest) => Promise<TransactionResponse>;

  constructor(
    account: HardhatEthersSigner,
    call: Hex,
    domain: TypedDataDomain,
    relay: (request: TransactionRequest) => Promise<TransactionResponse>,
  ) {
    this.account = account;
    this.contract = contractOf(domain);
    this.call = call;
    this.#address = domain.verifyingContract as Address;
    this.#domain = domain;
    this.#relay = relay;
  }

  /** The act, signed by its account as the next of its queue and good for a day; `changes` and `domain` are signed as well. */
  async letter(
    changes: Partial<SignedAct> = {},
    domain: TypedDataDomain = {},
    hand: HardhatEthersSigner = this.account,
  ): Promise<Letter> {
    const { nonceKey = 0n } = changes;
    const act: SignedAct = {
      signer: this.account.address as Address,
      nonceKey,
      nonce: await this.#nextNonce(nonceKey),
      deadline: (await networkHelpers.time.latest()) + DAY,
      call: this.call,
      ...changes,
    };
    const signature = await hand.signTypedData({ ...this.#domain, ...domain }, SIGNED_ACT_TYPES, act);
    return { act, signature };
  }

  /** Has another account send the letter. */
  async send(letter: Letter): Promise<TransactionResponse> {
    return this.#relay(this.#request(letter));
  }

  /** The code of the error that refuses the letter now; undefined when it would go through. */
  async refusalOf(letter: Letter): Promise<string | undefined> {
    try {
      await ethers.provider.call(this.#request(letter));
      return undefined;
    } catch (error) {
      const data = revertData(error);
      if (data === undefined) throw error;
      return explainRefusal(data).code;
    }
  }

  #request({ act, signature }: Letter): TransactionRequest {
    return { to: this.#address, data: LEDGER.encodeFunctionData("executeSigned", [act, signature]) };
  }

  async #nextNonce(nonceKey: bigint): Promise<bigint> {
    const nonces = new Contract(this.#address, LEDGER, ethers.provider).getFunction("nonces(address,uint192)");
    return BigInt.asUintN(64, await nonces(this.account.address, nonceKey));
  }
}

/** What becomes of an act: what was sent for it, or undefined to let its account send it. */
export type Post = (envelope: Envelope) => Promise<TransactionResponse | undefined>;

/** Does `work`, and hands `post` each act on a ledger that any account sends meanwhile; `relayer` pays for what is sent for others. */
export async function withPost<Result>(
  relayer: HardhatEthersSigner,
  post: Post,
  work: () => Promise<Result>,
): Promise<Result> {
  // Wherever an account came from, it sends by this one method.
  const accounts = Object.getPrototypeOf(relayer) as Pick<HardhatEthersSigner, "sendTransaction">;
  const own = accounts.sendTransaction;
  accounts.sendTransaction = async function (this: HardhatEthersSigner, request: TransactionRequest) {
    const domain = await domainAt(request.to);
    const call = String(request.data ?? "0x") as Hex;
    const posted = domain === undefined || POSTED.includes(call.slice(0, 10)) ? undefined : { domain, call };
    const relay = (relayed: TransactionRequest) => own.call(relayer, relayed);
    const envelope = posted && new Envelope(this, posted.call, posted.domain, relay);
    return (envelope && (await post(envelope))) ?? own.call(this, request);
  };
  try {
    return await work();
  } finally {
    accounts.sendTransaction = own;
  }
}

/** The domain that a ledger states; undefined for an address that takes no signed acts. */
async function domainAt(to: TransactionRequest["to"]): Promise<TypedDataDomain | undefined> {
  if (typeof to !== "string" || (await ethers.provider.getCode(to)) === "0x") return undefined;
  const [, name, version, chainId, verifyingContract] = await new Contract(to, LEDGER, ethers.provider).getFunction(
    "eip712Domain",
  )();
  return { name, version, chainId, verifyingContract };
}

function contractOf({ name }: TypedDataDomain): ContractName {
  const found = CONTRACT_NAMES.find((contract) => signedActDomain(contract, 0, "0x").name === name);
  if (found === undefined) throw new Error(`${name} is the domain of no contract`);
  return found;
}
