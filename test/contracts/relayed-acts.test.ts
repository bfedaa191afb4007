import { expect } from "chai";
import { getAddress, Interface, type TransactionResponse } from "ethers";
import { GROUPS } from "../../scripts/bench/gas/acts/groups.ts";
import { signed } from "../../scripts/bench/gas/acts/signed.ts";
import { statistics } from "../../scripts/bench/gas/acts/statistics.ts";
import { ABIS, CONTRACT_NAMES, type ContractName } from "../../server/ledger/contracts.ts";
import type { Address, Hex } from "../../server/ledger/hex.ts";
import { deployWorld, networkHelpers, type World } from "./fixture.ts";
import { type Envelope, withPost } from "./relay.ts";
import { deployStatistics } from "./statistics/fixture.ts";

/** Of the authority's acts this one alone can be sent for another. */
const NOTICE = "reportKeyCompromise";
/** Acts of another kind: what carries acts, and what one ledger asks of another. */
const NOT_AN_ACCOUNTS = ["executeSigned", "batch", "suspendByOrder"];

const actsOf = (contract: ContractName): string[] =>
  ABIS[contract].flatMap((item) =>
    item.type === "function" && item.stateMutability === "nonpayable" ? [item.name as string] : [],
  );
const signable = (contract: ContractName, act: string): boolean =>
  contract === "Authority" ? act === NOTICE : !NOT_AN_ACCOUNTS.includes(act);

/** Every act of every ledger, as the gas of each is measured. */
const ACT_GROUPS = GROUPS.filter((group) => group !== signed);

describe("an act that its account signs and another sends", () => {
  const relayed = new Set<string>();

  for (const group of ACT_GROUPS) {
    it(`is done once, as that account's, and as it was signed alone: ${group.name}`, async () => {
      const world = await networkHelpers.loadFixture<World>(group === statistics ? deployStatistics : deployWorld);
      const relayer = world.accounts.stranger;
      const post = async (envelope: Envelope): Promise<TransactionResponse | undefined> => {
        const { contract } = envelope;
        const act = new Interface(ABIS[contract]).getFunction(envelope.call.slice(0, 10))?.name ?? "";
        if (!signable(contract, act)) return undefined;
        const name = `${contract}.${act}`;
        if (!relayed.has(name)) await expectBound(envelope, relayer);
        relayed.add(name);
        const letter = await envelope.letter();
        const response = await envelope.send(letter);
        await expectActor(response, envelope.account.address as Address);
        expect(await envelope.refusalOf(letter), `${name}, again`).to.equal("InvalidAccountNonce");
        return response;
      };
      await withPost(relayer, post, () => group(world, async (_, sent) => void (await (await sent).wait())));
    });
  }

  it("is any act of the ledgers that an account can do", () => {
    const all = CONTRACT_NAMES.flatMap((contract) =>
      actsOf(contract)
        .filter((act) => signable(contract, act))
        .map((act) => `${contract}.${act}`),
    );
    expect([...new Set(all)].filter((name) => !relayed.has(name))).to.deep.equal([]);
    expect(new Set(all).size).to.be.greaterThan(100);
  });
});

/** Expects the signature to hold for nothing but this act, on this chain and contract, in its turn, in time, of this account. */
async function expectBound(envelope: Envelope, other: Envelope["account"]): Promise<void> {
  const { act, signature } = await envelope.letter();
  const invalid = "SignedActs_SignatureInvalid";
  const letters = [
    [invalid, await envelope.letter({}, { chainId: 1 })],
    [invalid, await envelope.letter({}, { verifyingContract: other.address })],
    [invalid, await envelope.letter({}, {}, other)],
    [invalid, { act: { ...act, signer: other.address as Address, nonce: 0n }, signature }],
    [invalid, { act: { ...act, deadline: act.deadline + 1 }, signature }],
    [invalid, { act: { ...act, nonceKey: 1n, nonce: 0n }, signature }],
    [invalid, { act: { ...act, call: `${act.call}00` as Hex }, signature }],
    ["InvalidAccountNonce", await envelope.letter({ nonce: act.nonce + 1n })],
    ["SignedActs_Expired", await envelope.letter({ deadline: 1 })],
  ] as const;
  for (const [error, letter] of letters) expect(await envelope.refusalOf(letter)).to.equal(error);
}

/** Expects all records of a transaction to name the account as their actor. */
async function expectActor(response: TransactionResponse, account: Address): Promise<void> {
  const receipt = await response.wait();
  const actors = (receipt?.logs ?? []).map(({ topics }) => getAddress(`0x${topics[2]?.slice(-40)}`));
  expect(actors.length).to.be.greaterThan(0);
  expect([...new Set(actors)]).to.deep.equal([getAddress(account)]);
}
