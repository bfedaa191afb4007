import type { Ledger } from "../queries/as-of/ledger.ts";
import type { BlockMark, StoreReader } from "../store/reader.ts";
import { coversQuestion, type Jurisdiction } from "./access/jurisdiction.ts";
import { LimitedReader, outOfScope } from "./access/limited-reader.ts";
import { lagBlocks, requireHead } from "./mirror-status.ts";
import { meaningOf } from "./parameters.ts";
import type { Shape } from "./route.ts";
import type { Services } from "./services.ts";

/** A snapshot to answer from. */
export interface Snapshot {
  /** What the asker may see: every question is answered from this. */
  readonly reader: StoreReader;
  /** All of it, for what is said of the chain itself. */
  readonly whole: StoreReader;
}

/** Opens a snapshot, limited to a jurisdiction; who opens it closes it. */
export function openSnapshot(services: Services, jurisdiction: Jurisdiction): Snapshot {
  const whole = services.openReader();
  return { whole, reader: jurisdiction === "whole" ? whole : new LimitedReader(whole, jurisdiction) };
}

/** Answers from a snapshot, and closes it. */
export async function overSnapshot<T>(
  services: Services,
  jurisdiction: Jurisdiction,
  answer: (snapshot: Snapshot) => Promise<T>,
): Promise<T> {
  const snapshot = openSnapshot(services, jurisdiction);
  try {
    return await answer(snapshot);
  } finally {
    await snapshot.whole.close();
  }
}

/**
 * Refuses a question that names a region or field outside of the jurisdiction: an answer cut down without a word would mislead.
 *
 * @throws {Problem} REGION_OUT_OF_SCOPE.
 */
export function requireWithin(
  jurisdiction: Jurisdiction,
  shape: Shape,
  values: Readonly<Record<string, unknown>>,
): void {
  if (jurisdiction === "whole") return;
  const named = (registry: "region" | "field") =>
    Object.keys(shape).flatMap((name) => {
      const schema = shape[name];
      return schema !== undefined && meaningOf(schema).registry === registry ? [values[name] ?? []].flat() : [];
    }) as string[];
  const [regions, fields] = [named("region"), named("field")];
  for (const region of regions.length === 0 ? [undefined] : regions) {
    if (coversQuestion(jurisdiction, region, fields.length === 0 ? undefined : fields)) continue;
    throw outOfScope([region ?? [], fields].flat().join(", "), jurisdiction);
  }
}

/** The mirrored head that an answer is given from, and how many blocks it is behind the chain. */
export type AnsweredHead = BlockMark & { readonly lagBlocks: number | null };

/**
 * The head that a question asked now would be answered from.
 *
 * @throws {Problem} MIRROR_HALTED or INDEX_BEHIND when it would not be answered.
 */
export function presentHead({ mirroredHead, mirrorStatus }: Services): AnsweredHead {
  const status = mirrorStatus();
  const head = requireHead({ head: mirroredHead() }, status);
  return { ...head, lagBlocks: lagBlocks(head.number, status) };
}

/** What every answer says of the state it was given from. */
export function standing(
  services: Services,
  { asOf, head }: Ledger,
  asOfBlock: number | undefined,
  jurisdiction: Jurisdiction,
): object {
  return {
    asOf,
    asOfBlock: asOfBlock ?? null,
    head: head && { ...head, lagBlocks: lagBlocks(head.number, services.mirrorStatus()) },
    jurisdiction: jurisdiction === "whole" ? null : jurisdiction,
  };
}
