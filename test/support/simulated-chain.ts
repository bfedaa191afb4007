import { createHash } from "node:crypto";
import { AbiCoder, concat, Interface, keccak256, zeroPadValue } from "ethers";
import type { UndatedLog } from "../../server/chain/answers.ts";
import { bloomBits } from "../../server/chain/bloom.ts";
import { RpcError } from "../../server/chain/errors.ts";
import type { ChainBlock, ChainSource, FinalityTag, Header } from "../../server/chain/source.ts";
import type { ContractName } from "../../server/ledger/contracts.ts";
import { ABIS, byContract } from "../../server/ledger/contracts.ts";
import type { RawLog } from "../../server/ledger/decode.ts";
import { type Address, type Hex, ZERO_BYTES32 } from "../../server/ledger/hex.ts";
import { EMPTY_STREAM, fold, type JournalStream } from "../../server/ledger/journal.ts";
import type { StoreIdentity } from "../../server/store/reader.ts";

/** An event to be emitted on the simulated chain. */
export interface EmittedEvent {
  readonly contract: ContractName;
  readonly name: string;
  readonly subject: Hex;
  readonly actor: Address;
  readonly values: readonly unknown[];
  /** The first topic, where it is not that of the event named. */
  readonly signature?: Hex;
}

/** A block of the simulated chain, with what its node would know of it. */
export interface SimulatedBlock extends Header {
  readonly logs: readonly RawLog[];
  readonly journals: ReadonlyMap<Address, JournalStream>;
}

export const CONTRACTS: Readonly<Record<ContractName, Address>> = {
  Authority: "0x5FbDB2315678afecb367f032d93F642f64180aa3",
  PilotLedger: "0xe7f1725E7734CE288F8367e1Bb143E90bb3F0512",
  EvidenceLedger: "0x9fE46736679d2D9a65F0992F2272dE9f3c7fa6e0",
  StatisticsLedger: "0xCf7Ed3AccA5a467e9e704C703E8D87F634fB0Fc9",
  ServiceLedger: "0x610178dA211FEF7D417bC0e6FeD39F05609AD788",
  SupervisionLedger: "0x5FC8d32690cc91D4c39d9d3abcBD16989F875707",
};

const INTERFACES = byContract((name) => new Interface(ABIS[name]));
const FIRST_TIME = Date.parse("2019-03-01T00:00:00Z") / 1_000;
const EMPTY_BLOOM: Hex = `0x${"00".repeat(256)}`;

/**
 * A chain in memory: what is mined is what is told, blocks can be replaced, and its answers can be made to fail or lie. The same
 * acts give the same hashes; `seed` makes another chain of the same acts.
 */
export class SimulatedChain implements ChainSource {
  readonly #blocks: SimulatedBlock[] = [];
  readonly #seed: string;
  #forks = 0;
  /** How many requests were made of it. */
  requests = 0;
  /** Called before each answer; may throw. */
  onRequest: (method: string) => void = () => undefined;
  /** What becomes of the logs before they are answered. */
  alterLogs: (logs: RawLog[]) => RawLog[] = (logs) => logs;

  constructor(seed = "main") {
    this.#seed = seed;
    this.#append([], "genesis");
    this.mine();
  }

  /** The ledger of this chain, deployed in block 1. */
  get identity(): StoreIdentity {
    return {
      schemaVersion: 1,
      chainId: 31337,
      genesisHash: this.at(0).hash,
      contracts: CONTRACTS,
      deploymentBlock: 1,
    };
  }

  get height(): number {
    return this.#blocks.length - 1;
  }

  /** The blocks as they are now; what happens to the chain does not change the list. */
  get blocks(): readonly SimulatedBlock[] {
    return [...this.#blocks];
  }

  /** Adds a block with some events. */
  mine(...events: readonly EmittedEvent[]): this {
    this.#append(events, `${this.#forks}`);
    return this;
  }

  /** Takes the newest `depth` blocks away; what is mined next is different from them even if the same. */
  takeBack(depth: number): this {
    this.#blocks.length -= depth;
    this.#forks += 1;
    return this;
  }

  async chainId(): Promise<number> {
    this.#asked("chainId");
    return 31337;
  }

  async genesisHash(): Promise<Hex> {
    this.#asked("genesisHash");
    return this.at(0).hash;
  }

  async head(_tag?: "latest" | FinalityTag): Promise<Header> {
    this.#asked("head");
    return this.at(this.height);
  }

  async headers(from: number, to: number): Promise<Header[]> {
    if (from <= to) this.#asked("headers");
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => this.at(from + index));
  }

