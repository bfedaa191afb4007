import { getAddress, type TransactionResponse } from "ethers";
import { ethers } from "../../../test/contracts/fixture.ts";
import { type Envelope, type Post, withPost } from "../../../test/contracts/relay.ts";
import type { Letter } from "../../../test/contracts/signatures.ts";
import type { Draw } from "../draw.ts";

/** An account without a part in any scene. */
const RELAYER = 30;
/** One in so many acts is signed and sent by another. */
const SHARE = 3;

/** A signed act did what none may do. */
export class LawBroken extends Error {
  override readonly name = "LawBroken";
}

/**
 * Plays `work`, in which some acts are signed by their accounts and sent by another. Each such letter is also tried as it must not
 * hold, before and after; what it records is its signer's.
 *
 * @returns How many acts went through that way.
 * @throws LawBroken
 */
export async function playSigned(draw: Draw, work: () => Promise<unknown>): Promise<number> {
  const relayer = (await ethers.getSigners())[RELAYER];
  if (relayer === undefined) throw new Error(`the chain has no account ${RELAYER}`);
  let signed = 0;
  const post: Post = async (envelope) => {
    // The authority's acts are its officials' own.
    if (envelope.contract === "Authority" || draw.number(SHARE) !== 0) return undefined;
    const [expected, spoiled] = await spoil(envelope, draw, relayer);
    await requireRefused(envelope, spoiled, expected);
    const letter = await envelope.letter({ nonceKey: BigInt(draw.number(3)) });
    const response = await envelope.send(letter);
    signed += 1;
    await requireActor(envelope, response);
    await requireRefused(envelope, letter, "InvalidAccountNonce");
    return response;
  };
  await withPost(relayer, post, work);
  return signed;
}

/** The letter with something about it that makes it void, and the error that says so. */
async function spoil(envelope: Envelope, draw: Draw, other: Envelope["account"]): Promise<[string, Letter]> {
  const { act, signature } = await envelope.letter();
  switch (draw.number(5)) {
    case 0:
      return ["SignedActs_Expired", await envelope.letter({ deadline: 1 })];
    case 1:
      return ["SignedActs_SignatureInvalid", await envelope.letter({}, { chainId: 1 })];
    case 2:
      return ["SignedActs_SignatureInvalid", await envelope.letter({}, {}, other)];
    case 3:
      return ["SignedActs_SignatureInvalid", { act: { ...act, deadline: act.deadline + 1 }, signature }];
    default:
      return ["InvalidAccountNonce", await envelope.letter({ nonce: act.nonce + 1n })];
  }
}

async function requireRefused(envelope: Envelope, letter: Letter, expected: string): Promise<void> {
  const found = await envelope.refusalOf(letter);
  if (found === expected) return;
  throw new LawBroken(`a letter to the ${envelope.contract} met ${found ?? "no refusal"} instead of ${expected}`);
}

async function requireActor({ account, contract }: Envelope, response: TransactionResponse): Promise<void> {
  const receipt = await response.wait();
  const actors = (receipt?.logs ?? []).map(({ topics }) => getAddress(`0x${topics[2]?.slice(-40)}`));
  if (actors.length > 0 && actors.every((actor) => actor === account.address)) return;
  throw new LawBroken(`an act that ${account.address} signed left records of ${actors} in the ${contract}`);
}
