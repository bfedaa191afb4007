import { Interface, type ParamType } from "ethers";
import { AbiFault, type AbiType, readerOf } from "./abi-reader.ts";
import { addressOf } from "./address.ts";
import { ABIS, type ByContract, byContract, CONTRACT_NAMES, type ContractName } from "./contracts.ts";
import type { EventName, EventOrigin, LedgerEvent } from "./events.ts";
import type { Address, Hex } from "./hex.ts";
import { keccakOf } from "./keccak.ts";

/** A log as a node gives it, with its block's time. */
export interface RawLog extends EventOrigin {
  readonly topics: readonly Hex[];
  readonly data: Hex;
}

/** Which contract stands at which address. */
export type ContractNames = ReadonlyMap<Address, ContractName>;

/** Why a log of a ledger contract could not be read. */
export class DecodeError extends Error {
  readonly code: "UNKNOWN_EVENT" | "MALFORMED_EVENT";
  readonly log: RawLog;

  constructor(code: DecodeError["code"], log: RawLog, options?: ErrorOptions) {
    const place = `block ${log.blockNumber}, log ${log.logIndex}, contract ${log.contract}`;
    super(
      code === "UNKNOWN_EVENT"
        ? `an event of a kind this version does not know (${log.topics[0] ?? "no topic"}; ${place}): update the toolkit`
        : `an event whose data does not match its signature (${log.topics[0]}; ${place})`,
      options,
    );
    this.name = "DecodeError";
    this.code = code;
    this.log = log;
  }
}

interface EventShape {
  readonly name: EventName;
  readonly read: (data: Hex) => Record<string, unknown>;
}

/** The journalled events of a contract, by their first topic. */
const SHAPES: ByContract<ReadonlyMap<string, EventShape>> = byContract((name) => shapesOf(new Interface(ABIS[name])));

/** The first topics of OpenZeppelin's own events, which the journal does not count. */
const FOREIGN = new Set(CONTRACT_NAMES.flatMap((name) => foreignTopics(new Interface(ABIS[name]))));

/**
 * Reads one log of a ledger contract.
 *
 * @returns undefined for a log that is not part of the journal (OpenZeppelin's own events, other contracts).
 * @throws {DecodeError} for a log that should be and cannot be read.
 */
export function decodeLog(log: RawLog, contracts: ContractNames): LedgerEvent | undefined {
  const contractName = contracts.get(log.contract);
  const [signature, subject, actor] = log.topics;
  if (contractName === undefined || (signature !== undefined && FOREIGN.has(signature))) return undefined;
  const shape = signature === undefined ? undefined : SHAPES[contractName].get(signature);
  if (shape === undefined || subject === undefined || actor === undefined) throw new DecodeError("UNKNOWN_EVENT", log);
  let args: Record<string, unknown>;
  try {
    args = shape.read(log.data);
  } catch (cause) {
    if (cause instanceof AbiFault) throw new DecodeError("MALFORMED_EVENT", log, { cause });
    throw cause;
  }
  const { topics, data, ...origin } = log;
  return {
    name: shape.name,
    contractName,
    subject,
    actor: addressOf(actor.slice(26)),
    args,
    origin,
    leaf: keccakOf(...topics, data),
  } as LedgerEvent;
}

/** The names of a contract's journalled events. */
export function eventNames(contract: ContractName): EventName[] {
  return [...SHAPES[contract].values()].map((shape) => shape.name);
}

function shapesOf(abi: Interface): Map<string, EventShape> {
  const shapes = new Map<string, EventShape>();
  abi.forEachEvent((fragment) => {
    const [subject, actor, ...parameters] = fragment.inputs;
    if (!isJournalled(subject, actor, parameters)) return;
    shapes.set(fragment.topicHash, { name: fragment.name as EventName, read: readerOf(parameters.map(abiType)) });
  });
  return shapes;
}

function foreignTopics(abi: Interface): string[] {
  const topics: string[] = [];
  abi.forEachEvent((fragment) => {
    const [subject, actor, ...parameters] = fragment.inputs;
    if (!isJournalled(subject, actor, parameters)) topics.push(fragment.topicHash);
  });
  return topics;
}

/** The journal's form: two indexed arguments, the second named `actor`, and no further indexed one. */
function isJournalled(subject?: ParamType, actor?: ParamType, rest: readonly ParamType[] = []): boolean {
  return subject?.indexed === true && actor?.indexed === true && actor.name === "actor" && !rest.some((p) => p.indexed);
}

function abiType(parameter: ParamType): AbiType {
  return JSON.parse(parameter.format("json"));
}
