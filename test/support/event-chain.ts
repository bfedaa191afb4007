import { CONTRACT_NAMES, type ContractName } from "../../server/ledger/contracts.ts";
import { eventNames } from "../../server/ledger/decode.ts";
import type { EventArguments, EventName, LedgerEvent } from "../../server/ledger/events.ts";
import type { Address, Hex } from "../../server/ledger/hex.ts";
import type { RecordKind, RecordTypes } from "../../server/ledger/records.ts";
import { applyEvent } from "../../server/ledger/reduce/apply.ts";
import type { BlockMark } from "../../server/store/reader.ts";
import { MemoryReader } from "./memory-reader.ts";
import { ADMINISTRATOR, hash, IDENTITY, START } from "./synthetic-names.ts";

/** An event as it was said, before anything was made of it. */
export interface Said {
  readonly name: EventName;
  readonly subject: Hex;
  readonly args: object;
  readonly actor: Address;
  readonly time: number;
  readonly block: number;
}

/** A ledger that grows by events, each in a block of its own, and can be made anew from them. */
export abstract class EventChain {
  readonly #said: Said[] = [];
  readonly #records = new Map<RecordKind, Map<string, RecordTypes[RecordKind]>>();
  readonly #blocks: BlockMark[] = [];
  readonly #branch: string;
  /** The branch of the blocks that were there before the present one began. */
  readonly #branches: readonly string[];
  readonly #pruned = new Set<number>();
  time = START;
  /** Seconds from an event to the next; with none, blocks of equal time follow each other. */
  tick = 60;

  /** @param branch Ledgers of other branches have other block hashes. */
  constructor(branch = "main", branches: readonly string[] = []) {
    this.#branch = branch;
    this.#branches = branches;
    this.mine();
  }

  /** One of the same kind, without an event. */
  protected abstract empty(branch: string, branches: readonly string[]): this;

  /** A snapshot of what there is by now. */
  reader(): MemoryReader {
    const kept = this.#blocks.filter(({ number }) => !this.#pruned.has(number));
    return new MemoryReader(IDENTITY, this.#records, kept);
  }

  /** Forgets the mark of a block, as a store does of an old one without events. */
  prune(number: number): void {
    this.#pruned.add(number);
  }

  /** The ledger as it was at `time`, by its events up to then. */
  upTo(time: number): this {
    return this.#rebuilt(this.#branch, this.#branches, (said) => said.time <= time);
  }

  /** The ledger as it was at a block. */
  upToBlock(number: number): this {
    const other = this.#rebuilt(this.#branch, this.#branches, (said) => said.block <= number);
    while (other.#blocks.length <= number) other.mine();
    return other;
  }

  /** The ledger as it was at a block; what follows is of another branch of the chain. */
  forkedAt(number: number, branch: string): this {
    const branches = this.#blocks.slice(0, number + 1).map((block) => this.#branchOf(block.number));
    const other = this.#rebuilt(branch, branches, (said) => said.block <= number);
    while (other.#blocks.length <= number) other.mine();
    return other;
  }

  /** The blocks, oldest first. */
  blocks(): readonly BlockMark[] {
    return this.#blocks;
  }

  /** The same events on another branch of the chain. */
  reorganised(branch: string): this {
    return this.#rebuilt(branch, [], () => true);
  }

  /** The events as they were said, in the order of the chain. */
  said(): readonly Said[] {
    return this.#said;
  }

  /** The times of the events. */
  times(): number[] {
    return this.#said.map((said) => said.time);
  }

  /** Adds a block without events. */
  mine(): BlockMark {
    const number = this.#blocks.length;
    const block = { number, hash: hash(`${this.#branchOf(number)}/block/${number}`), time: this.time };
    this.#blocks.push(block);
    return block;
  }

  /** Lets time pass. */
  pass(seconds: number): this {
    this.time += seconds;
    return this;
  }

  emit<Name extends EventName>(
    name: Name,
    subject: Hex,
    args: EventArguments[Name],
    actor: Address = ADMINISTRATOR,
  ): this {
    this.#say({ name, subject, args, actor, time: this.time, block: this.#blocks.length });
    this.time += this.tick;
    return this;
  }

  #branchOf(block: number): string {
    return this.#branches[block] ?? this.#branch;
  }

  #rebuilt(branch: string, branches: readonly string[], keeps: (said: Said) => boolean): this {
    const other = this.empty(branch, branches);
    for (const said of this.#said) if (keeps(said)) other.#say(said);
    return other;
  }

  #say(said: Said): void {
    const { name, subject, args, actor, time } = said;
    this.time = Math.min(this.time, time);
    while (this.#blocks.length < said.block) this.mine();
    this.#said.push(said);
    this.time = time;
    const block = this.mine();
    const contractName = CONTRACT_OF.get(name) ?? "Authority";
    const event = {
      name,
      contractName,
      subject,
      actor,
      args,
      origin: {
        contract: IDENTITY.contracts[contractName],
        blockNumber: block.number,
        blockHash: block.hash,
        blockTime: time,
        transactionHash: hash(`${this.#branchOf(block.number)}/transaction/${block.number}`),
        transactionIndex: 0,
        logIndex: 0,
      },
      leaf: hash(`leaf/${this.#said.length}`),
    } as unknown as LedgerEvent;
    const reader = {
      get: <Kind extends RecordKind>(kind: Kind, id: string) =>
        this.#records.get(kind)?.get(id) as RecordTypes[Kind] | undefined,
    };
    for (const { kind, id, value } of applyEvent(event, reader)) {
      const byId = this.#records.get(kind) ?? new Map<string, RecordTypes[RecordKind]>();
      if (value === undefined) byId.delete(id);
      else byId.set(id, value);
      this.#records.set(kind, byId);
    }
  }
}

const CONTRACT_OF: ReadonlyMap<EventName, ContractName> = new Map(
  CONTRACT_NAMES.flatMap((contract) => eventNames(contract).map((name) => [name, contract] as const)),
);
