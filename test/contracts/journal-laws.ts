import { expect } from "chai";
import { type BaseContract, concat, dataSlice, type Interface, keccak256, type Log, ZeroHash } from "ethers";
import { ethers } from "./fixture.ts";

const EMPTY_HEAD = `0x${"00".repeat(28)}`;

interface Accumulator {
  count: bigint;
  head: string;
}

/** A contract with a journal. */
type Journalled = Omit<BaseContract, "connect"> & {
  journal(): Promise<[bigint, string]>;
  journalOf(subject: string): Promise<[bigint, string]>;
};

/**
 * Describes what holds of a contract's journal.
 *
 * @param deploy Gives the contract after a history in which each of its events occurs.
 */
export function describeJournal(name: string, deploy: () => Promise<Journalled>): void {
  describe(`the journal of the ${name}`, () => {
    let contract: Journalled;
    let records: Log[];

    before(async () => {
      contract = await deploy();
      const logs = await ethers.provider.getLogs({ address: await contract.getAddress(), fromBlock: 0 });
      // OpenZeppelin's own events have another number of topics; they repeat what the records say.
      records = logs.filter((log) => log.topics.length === 3);
    });

    it("is the fold of every record, in order", async () => {
      const [count, head] = await contract.journal();
      expect({ count, head }).to.deep.equal(fold(records));
      expect(count).to.be.greaterThan(5n);
    });

    it("is the fold of each subject's records", async () => {
      const subjects = new Set(records.map((log) => log.topics[1] ?? ZeroHash));
      for (const subject of subjects) {
        const [count, head] = await contract.journalOf(subject);
        expect({ count, head }).to.deep.equal(fold(records.filter((log) => log.topics[1] === subject)));
      }
      const counts = await Promise.all([...subjects].map(async (subject) => (await contract.journalOf(subject))[0]));
      expect(counts.reduce((sum, count) => sum + count, 0n)).to.equal(BigInt(records.length));
    });

    it("is empty for a subject nothing was recorded of", async () => {
      const [count, head] = await contract.journalOf(keccak256("0x"));
      expect({ count, head }).to.deep.equal({ count: 0n, head: EMPTY_HEAD });
    });

    it("shows a record that is missing, altered or moved", async () => {
      const [, head] = await contract.journal();
      const leaves = records.map(leafOf);
      for (const index of [0, Math.floor(leaves.length / 2), leaves.length - 2]) {
        const [leaf = "", next = ""] = leaves.slice(index, index + 2);
        expect(foldOf(leaves.toSpliced(index, 1)), "missing").not.to.equal(head);
        expect(foldOf(leaves.toSpliced(index, 1, keccak256(leaf))), "altered").not.to.equal(head);
        expect(foldOf(leaves.toSpliced(index, 2, next, leaf)), "moved").not.to.equal(head);
      }
      expect(foldOf(leaves.slice(0, -1)), "cut off").not.to.equal(head);
    });

    it("records every event of the contract, each encoded as its declaration says", () => {
      const seen = new Set<string>();
      for (const log of records) {
        const record = contract.interface.parseLog(log);
        if (record === null) throw new Error(`no event is declared for ${log.topics[0]}`);
        seen.add(record.name);
        const encoded = contract.interface.encodeEventLog(record.fragment, [...record.args]);
        expect(encoded.data, record.name).to.equal(log.data);
        expect(encoded.topics, record.name).to.deep.equal(log.topics);
      }
      expect([...seen]).to.have.members(eventsOf(contract.interface));
    });
  });
}

/** The events with a subject and an actor. */
function eventsOf(abi: Interface): string[] {
  const names: string[] = [];
  abi.forEachEvent((event) => {
    if (event.inputs.filter((input) => input.indexed === true).length === 2) names.push(event.name);
  });
  return names;
}

function fold(logs: readonly Log[]): Accumulator {
  return { count: BigInt(logs.length), head: foldOf(logs.map(leafOf)) };
}

function leafOf(log: Log): string {
  return keccak256(concat([...log.topics, log.data]));
}

function foldOf(leaves: readonly string[]): string {
  return leaves.reduce((head, leaf) => dataSlice(keccak256(concat([head, leaf])), 0, 28), EMPTY_HEAD);
}
