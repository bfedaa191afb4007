import { AbiFault, type AbiType, readerOf } from "./abi-reader.ts";
import { addressOf } from "./address.ts";
import { ABIS, type ByContract, byContract, CONTRACT_NAMES, type ContractName } from "./contracts.ts";
import type { EventName, EventOrigin, LedgerEvent } from "./events.ts";
import type { Address, Hex } from "./hex.ts";
import { keccakOf, keccakOfText } from "./keccak.ts";

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
const SHAPES: ByContract<ReadonlyMap<string, EventShape>> = byContract((name) => shapesOf(eventsIn(name)));

/** The first topics of OpenZeppelin's own events, which the journal does not count. */
const FOREIGN = new Set(CONTRACT_NAMES.flatMap((name) => foreignTopics(eventsIn(name))));

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

/** A parameter of an event, as the ABI's JSON has it. */
interface EventParameter extends AbiType {
  readonly indexed: boolean;
}

interface EventAbi {
  readonly name: string;
  readonly inputs: readonly EventParameter[];
}

function eventsIn(contract: ContractName): EventAbi[] {
  return ABIS[contract].filter(({ type }) => type === "event") as unknown as EventAbi[];
}

function shapesOf(events: readonly EventAbi[]): Map<string, EventShape> {
  const journalled = events.filter(isJournalled);
  return new Map(
    journalled.map((event) => {
      const [, , ...parameters] = event.inputs;
      return [topicOf(event), { name: event.name as EventName, read: readerOf(parameters) }];
    }),
  );
}

function foreignTopics(events: readonly EventAbi[]): string[] {
  return events.filter((event) => !isJournalled(event)).map(topicOf);
}

/** The first topic: the hash of the event's signature, as the ABI specification writes it. */
function topicOf({ name, inputs }: EventAbi): Hex {
  return keccakOfText(`${name}${signatureOf(inputs)}`);
}

function signatureOf(types: readonly AbiType[]): string {
  const written = ({ type, components }: AbiType) =>
    components === undefined ? type : `${signatureOf(components)}${type.slice("tuple".length)}`;
  return `(${types.map(written).join(",")})`;
}

/** The journal's form: two indexed arguments, the second named `actor`, and no further indexed one. */
function isJournalled({ inputs: [subject, actor, ...rest] }: EventAbi): boolean {
  return subject?.indexed === true && actor?.indexed === true && actor.name === "actor" && !rest.some((p) => p.indexed);
}
