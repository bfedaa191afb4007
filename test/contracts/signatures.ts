/** Acts signed by one account, to be sent by another. */
import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import type { TypedDataDomain } from "ethers";
import type { ContractName } from "../../server/ledger/contracts.ts";
import type { Address, Hex } from "../../server/ledger/hex.ts";
import { SIGNED_ACT_TYPES, type SignedAct, signedActDomain } from "../../server/ledger/signed-act.ts";
import { DAY, networkHelpers, type World } from "./fixture.ts";

const CHAIN_ID = 31_337;

export interface Letter {
  readonly act: SignedAct;
  readonly signature: string;
}

/** The domain under which a contract takes signatures. */
export async function domainOf(
  contract: { getAddress(): Promise<string> },
  name: ContractName,
): Promise<TypedDataDomain> {
  const address = (await contract.getAddress()) as Address;
  return signedActDomain(name, CHAIN_ID, address);
}

/** Signs `call` as the first act of the account, good for a day; `changes` are signed, `domain` replaces parts of the domain. */
export async function signAct(
  world: World,
  account: HardhatEthersSigner,
  call: string,
  changes: Partial<SignedAct> = {},
  domain: TypedDataDomain = {},
): Promise<Letter> {
  const act: SignedAct = {
    signer: account.address as Address,
    nonceKey: 0n,
    nonce: 0n,
    deadline: (await networkHelpers.time.latest()) + DAY,
    call: call as Hex,
    ...changes,
  };
  const signature = await account.signTypedData(
    { ...(await domainOf(world.ledger, "PilotLedger")), ...domain },
    SIGNED_ACT_TYPES,
    act,
  );
  return { act, signature };
}
