import { expect } from "chai";
import { JsonRpcProvider } from "ethers";
import fc from "fast-check";
import { AnswerFault, readHeader, readLogs } from "../../server/chain/answers.ts";
import { datedLogs } from "../../server/chain/dated-logs.ts";
import { accountBound, organisationRegistered, pilotApplied, programmeOpened } from "../support/acts.ts";
import { DeployedLedger } from "../support/deployed-ledger.ts";
import { startAnvil, startHardhatNode } from "../support/node.ts";
import { CONTRACTS, SimulatedChain } from "../support/simulated-chain.ts";
import { SimulatedNode } from "../support/simulated-node.ts";
import { modelHeader, modelLogs } from "./answer-model.ts";

const SEED = 20_190_801;
const RUNS = 2_000;

describe("what nodes answer, as it is read", function () {
  this.timeout(60_000);

  for (const [client, start] of [
    ["Hardhat's node", startHardhatNode],
    ["anvil", startAnvil],
  ] as const) {
    it(`is what another library and another reading make of the answers of ${client}`, async () => {
      const node = await start({});
      const ledger = await DeployedLedger.on(node.url);
      const provider = new JsonRpcProvider(node.url, undefined, { staticNetwork: true });
      try {
        await ledger.applyPilot("答复校验试点");
        const contracts = Object.values(ledger.identity.contracts);
        const book = new Map(contracts.map((address) => [address.toLowerCase(), address]));
        const height = await provider.getBlockNumber();
        const headers = [];
        for (let number = 0; number <= height; number++) {
          const answer = await provider.send("eth_getBlockByNumber", [`0x${number.toString(16)}`, false]);
          const read = readHeader(answer);
          const block = await provider.getBlock(number);
          expect(read).to.deep.equal(modelHeader(answer));
          expect([read.number, read.hash, read.parentHash, read.time]).to.deep.equal([
            ...[block?.number, block?.hash, block?.parentHash, block?.timestamp],
          ]);
          headers.push(read);
        }
        const filter = { fromBlock: "0x0", toBlock: `0x${height.toString(16)}`, address: contracts };
        const answer = await provider.send("eth_getLogs", [filter]);
        const logs = readLogs(answer, 0, height, book);
        expect(logs.length).to.be.greaterThan(10);
        expect(logs).to.deep.equal(modelLogs(answer, 0, height, contracts));
        const others = await provider.getLogs({ fromBlock: 0, toBlock: height, address: contracts });
        expect(logs.map(({ contract, logIndex, data, topics }) => [contract, logIndex, data, topics])).to.deep.equal(
          others.map(({ address, index, data, topics }) => [address, index, data, topics]),
        );
        // Each is in the Bloom filter of its block, whose time it gets.
        for (const log of datedLogs(logs, headers)) expect(log.blockTime).to.equal(headers[log.blockNumber]?.time);
      } finally {
        provider.destroy();
        ledger.close();
        await node.close();
      }
    });
  }

  const chain = new SimulatedChain()
    .mine(programmeOpened(), organisationRegistered(), accountBound())
    .mine(pilotApplied(1))
    .mine(pilotApplied(2));
  const node = new SimulatedNode(chain);
  const contracts = Object.values(CONTRACTS);
  const book = new Map(contracts.map((address) => [address.toLowerCase(), address]));
  const ask = (method: string, ...params: unknown[]) =>
    JSON.parse(JSON.stringify(node.result({ id: 1, method, params })));
  const block: object = ask("eth_getBlockByNumber", "0x2", false);
  const logs: object[] = ask("eth_getLogs", { fromBlock: "0x1", toBlock: "0x4", address: contracts });

  /** What reading gives; undefined when it refuses. Any other error than a refusal is a fault of the reader. */
  const read = <T>(reading: () => T): T | undefined => {
    try {
      return reading();
    } catch (error) {
      if (error instanceof AnswerFault) return undefined;
      throw error;
    }
  };

  /** Values that stand in an answer wrongly: nearly right ones and any other. */
  const wrong = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom(
      "0x",
      "0X1",
      "0x01",
      "0xZZ",
      "1",
      "",
      " 0x1",
      "0x1 ",
      "0x1\n",
      "0xfffffffffffff",
      "0x10000000000000",
    ),
    fc.integer({ min: 0, max: 600 }).map((digits) => `0x${"aB".repeat(digits)}`),
    fc.integer({ min: 0, max: 9 }).map((number) => `0x${number.toString(16)}`),
    fc.constantFrom(...contracts, ...contracts.map((address) => address.toLowerCase()), `0x${"9".repeat(40)}`),
    fc.integer({ min: 0, max: 6 }).map((length) => Array.from({ length }, () => `0x${"7".repeat(64)}`)),
    fc.boolean(),
  );

  /** An object of which some members are changed, left out, or in another case. */
  const changed = (original: object): fc.Arbitrary<unknown> => {
    const members = Object.keys(original);
    const change = fc.tuple(
      fc.constantFrom(...members, "removed"),
      fc.constantFrom("set", "drop", "upper", "grow"),
      wrong,
    );
    return fc.array(change, { minLength: 0, maxLength: 2 }).map((changes) => {
      const copy: Record<string, unknown> = structuredClone(original) as Record<string, unknown>;
      for (const [member, kind, value] of changes) {
        if (kind === "drop") delete copy[member];
        else if (kind === "set") copy[member] = value;
        else if (kind === "grow") copy[member] = grown(copy[member]);
        else if (typeof copy[member] === "string") copy[member] = `0x${copy[member].slice(2).toUpperCase()}`;
      }
      return copy;
    });
  };

  /** One more of what it is made of. */
  const grown = (value: unknown): unknown => {
    if (Array.isArray(value)) return [...value, ...value.slice(0, 2)];
    return typeof value === "string" ? `${value}0` : value;
  };

  it(`is refused, or read as another reading does, of malformed headers (seed ${SEED})`, () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.oneof({ weight: 9, arbitrary: changed(block) }, { weight: 1, arbitrary: wrong }), (value) => {
        const header = read(() => readHeader(value));
        if (header !== undefined) taken += 1;
        expect(header).to.deep.equal(modelHeader(value));
      }),
      { seed: SEED, numRuns: RUNS },
    );
    expect(taken).to.be.within(RUNS / 20, (RUNS * 19) / 20);
  });

  it(`is refused, or read as another reading does, of malformed logs (seed ${SEED})`, () => {
    let taken = 0;
    const oneChanged = fc
      .integer({ min: 0, max: logs.length - 1 })
      .chain((at) => changed(logs[at] ?? {}).map((log) => logs.with(at, log as object)));
    const list = fc.oneof(
      { weight: 6, arbitrary: oneChanged },
      { weight: 2, arbitrary: fc.subarray(logs) },
      { weight: 1, arbitrary: fc.shuffledSubarray(logs) },
      { weight: 1, arbitrary: fc.constantFrom(...logs).map((log) => [...logs, log]) },
      { weight: 1, arbitrary: wrong },
    );
    const range = fc.constantFrom([1, 4], [0, 100], [2, 3], [3, 3]);
    fc.assert(
      fc.property(list, range, (value, [from = 0, to = 0]) => {
        const found = read(() => readLogs(value, from, to, book));
        if (found !== undefined) taken += 1;
        expect(found).to.deep.equal(modelLogs(value, from, to, contracts));
      }),
      { seed: SEED, numRuns: RUNS },
    );
    expect(taken).to.be.within(RUNS / 20, (RUNS * 19) / 20);
  });
});