  async headersOf(numbers: readonly number[]): Promise<Header[]> {
    this.#asked("headers");
    return numbers.map((number) => this.at(number));
  }

  async logs(from: number, to: number): Promise<UndatedLog[]> {
    this.#asked("logs");
    const logs = this.#blocks.slice(from, to + 1).flatMap((block) => block.logs);
    return this.alterLogs(logs).map((log) => ({ ...log, blockTime: 0 }));
  }

  async logsOf({ number, hash }: ChainBlock): Promise<UndatedLog[]> {
    const logs = await this.logs(number, number);
    if (this.at(number).hash === hash) return logs;
    throw new RpcError("RPC_ERROR", `the chain has no block ${hash}`);
  }

  async callEach(addresses: readonly Address[], _input: Hex, block: ChainBlock): Promise<Hex[]> {
    this.#asked("call");
    const { hash, journals } = this.at(block.number);
    if (hash !== block.hash) throw new RpcError("RPC_MALFORMED", `the chain has another block ${block.number}`);
    return addresses.map((address) => encodedJournal(journals.get(address) ?? EMPTY_STREAM));
  }

  async code(): Promise<Hex> {
    this.#asked("code");
    return this.height >= 1 ? "0x60" : "0x";
  }

  avoid(): void {}

  each(): readonly ChainSource[] {
    return [this];
  }

  onHead(): () => void {
    return () => undefined;
  }

  close(): void {}

  /** The block of this number. */
  at(number: number): SimulatedBlock {
    const block = this.#blocks[number];
    if (block === undefined) throw new RpcError("RPC_MALFORMED", `the simulated chain has no block ${number}`);
    return block;
  }

  #asked(method: string): void {
    this.requests += 1;
    this.onRequest(method);
  }

  #append(events: readonly EmittedEvent[], salt: string): void {
    const parent = this.#blocks.at(-1);
    const number = this.#blocks.length;
    const parentHash = parent?.hash ?? ZERO_BYTES32;
    const encoded = events.map((event) => encodedEvent(event));
    const hash = digestOf(parentHash, this.#seed, salt, `${number}`, ...encoded.map((log) => log.data));
    const time = FIRST_TIME + number * 60;
    const logs = encoded.map((log, logIndex) => ({
      ...log,
      blockNumber: number,
      blockHash: hash,
      blockTime: time,
      transactionHash: digestOf(hash, `${logIndex}`),
      transactionIndex: logIndex,
      logIndex,
    }));
    const journals = new Map(parent?.journals);
    for (const { contract, topics, data } of logs) {
      const leaf = keccak256(concat([...topics, data])) as Hex;
      journals.set(contract, fold(journals.get(contract) ?? EMPTY_STREAM, leaf));
    }
    this.#blocks.push({ number, hash, parentHash, time, bloom: bloomOf(logs), logs, journals });
  }
}

/** What `journal()` of a contract answers. */
export function encodedJournal({ count, head }: JournalStream): Hex {
  return `0x${count.toString(16).padStart(64, "0")}${head.slice(2).padEnd(64, "0")}`;
}

/** Hashes of simulated blocks and transactions: whatever tells them apart. */
function digestOf(...parts: readonly string[]): Hex {
  return `0x${createHash("sha256").update(parts.join(" ")).digest("hex")}`;
}

function bloomOf(logs: readonly Pick<RawLog, "contract" | "topics">[]): Hex {
  if (logs.length === 0) return EMPTY_BLOOM;
  const digits = Array.from({ length: 512 }, () => 0);
  for (const item of logs.flatMap(({ contract, topics }) => [contract, ...topics])) {
    for (const { digit, mask } of bloomBits(item)) digits[digit] = (digits[digit] ?? 0) | mask;
  }
  return `0x${digits.map((digit) => digit.toString(16)).join("")}`;
}

function encodedEvent({
  contract,
  name,
  subject,
  actor,
  values,
  signature,
}: EmittedEvent): Pick<RawLog, "contract" | "topics" | "data"> {
  const fragment = INTERFACES[contract].getEvent(name);
  if (fragment === null) throw new Error(`${contract} has no event ${name}`);
  const data = AbiCoder.defaultAbiCoder().encode(fragment.inputs.slice(2), values) as Hex;
  const topics = [signature ?? (fragment.topicHash as Hex), subject, zeroPadValue(actor, 32) as Hex];
  return { contract: CONTRACTS[contract], topics, data };
}
