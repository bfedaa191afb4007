import { AbiCoder, Interface, zeroPadValue } from "ethers";
import { ABIS, byContract } from "./contracts.ts";
import type { Hex } from "./hex.ts";
import { keccakOf } from "./keccak.ts";
import type { EventRecord } from "./records.ts";

const INTERFACES = byContract((name) => new Interface(ABIS[name]));

/**
 * The leaf of the journal that an event's record makes, encoded anew from its subject, actor and arguments: `keccak256(topics ‖
 * data)`. A record whose arguments were changed makes another one than it names.
 *
 * @throws when the record is of no event of its contract, or its arguments do not fit it.
 */
export function leafOf({
  contractName,
  subject,
  args,
  provenance: { event, actor },
}: Pick<EventRecord, "contractName" | "subject" | "args" | "provenance">): Hex {
  const fragment = INTERFACES[contractName].getEvent(event);
  if (fragment === null) throw new TypeError(`${contractName} has no event ${event}`);
  const parameters = fragment.inputs.slice(2);
  const values = parameters.map(({ name }) => args[name]);
  const data = AbiCoder.defaultAbiCoder().encode(parameters, values) as Hex;
  return keccakOf(fragment.topicHash as Hex, subject, zeroPadValue(actor, 32) as Hex, data);
}
