import { ABIS, CONTRACT_NAMES } from "./contracts.ts";
import type { EventName, LedgerEvent } from "./events.ts";
import type { EventRecord } from "./records.ts";

interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly components?: readonly Parameter[];
}

/** What each event says beside its subject and actor. */
const PARAMETERS: ReadonlyMap<string, readonly Parameter[]> = new Map(
  CONTRACT_NAMES.flatMap((contract) =>
    ABIS[contract].flatMap((item) =>
      item.type === "event" ? [[item.name, item.inputs.slice(2) as readonly Parameter[]] as const] : [],
    ),
  ),
);

/** An event as it was decoded, from the record of it: what `applyEvent` takes, so that the past can be reduced anew. */
export function recordedEvent({ contractName, subject, args, leaf, transactionIndex, provenance }: EventRecord) {
  const { event, actor, actorOrganisation: _, ...origin } = provenance;
  return {
    name: event,
    contractName,
    subject,
    actor,
    args: membersOf(PARAMETERS.get(event) ?? [], args),
    origin: { ...origin, transactionIndex },
    leaf,
  } as unknown as LedgerEvent<EventName>;
}

function membersOf(parameters: readonly Parameter[], values: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(
    parameters.map((parameter) => [parameter.name, argumentOf(parameter, values[parameter.name])]),
  );
}

/** Integers past 48 bits are kept as decimal text. */
function argumentOf({ type, components = [] }: Parameter, value: unknown): unknown {
  if (type.endsWith("[]")) {
    const item = { name: "", type: type.slice(0, -"[]".length), components };
    return (value as readonly unknown[]).map((one) => argumentOf(item, one));
  }
  if (type === "tuple") return membersOf(components, value as Readonly<Record<string, unknown>>);
  return typeof value === "string" && /^u?int\d+$/.test(type) ? BigInt(value) : value;
}
